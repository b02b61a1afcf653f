// Plays one annotated call at a desk.
#pragma once

#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "client/ctl/call_file.h"
#include "client/ctl/replay_desk.h"

namespace aandacht::ctl {

struct PlayOptions {
  bool instant = false;    ///< No waiting: each turn follows when the one before was answered.
  double speed = 1;        ///< Times as fast as it was.
  bool phone = true;       ///< Report ringing, answered, … ; otherwise a softphone does.
  bool dated_now = false;  ///< Times count from now instead of from 10:00 on the call's own day.
  std::string run;         ///< Part of the call's id, so that no two runs have it in common.
};

/// True when the digits of two phone numbers end alike: "06 00110201" and "+31600110201".
[[nodiscard]] bool same_number(std::string_view one, std::string_view other);

/// From ringing to the end of the wrap-up. Returns the first error of the service; the call is ended all the same.
///
/// Without `phone` waits for a call from the customer's number to be answered at the desk (DEADLINE_EXCEEDED after two
/// minutes), says its words and returns.
[[nodiscard]] absl::Status play_call(const AnnotatedCall& call, const PlayOptions& options, ReplayDesk& desk,
                                     Environment& environment);

}  // namespace aandacht::ctl
