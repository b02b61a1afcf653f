// aandachtctl call
#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "client/ctl/options.h"
#include "client/ctl/program.h"
#include "client/ctl/service.h"
#include "client/net/channel.h"
#include "client/net/desk_actions.h"
#include "client/net/outbox.h"
#include "client/net/sender.h"
#include "client/softphone/hook_calls.h"
#include "client/softphone/hook_events.h"

namespace aandacht::ctl {
namespace {

constexpr char kHelp[] =
    R"(For any softphone that can run a command. Returns at once, prints nothing on standard output, and loses nothing: the
report is written to the outbox first; when the service is away the next command, or the overlay, sends it later.
Reports may come out of order; the id is what joins them. A softphone without ids may leave --id out: its reports are
joined by number and time.

Examples:
  aandachtctl call ringing  --id 3c26700857a87f84@10.0.4.12 --from +31600110201 --name "G. Hoekstra" --agent anna
  aandachtctl call answered --id 3c26700857a87f84@10.0.4.12 --agent anna
  aandachtctl call ended    --id 3c26700857a87f84@10.0.4.12 --agent anna
  aandachtctl call twinkle  --agent anna                    as each of Twinkle's scripts: it reads what Twinkle sets)";

struct Options {
  std::string agent;
  std::string outbox;
  absl::Time at = absl::InfinitePast();
  absl::Duration patience = absl::Milliseconds(500);
  bool outgoing = false;
  bool twinkle = false;
  softphone::HookArguments words;
};

/// What the softphone told, by its words or its environment. INVALID_ARGUMENT, NOT_FOUND: see hook_events.h.
absl::StatusOr<domain::CallReported> read_report(const Options& options, const Environment& environment) {
  if (!options.twinkle) return softphone::report_from_arguments(options.words);
  absl::StatusOr<domain::CallReported> report = softphone::report_from_twinkle(environment.variable);
  if (absl::IsNotFound(report.status())) {
    return absl::NotFoundError("TWINKLE_TRIGGER is not set: this is for Twinkle's call scripts, set it there");
  }
  if (report.ok() && report->queue.empty()) report->queue = options.words.queue;
  if (report.ok() && report->language.empty()) report->language = options.words.language;
  return report;
}

/// Says on the error stream what the service will never take; the softphone is not to blame.
void tell_refused(net::Outbox& outbox, absl::Time since, Environment& environment) {
  const absl::StatusOr<std::vector<net::RefusedItem>> refused = outbox.refused(1);
  if (!refused.ok() || refused->empty() || refused->front().refused < since) return;
  fail(environment, absl::StrCat("the service refused a report: ", refused->front().reason));
}

/// Puts a report in the outbox; a report without an id gets one.
absl::Status keep(domain::CallReported report, absl::Time occurred, net::Outbox& outbox, const Options& options,
                  Environment& environment) {
  if (report.call_id.empty()) {
    const std::filesystem::path calls =
        options.outbox.empty() ? softphone::default_hook_calls_file() : outbox.file().parent_path() / "hook-calls.json";
    absl::StatusOr<std::string> id = softphone::assign_call_id_in(calls, report.from, report.event, occurred);
    if (!id.ok()) return id.status();
    report.call_id = *std::move(id);
  }
  return net::DeskActions(outbox, environment.ids, options.agent).report_call(report, occurred);
}

/// Tries; whatever comes of it nothing is lost. With the service away it gives up at once: the softphone waits.
void send_what_waits(const Session& session, const Options& options, net::Outbox& outbox,
                     const Environment& environment) {
  const auto channel = net::open_channel(session.server, {.agent = options.agent});
  if (!can_connect(*channel, options.patience)) return;
  const auto transport = net::make_transport(channel);
  const auto sleeper = net::make_sleeper();
  net::Sender sender(outbox, *transport, *sleeper, environment.clock, {.call_timeout = options.patience});
  (void)sender.flush(options.patience);
}

Exit report(const Session& session, const Options& options, Environment& environment) {
  const absl::StatusOr<domain::CallReported> told = read_report(options, environment);
  if (!told.ok()) {
    fail(environment, std::string(told.status().message()));
    return Exit::kUsage;
  }
  const absl::Time began = environment.clock.now();
  const auto outbox = net::Outbox::open(
      options.outbox.empty() ? net::default_outbox_file() : std::filesystem::path(options.outbox), environment.clock);
  const absl::Status kept =
      outbox.ok() ? keep(*told, options.at == absl::InfinitePast() ? began : options.at, **outbox, options, environment)
                  : outbox.status();
  if (!kept.ok()) {
    return fail(environment, absl::StrCat("the report cannot be kept, so it is lost: ", std::string(kept.message())));
  }
  send_what_waits(session, options, **outbox, environment);
  tell_refused(**outbox, began, environment);
  return Exit::kOk;
}

struct EventCommand {
  const char* name;
  const char* about;
};

constexpr char kTwinkle[] = "twinkle";
constexpr EventCommand kEvents[] = {
    {"ringing", "A call rings, here or (with --outgoing) at the far end"},
    {"answered", "A call was answered"},
    {"held", "A call was put on hold: from now on its words are not kept"},
    {"resumed", "A call came back from hold"},
    {"ended", "A call ended, also when nobody answered it"},
    {kTwinkle, "What Twinkle's call script says, by the variables that Twinkle sets"},
};

void add_event(CLI::App& call, const EventCommand& event, Session& session, const std::shared_ptr<Options>& options) {
  CLI::App* command = call.add_subcommand(event.name, event.about);
  command->footer(kHelp);
  if (event.name != kTwinkle) {
    command->add_option("--id", options->words.id, "The softphone's own id of the call (SIP Call-ID)");
    command->add_option("--from", options->words.from, "The far end's number or address; leave out when withheld");
    command->add_option("--name", options->words.name, "The far end's display name");
    command->add_flag("--outgoing", options->outgoing, "The agent called");
    command->add_flag("--twinkle", options->twinkle, "Take all this, the event too, from what Twinkle sets");
  }
  add_agent(*command, options->agent, "Whose desk [$AANDACHT_AGENT, else the user's name]");
  command->add_option("--queue", options->words.queue, "Queue or brand that was called; picks its whys");
  command->add_option("--lang", options->words.language, "Language of the call, such as nl or en");
  add_moment(*command, "--at", options->at, "When it happened; left out: now");
  command->add_option("--outbox", options->outbox, "Where reports are kept until they are sent")->type_name("FILE");
  add_duration(*command, "--patience", options->patience, "How long to try to send it now");
  command->callback([&session, options, name = event.name] {
    session.command = [&session, options, name](Environment& environment) {
      options->words.event = name;
      options->words.direction = options->outgoing ? "outgoing" : "incoming";
      options->twinkle = options->twinkle || name == kTwinkle;
      return report(session, *options, environment);
    };
  });
}

}  // namespace

void add_call(CLI::App& app, Session& session, const Environment& environment) {
  auto options = std::make_shared<Options>();
  options->agent = default_agent(environment);
  CLI::App* call = app.add_subcommand("call", "Report what a softphone saw happen");
  call->footer(kHelp);
  call->require_subcommand(1);
  for (const EventCommand& event : kEvents) add_event(*call, event, session, options);
}

}  // namespace aandacht::ctl
