// aandachtctl reset
#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>

#include "client/ctl/options.h"
#include "client/ctl/own_desk.h"
#include "client/ctl/program.h"
#include "client/ctl/reset_lines.h"

namespace aandacht::ctl {
namespace {

constexpr char kHelp[] =
    R"(Does what the agent can do with keys in the overlay, for those who steer it otherwise: a foot pedal, a button on the
headset, a script. Prints what became of the reset. Exit status 1: there is nothing to answer, or a call is on.

Examples:
  aandachtctl reset ask --length 2m            a reset now, or after the wrap-up
  aandachtctl reset accept                     the one that is offered
  aandachtctl reset extend --agent anna        30 s, 2 min, 10 min)";

constexpr char kTapHelp[] =
    R"(How full is your head: 1 is empty, 5 is full. Tapped before a reset and after it, it shows which exercise does you
good; only you are ever shown it. --before is about a reset that is offered or runs, --after about the latest that is over.

Examples:
  aandachtctl reset tap --before 4
  aandachtctl reset tap --after 2)";

struct Options {
  bool json = false;
  std::string agent;
  absl::Duration length = absl::Seconds(30);
  std::string language;
  int before = 0;  ///< 0: not told.
  int after = 0;   ///< The same.
};

using Answer = std::optional<domain::ResetAnswer>;  ///< Absent: the agent asks for a reset.

/// The act, or why there is nothing to do.
absl::StatusOr<domain::OwnAct> act_for(const domain::Desk& desk, const Options& options, const Answer& answer) {
  if (!answer) return domain::ResetAsked{options.length, options.language};
  if (!desk.resets.current) return absl::NotFoundError("no reset is offered or running at this desk");
  return domain::ResetAnswered{desk.resets.current->id, *answer, options.language};
}

void print(const domain::Reset& reset, const Options& options, absl::Time at, Environment& environment) {
  environment.out << (options.json ? to_line(reset_line_json(reset, options.agent, at, environment.zone))
                                   : reset_line_text(reset, at, environment.zone))
                  << '\n';
}

Exit ask_or_answer(const Session& session, const Options& options, const Answer& answer, Environment& environment) {
  const absl::StatusOr<domain::Desk> before = read_desk(session, options.agent);
  if (!before.ok()) return fail(environment, session.server, before.status());
  const absl::StatusOr<domain::OwnAct> act = act_for(*before, options, answer);
  if (!act.ok()) return fail(environment, std::string(act.status().message()));
  const absl::StatusOr<domain::Desk> after = do_act(session, options.agent, *act, environment);
  if (!after.ok()) return fail(environment, session.server, after.status());
  const bool left = answer == domain::ResetAnswer::kLeave && !after->resets.current;
  const domain::Reset* moved = left ? latest_reset(after->resets) : moved_reset(before->resets, after->resets);
  if (moved == nullptr) {
    return fail(environment, answer ? "the reset is not in a state for that; nothing changed"
                                    : "a call is on, or a reset runs already; nothing changed");
  }
  print(*moved, options, after->time, environment);
  return Exit::kOk;
}

Json told_or_null(int fullness) { return fullness == 0 ? Json(nullptr) : Json(fullness); }
std::string told_or_dash(int fullness) { return fullness == 0 ? "-" : std::to_string(fullness); }

bool is_over(const domain::Reset& reset) { return reset.state == domain::ResetState::kDone; }

/// The reset that the tap is about.
absl::StatusOr<domain::FullnessTold> tap_for(const domain::ResetBook& book, const Options& options) {
  if (options.before != 0) {
    if (book.current && !is_over(*book.current)) return domain::FullnessTold{book.current->id, false, options.before};
    return absl::NotFoundError("no reset is offered or running at this desk: the tap before belongs to one");
  }
  const domain::Reset* latest = latest_reset(book);
  if (latest != nullptr && is_over(*latest)) return domain::FullnessTold{latest->id, true, options.after};
  return absl::NotFoundError(
      latest != nullptr && book.current
          ? "the reset is not over yet: end it with `aandachtctl reset stop`, or wait for its end"
          : "no reset is over at this desk: the tap after belongs to one");
}

