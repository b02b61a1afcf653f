// The overlay as a program: window, loop, session, views.
#pragma once

#include <string>

namespace aandacht::overlay {

/// Runs until the window is closed or SIGTERM or SIGINT comes. Returns the exit code: 0, 1 when something that is
/// needed cannot be had (one sentence on standard error says what), 2 for a wrong command line or configuration.
int run(int argc, const char* const* argv, const std::string& version);

}  // namespace aandacht::overlay
