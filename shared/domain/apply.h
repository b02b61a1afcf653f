// The one function that moves a desk on.
#pragma once

#include "absl/time/time.h"
#include "shared/domain/change.h"
#include "shared/domain/desk.h"
#include "shared/domain/event.h"
#include "shared/domain/library.h"

namespace aandacht::domain {

/// What an event made of a desk.
struct Outcome {
  Desk desk;
  std::vector<Change> changes;  ///< Empty: nothing changed and the version did not rise.
};

/// Applies one event.
///
/// Pure: the same arguments give the same outcome; no clock, no input or output, no randomness.
/// Never fails: an event that makes no sense at this desk (an unknown card, a call that ended) changes nothing.
///
/// \param now  the desk's time of the event. A `now` before `desk.time` is taken as `desk.time`, except for a call that
///             begins at a desk without calls: a replayed day may lie before the one replayed last.
[[nodiscard]] Outcome apply(Desk desk, const Event& event, const Library& library, absl::Time now);

}  // namespace aandacht::domain
