#include "client/ctl/simulate.h"

#include <CLI/CLI.hpp>

namespace aandacht::ctl {

void add_simulate(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("simulate", "Play what the rules would do, without a service");
  command->require_subcommand(1);
  command->footer(
      "Examples:\n  aandachtctl simulate shift --mood brutal --plot brutal.png\n"
      "  aandachtctl simulate queue --occupancy .85 --agents 10,25");
  add_simulate_queue(*command, session);
  add_simulate_shift(*command, session);
  add_simulate_signs(*command, session);
}

}  // namespace aandacht::ctl
