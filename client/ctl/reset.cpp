// aandachtctl reset
#include <CLI/CLI.hpp>
#include <memory>
#include <variant>

#include "absl/strings/str_cat.h"
#include "client/ctl/mailbox.h"
#include "client/ctl/options.h"
#include "client/ctl/program.h"
#include "client/ctl/reset_lines.h"
#include "client/ctl/service.h"
#include "client/net/channel.h"
#include "client/net/desk_watch.h"

namespace aandacht::ctl {
namespace {

constexpr char kHelp[] =
    R"(Does what the agent can do with keys in the overlay, for those who steer it otherwise: a foot pedal, a button on the
headset, a script. Prints what became of the reset. Exit status 1: there is nothing to answer, or a call is on.

Examples:
  aandachtctl reset ask --agent anna --length 2m      a reset now, or after the wrap-up
  aandachtctl reset accept --agent anna               the one that is offered
  aandachtctl reset extend --agent anna               30 s, 2 min, 10 min)";

constexpr absl::Duration kPatience = absl::Seconds(10);

struct Options {
  bool json = false;
  std::string agent;
  absl::Duration length = absl::Seconds(30);
  std::string language;
};

using Answer = std::optional<domain::ResetAnswer>;  ///< Absent: the agent asks for a reset.

/// The desk as it is now.
absl::StatusOr<domain::Desk> read_desk(const Session& session, const std::string& agent) {
  using Letter = std::variant<domain::Desk, absl::Status>;
  Mailbox<Letter> mailbox;
  const net::DeskWatch watch(net::open_channel(session.server), agent,
                             {.on_desk = [&](domain::Desk desk, absl::Time) { mailbox.put(std::move(desk)); },
                              .on_update = {},
                              .on_connection =
                                  [&](net::ConnectionState state, const std::string& detail) {
                                    const bool going = state == net::ConnectionState::kConnecting ||
                                                       state == net::ConnectionState::kConnected;
                                    if (!going) mailbox.put(absl::UnavailableError(detail));
                                  }});
  std::optional<Letter> letter = mailbox.take(kPatience);
  if (!letter) return absl::DeadlineExceededError("the service did not answer within 10 seconds");
  if (auto* desk = std::get_if<domain::Desk>(&*letter)) return std::move(*desk);
  return std::get<absl::Status>(*letter);
}

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

Exit do_act(const Session& session, const Options& options, const Answer& answer, Environment& environment) {
  const absl::StatusOr<domain::Desk> before = read_desk(session, options.agent);
  if (!before.ok()) return fail(environment, session.server, before.status());
  const absl::StatusOr<domain::OwnAct> act = act_for(*before, options, answer);
  if (!act.ok()) return fail(environment, std::string(act.status().message()));
  Service service(net::open_channel(session.server), {.sleep = environment.sleep});
  const absl::StatusOr<std::int64_t> version =
      service.record_act(absl::StrCat("reset-", environment.ids.next()), options.agent, *act);
  if (!version.ok()) return fail(environment, session.server, version.status());
  const absl::StatusOr<domain::Desk> after = read_desk(session, options.agent);
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

}  // namespace

void add_reset(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* reset = app.add_subcommand("reset", "Thirty seconds between two calls: ask, accept, decline, extend, stop");
  reset->require_subcommand(1);
  const auto add = [&](const char* name, const char* about, Answer answer) {
    CLI::App* command = reset->add_subcommand(name, about);
    command->footer(kHelp);
    add_agent(*command, options->agent, "Whose desk")->required();
    command->add_flag("--json", options->json, "JSON out");
    command->callback([&session, options, answer] {
      session.command = [&session, options, answer](Environment& e) { return do_act(session, *options, answer, e); };
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
}

}  // namespace aandacht::ctl
