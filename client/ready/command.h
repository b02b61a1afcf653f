// A command of the settings, run by the shell within a time.
#pragma once

#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace aandacht::ready {

/// What a command is told: as environment variables only, so that nothing from outside becomes part of its words.
struct Told {
  std::string agent;  ///< AANDACHT_AGENT
  std::string until;  ///< AANDACHT_UNTIL: RFC 3339, the end that was planned when the reset was accepted.
};

/// Runs `command` by /bin/sh in a process group of its own and waits for it; standard input is empty, what it prints
/// goes to standard error, or nowhere when nobody reads that any more. It is killed with its group when `limit` is
/// over, and when the calling thread ends.
///
/// FAILED_PRECONDITION: an exit status that is not 0, or a signal. DEADLINE_EXCEEDED: killed after `limit`.
/// UNAVAILABLE: it could not be started. Only for a program with one thread: it forks.
[[nodiscard]] absl::Status run_command(const std::string& command, const Told& told, absl::Duration limit);

/// Whether a text can be a command: one line of at most 2000 bytes. A failure's message completes "<setting> …".
[[nodiscard]] absl::Status check_command(const std::string& text);

}  // namespace aandacht::ready
