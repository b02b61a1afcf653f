// aandachtctl me
#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/ctl/json_out.h"
#include "client/ctl/me_acts.h"
#include "client/ctl/options.h"
#include "client/ctl/own_json.h"
#include "client/ctl/program.h"
#include "client/ctl/wait_for.h"
#include "client/net/channel.h"
#include "client/net/own_side.h"

namespace aandacht::ctl {
namespace {

struct Options {
  bool json = false;
  bool yes = false;
  std::string agent;
  std::string day;
};

std::string text_of(const domain::ThreeEs& grades) {
  return absl::StrFormat("%-6s %-6s %-6s", grade_text(grades.effectiveness), grade_text(grades.ease),
                         grade_text(grades.emotion));
}

void print(const domain::MyDay& day, Environment& environment) {
  std::ostream& out = environment.out;
  out << absl::FormatCivilTime(day.day) << ": " << day.calls << " calls, " << day.heavy_calls << " heavy, "
      << absl::FormatDuration(absl::Trunc(day.handling, absl::Seconds(1))) << " in calls, " << day.resets.size()
      << " resets\n";
  if (!day.experiences.empty()) {
    out << "\neffectiveness, ease, emotion:  yours                 the words             the customer\n";
  }
  for (const domain::CallExperience& each : day.experiences) {
    out << absl::StrFormat("  %-27s  %s  %s  %s\n", each.call_id, text_of(each.guess), text_of(each.suggested),
                           text_of(each.answered));
  }
  out << "\nKept about you:\n";
  for (const domain::StoredKind& stored : day.stored) {
    const std::string since = stored.since == absl::InfinitePast()
                                  ? ""
                                  : absl::FormatTime("  since %Y-%m-%d", stored.since, environment.zone);
    out << absl::StrFormat("  %-16s %6d%s\n", stored.kind, stored.count, since);
  }
  if (!day.looks.empty()) out << "\nWho looked:\n";
  for (const domain::Look& look : day.looks) {
    out << "  " << absl::FormatTime("%Y-%m-%d %H:%M", look.time, environment.zone) << "  " << look.who << "  "
        << look.what << "  " << look.reason << '\n';
  }
}

Exit day(const Session& session, const Options& options, Environment& environment) {
  std::optional<absl::CivilDay> wanted;
  if (!options.day.empty()) {
    absl::CivilDay given;
    if (!absl::ParseCivilTime(options.day, &given)) {
      environment.err << "aandachtctl: '" << options.day << "' is not a day such as 2026-11-17\n";
      return Exit::kUsage;
    }
    wanted = given;
  }
  net::OwnSide own(net::open_channel(session.server, {.agent = options.agent}));
  const auto told = wait_for<domain::MyDay>([&](auto answer) { own.my_day(options.agent, wanted, answer); });
  if (!told.ok()) return fail(environment, session.server, told.status());
  if (options.json) {
    environment.out << to_line(my_day_json(*told, environment.zone)) << '\n';
  } else {
    print(*told, environment);
  }
  return Exit::kOk;
}

Exit export_all(const Session& session, const Options& options, Environment& environment) {
  net::OwnSide own(net::open_channel(session.server, {.agent = options.agent}));
  const auto lines = wait_for<std::int64_t>([&](auto answer) {
    own.export_all(
        options.agent, [&](const std::string& line) { environment.out << line << '\n'; }, answer);
  });
  return lines.ok() ? Exit::kOk : fail(environment, session.server, lines.status());
}

Exit forget(const Session& session, const Options& options, Environment& environment) {
  if (!options.yes) {
    environment.err << "aandachtctl: this cannot be undone; add --yes to forget what is kept about " << options.agent
                    << ", and keep a copy first with `aandachtctl me export`\n";
    return Exit::kUsage;
  }
  net::OwnSide own(net::open_channel(session.server, {.agent = options.agent}));
  const std::string request = absl::StrCat("forget-", environment.ids.next());
  const auto gone = wait_for<std::int64_t>([&](auto answer) { own.forget(request, options.agent, answer); });
  if (!gone.ok()) return fail(environment, session.server, gone.status());
  if (options.json) {
    environment.out << to_line({{"deleted", *gone}}) << '\n';
  } else {
    environment.out << *gone << " records forgotten\n";
  }
  return Exit::kOk;
}

}  // namespace

void add_me(CLI::App& app, Session& session, const Environment& environment) {
  auto options = std::make_shared<Options>();
  options->agent = default_agent(environment);
  CLI::App* me = app.add_subcommand("me", "What is kept about an agent, for that agent, and what only they decide");
  me->require_subcommand(1);
  me->footer("Examples:\n  aandachtctl me day\n  aandachtctl me share --for 2h\n  aandachtctl me export > mine.jsonl");
  const auto add = [&](const char* name, const char* about,
                       Exit (*command)(const Session&, const Options&, Environment&)) {
    CLI::App* added = me->add_subcommand(name, about);
    add_agent(*added, options->agent, "Whose");
    added->add_flag("--json", options->json, "JSON out");
    added->callback([&session, options, command] {
      session.command = [&session, options, command](Environment& e) { return command(session, *options, e); };
    });
    return added;
  };
  CLI::App* one = add("day", "One day: calls, heavy ones, resets, three E's, what is kept and who looked", day);
  one->add_option("--day", options->day, "Such as 2026-11-17; left out: today")->type_name("DAY");
  one->footer("Example:\n  aandachtctl me day --agent anna --day 2026-11-17");
  add("export", "Everything that is kept, as JSON lines", export_all)
      ->footer("The keys are in docs/wellbeing.md.\n\nExample:\n  aandachtctl me export --agent anna > mine.jsonl");
  CLI::App* gone = add("delete", "Forget all of it; calls of customers stay, and so does who looked", forget);
  gone->add_flag("--yes", options->yes, "Without it nothing is done");
  gone->footer("Example:\n  aandachtctl me delete --agent anna --yes");
  add_me_acts(*me, session, environment);
}

}  // namespace aandacht::ctl
