// aandachtctl push
#include <CLI/CLI.hpp>
#include <memory>

#include "absl/strings/str_cat.h"
#include "client/ctl/json_out.h"
#include "client/ctl/options.h"
#include "client/ctl/program.h"
#include "client/ctl/service.h"
#include "client/net/channel.h"

namespace aandacht::ctl {
namespace {

constexpr char kHelp[] =
    R"(The prompt waits at the desk until the agent's attention budget has room for it, or until it expires.

Example:
  aandachtctl push --agent anna --supervisor "Kim, team 3" --reason "storing sinds 10:00" \
      "Zeg dat de storing voor 14:00 opgelost is" --for 30m)";

struct Options {
  bool json = false;
  PromptOrder order;
};

Exit push(const Session& session, const Options& options, Environment& environment) {
  Service service(net::open_channel(session.server), {.sleep = environment.sleep});
  PromptOrder order = options.order;
  order.id = absl::StrCat("prompt-", environment.ids.next());
  const absl::StatusOr<int> desks = service.push_prompt(order);
  if (!desks.ok()) return fail(environment, session.server, desks.status());
  if (options.json) {
    environment.out << to_line({{"prompt", order.id}, {"desks", *desks}}) << '\n';
  } else {
    environment.out << "the prompt is at " << *desks << (*desks == 1 ? " desk\n" : " desks\n");
  }
  return Exit::kOk;
}

}  // namespace

void add_push(CLI::App& app, Session& session, const Environment& environment) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("push", "Send a supervisor's prompt to agents");
  command->footer(kHelp);
  options->order.supervisor = environment.variable("USER").value_or("");
  add_agents(*command, options->order.agents, "To whom; several with commas")->required();
  command->add_option("--supervisor", options->order.supervisor, "Who pushes it; the agent sees this")
      ->required(options->order.supervisor.empty())
      ->capture_default_str();
  command->add_option("--reason", options->order.reason, "Why; the agent sees this")->required();
  command->add_option("TEXT", options->order.text, "What to do or say")->required();
  command->add_flag("--urgent", options->order.urgent, "May jump the queue");
  add_duration(*command, "--for", options->order.time_to_live, "How long it is worth showing (10s to 8h)");
  command->add_flag("--json", options->json, "JSON out");
  command->callback([&session, options] {
    session.command = [&session, options](Environment& e) { return push(session, *options, e); };
  });
}

}  // namespace aandacht::ctl
