// aandachtctl questions
#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>
#include <string>

#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "client/ctl/json_out.h"
#include "client/ctl/program.h"
#include "client/ctl/service.h"
#include "client/net/channel.h"

namespace aandacht::ctl {
namespace {

struct Options {
  bool json = false;
  bool by_day = false;
  int days = 0;
  std::string group;
};

std::string day_text(absl::CivilDay day) { return absl::FormatCivilTime(day); }

Json group_json(const QuestionGroup& group) {
  Json days = Json::array();
  for (const auto& [day, count] : group.days) days.push_back({{"day", day_text(day)}, {"count", count}});
  return {{"group", group.id},
          {"lang", group.language},
          {"words", group.words},
          {"count", group.count},
          {"first", day_text(group.first_day)},
          {"days", std::move(days)},
          {"merged", group.merged}};
}

void print(const QuestionGroup& group, const Options& options, std::ostream& out) {
  if (options.json) {
    out << to_line(group_json(group)) << '\n';
    return;
  }
  out << absl::StrFormat("%5d  %-2s  since %s  %s  (%s)\n", group.count, group.language, day_text(group.first_day),
                         group.words, group.id);
  if (!options.by_day) return;
  for (const auto& [day, count] : group.days) out << absl::StrFormat("%9d  %s\n", count, day_text(day));
  if (!group.merged.empty()) out << "           merged: " << absl::StrJoin(group.merged, " ") << '\n';
}

Exit list(const Session& session, const Options& options, Environment& environment) {
  Service service(net::open_channel(session.server), {.sleep = environment.sleep});
  std::optional<absl::CivilDay> from;
  if (options.days > 0) from = absl::ToCivilDay(environment.clock.now(), environment.zone) - (options.days - 1);
  if (!options.group.empty()) {
    const absl::StatusOr<QuestionGroup> group = service.question_group(options.group, from);
    if (!group.ok()) return fail(environment, session.server, group.status());
    print(*group, options, environment.out);
    return Exit::kOk;
  }
  const absl::Status status =
      service.list_question_groups(from, [&](const QuestionGroup& group) { print(group, options, environment.out); });
  return status.ok() ? Exit::kOk : fail(environment, session.server, status);
}

}  // namespace

void add_questions(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("questions", "What customers ask, the same in other words together");
  command->footer(
      "The most asked first. Groups that turned out to be the same go on under the id of the older one; the younger "
      "id\n"
      "still finds them.\n\nExamples:\n  aandachtctl questions --days 7 --by-day\n"
      "  aandachtctl questions --group q0123456789abcd --json");
  command->add_flag("--json", options->json, "JSON lines out, with the counts by day and the ids that were merged");
  command->add_flag("--by-day", options->by_day, "Under each group how often it was asked on which day");
  command->add_option("--group", options->group, "Only this group, by any id it ever had");
  command->add_option("--days", options->days, "Only what was asked in so many days, today among them")
      ->check(CLI::Range(1, 36500));
  command->callback([&session, options] {
    session.command = [&session, options](Environment& environment) { return list(session, *options, environment); };
  });
}

}  // namespace aandacht::ctl
