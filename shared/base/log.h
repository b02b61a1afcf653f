// Logging: lines on standard error by spdlog. Standard output stays free for what scripts read.
#pragma once

#include <string>

#include "absl/status/status.h"

namespace aandacht::base {

/// Sends spdlog's default logger to standard error.
///
/// \param program  stands on every line.
/// \param level    "trace", "debug", "info", "warn", "error" or "off".
/// \param format   "text" for people or "json" for collectors (one object a line: time, level, program, message).
/// INVALID_ARGUMENT: an unknown level or format.
[[nodiscard]] absl::Status start_log(const std::string& program, const std::string& level,
                                     const std::string& format = "text");

}  // namespace aandacht::base
