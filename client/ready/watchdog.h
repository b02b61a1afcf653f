// The watchdog's own work: not ready, wait, ready again.
#pragma once

#include <filesystem>
#include <string>

#include "absl/time/time.h"
#include "client/ready/duty.h"
#include "client/ready/lease.h"

namespace aandacht::ready {

struct WatchOptions {
  std::filesystem::path folder;  ///< Of the leases.
  Told told;
  std::string not_ready;                     ///< Command; empty: none.
  std::string ready;                         ///< Command.
  absl::Duration span;                       ///< The reset's length from now.
  absl::Duration margin = absl::Seconds(5);  ///< Past the span the overlay has this long to say so itself.
  absl::Duration limit = absl::Seconds(10);  ///< Of one run of a command.
  Duty::Waits waits;                         ///< After a ready command that failed.
  int line = -1;                             ///< Descriptor of a socket or pipe to the overlay; -1: none.
};

// What the overlay writes on the line, and what it reads there; one a line.
inline constexpr const char* kSayReady = "ready";            ///< Ready now.
inline constexpr const char* kSayFor = "for ";               ///< With seconds: so long from now instead.
inline constexpr const char* kTellNotReady = "not-ready";    ///< The not-ready command ran well.
inline constexpr const char* kTellNotTaken = "not-taken";    ///< It failed; the ready command is run all the same.
inline constexpr const char* kTellReady = "is-ready";        ///< The ready command ran well: over.
inline constexpr const char* kTellFailed = "ready-failed";   ///< It did not; tried again.
inline constexpr const char* kTellTakenOver = "taken-over";  ///< A newer watchdog does it: over.

/// Takes the lease, runs the not-ready command, waits, and runs the ready command until it succeeds. It is due when the
/// line says so or is closed, when the time and the margin are over, or when SIGTERM, SIGINT or SIGHUP comes. Without a
/// lease nothing is run at all.
///
/// Returns the exit status: 0 ready again or taken over, 1 given up (the lease stays), 3 no lease. For a program with
/// one thread: it blocks those signals and never unblocks them.
[[nodiscard]] int watch(const WatchOptions& options);

/// Runs the ready commands of all leases in the folder whose holders are gone, until each succeeded; with `once` one
/// time each. `options.ready`, when it is not empty, is what the settings of `options.told.agent` say now: a lease of
/// that agent with another command, which may be the wrong one that was mended since, is settled when this succeeds,
/// also while a watchdog still tries the other. 0: nothing is owed any more (but by living watchdogs).
[[nodiscard]] int recover(const WatchOptions& options, bool once);

/// Has every living watchdog of the folder run its ready command now. How many were told.
int call_in_all(const std::filesystem::path& folder);

}  // namespace aandacht::ready
