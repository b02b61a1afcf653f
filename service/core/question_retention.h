// Forgets old questions, a little at a time.
#pragma once

#include <functional>

#include "absl/time/time.h"
#include "service/core/mind.h"
#include "service/core/writer.h"
#include "shared/base/clock.h"

namespace aandacht::core {

/// How long questions are kept, in days, today among them.
struct QuestionRetention {
  int words = 90;    ///< A call's question.
  int counts = 400;  ///< How often a question was asked on a day, and its first words; at least as long as `words`.
  int step = 50;     ///< Questions looked at in one transaction: a few milliseconds.
};

/// Sweeps the store once a night, in steps that other commands go between. References must outlive it.
class QuestionSweeper {
 public:
  /// `next` is told when to call step() again, in the writer's thread.
  using Next = std::function<void(absl::Time)>;

  QuestionSweeper(Writer& writer, const Mind& mind, const base::Clock& clock, absl::TimeZone time_zone,
                  QuestionRetention retention, Next next)
      : writer_(writer), mind_(mind), clock_(clock), time_zone_(time_zone), retention_(retention), next_(next) {}

  /// Does one step and asks for the next. One at a time.
  void step();

 private:
  [[nodiscard]] absl::Time tonight() const;

  Writer& writer_;
  const Mind& mind_;
  const base::Clock& clock_;
  const absl::TimeZone time_zone_;
  const QuestionRetention retention_;
  const Next next_;
  store::QuestionSweep sweep_;  // Used by one step at a time, in the writer's thread.
};

}  // namespace aandacht::core