Exit tap(const Session& session, const Options& options, Environment& environment) {
  const absl::StatusOr<domain::Desk> before = read_desk(session, options.agent);
  if (!before.ok()) return fail(environment, session.server, before.status());
  const absl::StatusOr<domain::FullnessTold> told = tap_for(before->resets, options);
  if (!told.ok()) return fail(environment, std::string(told.status().message()));
  const absl::StatusOr<domain::Desk> after = do_act(session, options.agent, *told, environment);
  if (!after.ok()) return fail(environment, session.server, after.status());
  const domain::Reset* reset = latest_reset(after->resets);
  if (reset == nullptr || reset->id != told->reset_id || (told->after && !is_over(*reset))) {
    return fail(environment, "the next reset came in between; nothing was kept");
  }
  if (options.json) {
    Json line = reset_line_json(*reset, options.agent, after->time, environment.zone);
    line["reset"]["full_before"] = told_or_null(reset->full_before);
    line["reset"]["full_after"] = told_or_null(reset->full_after);
    environment.out << to_line(line) << '\n';
  } else {
    environment.out << "before " << told_or_dash(reset->full_before) << ", after " << told_or_dash(reset->full_after)
                    << '\n';
  }
  return Exit::kOk;
}

void add_tap(CLI::App& reset, Session& session, const std::shared_ptr<Options>& options) {
  CLI::App* command = reset.add_subcommand("tap", "Tell how full your head is, before or after; for your eyes only");
  command->footer(kTapHelp);
  add_agent(*command, options->agent, "Whose desk");
  command->add_flag("--json", options->json, "JSON out");
  CLI::Option_group* which = command->add_option_group("--before or --after");
  which->add_option("--before", options->before, "1 (empty) to 5 (full)")->check(CLI::Range(1, 5));
  which->add_option("--after", options->after, "1 (empty) to 5 (full)")->check(CLI::Range(1, 5));
  which->require_option(1);
  command->callback([&session, options] {
    session.command = [&session, options](Environment& e) { return tap(session, *options, e); };
  });
}

}  // namespace

void add_reset(CLI::App& app, Session& session, const Environment& environment) {
  auto options = std::make_shared<Options>();
  options->agent = default_agent(environment);
  CLI::App* reset =
      app.add_subcommand("reset", "Thirty seconds between two calls: ask, accept, decline, extend, stop, tap");
  reset->require_subcommand(1);
  reset->footer(kHelp);
  const auto add = [&](const char* name, const char* about, Answer answer) {
    CLI::App* command = reset->add_subcommand(name, about);
    command->footer(kHelp);
    add_agent(*command, options->agent, "Whose desk");
    command->add_flag("--json", options->json, "JSON out");
    command->callback([&session, options, answer] {
      session.command = [&session, options, answer](Environment& e) {
        return ask_or_answer(session, *options, answer, e);
      };
    });
    return command;
  };
  const auto add_language = [&](CLI::App* command) {
    command->add_option("--lang", options->language, "Language of the exercise, such as nl or en");
  };
  CLI::App* ask = add("ask", "Begin one, or after the wrap-up", std::nullopt);
  add_duration(*ask, "--length", options->length, "30s, 2m or 10m");
  add_language(ask);
  add_language(add("accept", "Begin the one that is offered", domain::ResetAnswer::kAccept));
  add("decline", "Not now; nothing is offered for an hour", domain::ResetAnswer::kDecline);
  add("extend", "Make the running one longer", domain::ResetAnswer::kExtend);
  add("stop", "End the running one", domain::ResetAnswer::kStop);
  add("leave", "Take one that is over off the screen", domain::ResetAnswer::kLeave);
  add_tap(*reset, session, options);
}

}  // namespace aandacht::ctl
