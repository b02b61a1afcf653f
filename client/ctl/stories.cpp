// aandachtctl stories
#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "client/ctl/input_file.h"
#include "client/ctl/json_out.h"
#include "client/ctl/program.h"
#include "client/ctl/story_client.h"
#include "client/net/channel.h"

namespace aandacht::ctl {
namespace {

constexpr std::size_t kMostBytes = 4'000'000;  // As the service takes.

struct Options {
  bool json = false;
  domain::Story story;
  std::string photo;
  std::string given;
  std::string expires;
  std::string purpose;
};

std::optional<absl::CivilDay> day_of(const std::string& text) {
  absl::CivilDay day;
  if (!absl::ParseCivilTime(text, &day)) return std::nullopt;
  return day;
}

absl::StatusOr<std::string> read_photo(const std::string& path) {
  if (path.empty()) return std::string();
  absl::StatusOr<std::string> bytes = read_input_file(path, kMostBytes);
  if (!absl::IsInvalidArgument(bytes.status())) return bytes;
  return absl::InvalidArgumentError(absl::StrCat(std::string(bytes.status().message()), ": make it smaller"));
}

Exit put(const Session& session, const Options& options, Environment& environment) {
  const std::optional<absl::CivilDay> given = day_of(options.given);
  const std::optional<absl::CivilDay> expires = day_of(options.expires);
  if (!given || !expires) return fail(environment, "write the days of the consent as 2026-11-22");
  const absl::StatusOr<std::string> photo = read_photo(options.photo);
  if (!photo.ok()) return fail(environment, std::string(photo.status().message()));
  // The last day that they agreed to is a whole day.
  ConsentedStory story{options.story, absl::FromCivil(*given, environment.zone), options.purpose};
  story.story.expires = absl::FromCivil(*expires + 1, environment.zone);
  StoryClient client(net::open_channel(session.server));
  const absl::Status status = client.put(environment.ids.next(), story, *photo);
  return status.ok() ? Exit::kOk : fail(environment, session.server, status);
}

Exit withdraw(const Session& session, const Options& options, Environment& environment) {
  StoryClient client(net::open_channel(session.server));
  const absl::Status status = client.withdraw(environment.ids.next(), options.story.id);
  return status.ok() ? Exit::kOk : fail(environment, session.server, status);
}

void print(const ConsentedStory& each, const Options& options, Environment& environment) {
  const domain::Story& story = each.story;
  const auto day = [&](absl::Time time) { return absl::FormatCivilTime(absl::ToCivilDay(time, environment.zone)); };
  const std::string last_day = day(story.expires - absl::Nanoseconds(1));
  if (options.json) {
    const Json line = {{"id", story.id},           {"customer", story.customer},       {"lang", story.language},
                       {"line", story.line},       {"detail", story.detail},           {"ending", story.ending},
                       {"photo", story.has_photo}, {"consent_given", day(each.given)}, {"expires", last_day},
                       {"purpose", each.purpose}};
    environment.out << to_line(line) << '\n';
    return;
  }
  environment.out << story.customer << "  (" << story.id << ", " << story.language
                  << (story.has_photo ? ", with a photo" : "") << ")\n";
  for (const std::string& line : {story.line, story.detail, story.ending}) {
    if (!line.empty()) environment.out << "  " << line << "\n";
  }
  environment.out << "  agreed on " << day(each.given) << ", until " << last_day << ": " << each.purpose << "\n";
}

Exit list(const Session& session, const Options& options, Environment& environment) {
  StoryClient client(net::open_channel(session.server));
  const auto stories = client.list();
  if (!stories.ok()) return fail(environment, session.server, stories.status());
  for (const ConsentedStory& story : *stories) print(story, options, environment);
  return Exit::kOk;
}

void add_put_options(CLI::App& put, const std::shared_ptr<Options>& options) {
  domain::Story& story = options->story;
  put.add_option("ID", story.id, "Its id; one that is there is replaced")->required();
  put.add_option("--customer", story.customer, "The name they agreed to")->required();
  put.add_option("--lang", story.language, "Its language, such as nl or en")->required();
  put.add_option("--line", story.line, "What happened, at most 160 characters")->required();
  put.add_option("--detail", story.detail, "How it was for them");
  put.add_option("--ending", story.ending, "What helped");
  put.add_option("--photo", options->photo, "A PNG or JPEG file; kept small and without its metadata");
  put.add_option("--consent-given", options->given, "The day they agreed, as 2026-11-22")->required();
  put.add_option("--expires", options->expires, "The last day they agreed to, at most two years later")->required();
  put.add_option("--purpose", options->purpose, "What for, in the words they agreed to")->required();
  put.footer(
      "Example:\n  aandachtctl stories put s1 --customer 'Mevrouw A. Voorbeeld' --lang nl --line 'Ze belde vier keer.' "
      "\\\n"
      "    --photo face.jpg --consent-given 2026-11-22 --expires 2027-11-21 --purpose 'op het scherm van medewerkers'");
}

}  // namespace

void add_stories(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* stories = app.add_subcommand("stories", "Customers who agreed to be shown to agents");
  stories->require_subcommand(1);
  stories->footer(
      "Examples:\n  aandachtctl stories list\n  aandachtctl stories withdraw s1\n"
      "`aandachtctl stories put --help` has one for a new story.");
  const auto add = [&](const char* name, const char* about,
                       Exit (*command)(const Session&, const Options&, Environment&)) {
    CLI::App* added = stories->add_subcommand(name, about);
    added->callback([&session, options, command] {
      session.command = [&session, options, command](Environment& e) { return command(session, *options, e); };
    });
    return added;
  };
  add_put_options(*add("put", "Create or replace a story with its consent", put), options);
  add("withdraw", "Delete words and photo, and take the story off every desk at once", withdraw)
      ->add_option("ID", options->story.id, "Which")
      ->required();
  add("list", "All stories with their consent, by their ids", list)
      ->add_flag("--json", options->json, "JSON lines out");
}

}  // namespace aandacht::ctl
