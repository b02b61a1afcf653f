// Starting aandacht-ready from another program.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace aandacht::ready {

/// aandacht-ready beside the running program.
[[nodiscard]] std::filesystem::path ready_program();

/// Starts it in a session of its own, with no signal blocked or ignored, and waits until it went to the background.
/// `line`: a descriptor that it gets as its number 3; -1: none. Its exit status until then: with --stay of the whole.
///
/// UNAVAILABLE: it cannot be started. Safe in a program of many threads.
[[nodiscard]] absl::StatusOr<int> start_program(const std::filesystem::path& program,
                                                std::vector<std::string> arguments, int line = -1);

}  // namespace aandacht::ready
