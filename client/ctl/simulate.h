// aandachtctl simulate: what the rules would do, played in seconds.
#pragma once

#include "client/ctl/program.h"

namespace aandacht::ctl {

// Each adds one command under `simulate`.
void add_simulate_queue(CLI::App& simulate, Session& session);
void add_simulate_shift(CLI::App& simulate, Session& session);
void add_simulate_signs(CLI::App& simulate, Session& session);

}  // namespace aandacht::ctl
