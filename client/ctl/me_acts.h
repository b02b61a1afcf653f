// aandachtctl me: what agents tell of themselves without the window.
#pragma once

#include <string>

#include "client/ctl/program.h"

namespace aandacht::ctl {

/// Adds `share`, `sensitivity` and `guess` under `me`.
void add_me_acts(CLI::App& me, Session& session, const Environment& environment);

}  // namespace aandacht::ctl
