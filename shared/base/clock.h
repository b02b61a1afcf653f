// Time as a parameter.
#pragma once

#include "absl/time/time.h"

namespace aandacht::base {

/// Tells the time. Implementations are safe to use from any thread.
class Clock {
 public:
  virtual ~Clock() = default;

  /// Wall-clock time, for people and for storage. May jump.
  [[nodiscard]] virtual absl::Time now() const = 0;

  /// Time since some fixed moment that never jumps, and goes on while the machine sleeps; for intervals and deadlines.
  [[nodiscard]] virtual absl::Duration steady() const = 0;
};

/// The machine's clocks.
class SystemClock final : public Clock {
 public:
  [[nodiscard]] absl::Time now() const override;
  [[nodiscard]] absl::Duration steady() const override;
};

}  // namespace aandacht::base
