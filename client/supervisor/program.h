// The console as a program: window, loop, floor.
#pragma once

#include <string>

namespace aandacht::supervisor {

/// Runs until the window is closed or SIGTERM or SIGINT comes. Returns the exit code: 0, 1 when something that is
/// needed cannot be had (one sentence on standard error says what), 2 for a wrong command line.
int run(int argc, const char* const* argv, const std::string& version);

}  // namespace aandacht::supervisor
