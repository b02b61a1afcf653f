#include "service/core/question_retention.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace aandacht::core {
namespace {

constexpr absl::Duration kBetweenSteps = absl::Milliseconds(100);
constexpr absl::Duration kTryAgain = absl::Minutes(1);
constexpr int kHour = 3;  // Of the night, when few call.

}  // namespace

absl::Time QuestionSweeper::tonight() const {
  const absl::CivilHour now = absl::ToCivilHour(clock_.now(), time_zone_);
  absl::CivilHour next = absl::CivilHour(absl::CivilDay(now)) + kHour;
  if (next <= now) next = absl::CivilHour(absl::CivilDay(now) + 1) + kHour;
  return absl::FromCivil(next, time_zone_);
}

void QuestionSweeper::step() {
  const absl::CivilDay tomorrow = absl::ToCivilDay(clock_.now(), time_zone_) + 1;
  const absl::CivilDay words_before = tomorrow - retention_.words;
  const absl::CivilDay counts_before = std::min(words_before, tomorrow - retention_.counts);
  writer_.write<store::ForgottenQuestions>(
      [this, words_before, counts_before](Batch& batch) {
        auto forgotten = batch.store().forget_questions(words_before, counts_before, sweep_, retention_.step);
        batch.note(forgotten.status()).IgnoreError();
        return forgotten;
      },
      [this](const absl::StatusOr<store::ForgottenQuestions>& forgotten) {
        if (!forgotten.ok()) {
          if (!absl::IsUnavailable(forgotten.status()))
            spdlog::warn("old questions not forgotten: {}", forgotten.status().ToString());
          return next_(clock_.now() + kTryAgain);
        }
        mind_.knowledge()->questions->forget(forgotten->groups);
        sweep_ = forgotten->next.done ? store::QuestionSweep() : forgotten->next;
        next_(forgotten->next.done ? tonight() : clock_.now() + kBetweenSteps);
      });
}

}  // namespace aandacht::core
