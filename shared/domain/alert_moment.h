// What alerts look at: one call after one event. Nothing else of a desk gets to them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "shared/domain/call.h"
#include "shared/domain/change.h"
#include "shared/domain/desk.h"

namespace aandacht::domain {

/// A turn that was just taken.
struct MomentTurn {
  std::string utterance_id;
  Speaker speaker = Speaker::kCustomer;
  std::string text;     ///< Redacted.
  bool scored = false;  ///< It is the last of the scores.

  bool operator==(const MomentTurn&) const = default;
};

struct CallMoment {
  std::string agent_id;
  absl::Time time;      ///< In the desk's time.
  absl::Duration skew;  ///< The service's time minus the desk's.
  std::string call_id;
  CallState state = CallState::kEnded;  ///< kEnded: the desk does not have it any more; then nothing below is given.
  absl::Time state_since = absl::InfinitePast();
  absl::Time rang = absl::InfinitePast();
  absl::Time answered = absl::InfinitePast();
  std::string language;
  std::vector<double> scores;                ///< Of the customer's latest turns, oldest first, at most 16.
  std::vector<absl::CivilDay> contact_days;  ///< Of earlier contacts about the same, newest first.
  std::string about;                         ///< What these are about.
  std::optional<MomentTurn> turn;

  bool operator==(const CallMoment&) const = default;
};

/// The call as it is on this desk now.
[[nodiscard]] CallMoment moment_of(const Desk& desk, const Call& call);

/// One for each call that the update touched. What agents do for themselves is in none of them.
///
/// \param after  the desk that the update made.
[[nodiscard]] std::vector<CallMoment> moments_of(const Desk& after, const DeskUpdate& update);

/// False for an update of which moments_of() makes nothing; cheap.
[[nodiscard]] bool has_moments(const DeskUpdate& update);

}  // namespace aandacht::domain
