// Options that several commands have.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "absl/time/time.h"

namespace aandacht::ctl {

/// --agent NAME, checked. `agent` holds the default.
CLI::Option* add_agent(CLI::App& command, std::string& agent, const std::string& about);

/// --agent NAME,NAME,…
CLI::Option* add_agents(CLI::App& command, std::vector<std::string>& agents, const std::string& about);

/// A span such as 30s, 10m or 1h30m, above zero. `span` holds the default, which the help shows unless it is infinite.
CLI::Option* add_duration(CLI::App& command, const std::string& name, absl::Duration& span, const std::string& about);

/// The same from `least` to `most`, which the help says.
CLI::Option* add_duration(CLI::App& command, const std::string& name, absl::Duration& span, const std::string& about,
                          absl::Duration least, absl::Duration most);

/// A number from `least` to `most`, which the help says; "nan" is none. `number` holds the default, which the help
/// shows unless it is not a number.
CLI::Option* add_number(CLI::App& command, const std::string& name, double& number, const std::string& about,
                        double least, double most);

/// A moment in RFC 3339.
CLI::Option* add_moment(CLI::App& command, const std::string& name, absl::Time& moment, const std::string& about);

}  // namespace aandacht::ctl
