// Forgets what is kept about agents as such when it is old.
#pragma once

#include <functional>

#include "absl/time/time.h"
#include "service/core/writer.h"
#include "shared/base/clock.h"

namespace aandacht::core {

/// How long what is kept about agents as such stays.
struct OwnRetention {
  int days = 400;  ///< Guesses, surveys, heavy calls and looks, today among them: a year can be set beside the last.
  int step = 200;  ///< Of each kind in one transaction: a few milliseconds.
};

/// Sweeps the store once a night, in steps that other commands go between: what is older than OwnRetention::days,
/// prompts too, and habits, votes and quotas of quarters before the last. References must outlive it.
class OwnSweeper {
 public:
  /// `next` is told when to call step() again, in the writer's thread.
  using Next = std::function<void(absl::Time)>;

  OwnSweeper(Writer& writer, const base::Clock& clock, absl::TimeZone time_zone, OwnRetention retention, Next next)
      : writer_(writer), clock_(clock), time_zone_(time_zone), retention_(retention), next_(std::move(next)) {}

  /// Does one step and asks for the next. One at a time.
  void step();

 private:
  [[nodiscard]] absl::Time tonight() const;

  Writer& writer_;
  const base::Clock& clock_;
  const absl::TimeZone time_zone_;
  const OwnRetention retention_;
  const Next next_;
};

}  // namespace aandacht::core
