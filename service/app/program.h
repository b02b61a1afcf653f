// The program aandachtd.
#pragma once

namespace aandacht::service_app {

/// Reads the command line, serves until SIGTERM or SIGINT, returns the exit code: 0 stopped as told, 1 could not start,
/// 2 a wrong command line.
int run(int argc, char** argv, const char* version);

}  // namespace aandacht::service_app
