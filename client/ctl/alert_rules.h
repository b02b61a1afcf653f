// aandachtctl alerts rules
#pragma once

#include <CLI/CLI.hpp>

#include "client/ctl/program.h"

namespace aandacht::ctl {

void add_alert_rules(CLI::App& alerts, Session& session);

}  // namespace aandacht::ctl
