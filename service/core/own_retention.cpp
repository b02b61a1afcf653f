#include "service/core/own_retention.h"

#include <spdlog/spdlog.h>

#include <string>

#include "shared/domain/team_habits.h"

namespace aandacht::core {
namespace {

constexpr absl::Duration kBetweenSteps = absl::Milliseconds(100);
constexpr absl::Duration kTryAgain = absl::Minutes(1);
constexpr int kHour = 4;  // Of the night, when few call; the questions have the hour before.

}  // namespace

absl::Time OwnSweeper::tonight() const {
  const absl::CivilHour now = absl::ToCivilHour(clock_.now(), time_zone_);
  absl::CivilHour next = absl::CivilHour(absl::CivilDay(now)) + kHour;
  if (next <= now) next = absl::CivilHour(absl::CivilDay(now) + 1) + kHour;
  return absl::FromCivil(next, time_zone_);
}

void OwnSweeper::step() {
  const absl::CivilDay today = absl::ToCivilDay(clock_.now(), time_zone_);
  const absl::Time before = absl::FromCivil(today + 1 - retention_.days, time_zone_);
  writer_.write<int>(
      [before, quarter = domain::quarter_before(today), most = retention_.step](Batch& batch) -> absl::StatusOr<int> {
        absl::StatusOr<int> forgotten = batch.store().forget_own_records(before, quarter, most);
        if (!batch.note(forgotten.status()).ok()) return forgotten;
        const absl::StatusOr<int> prompts = batch.store().forget_prompts(before, most);
        if (!batch.note(prompts.status()).ok()) return prompts;
        return *forgotten + *prompts;
      },
      [this](const absl::StatusOr<int>& forgotten) {
        if (forgotten.ok()) return next_(*forgotten > 0 ? clock_.now() + kBetweenSteps : tonight());
        if (!absl::IsUnavailable(forgotten.status()))
          spdlog::warn("old records of agents not forgotten: {}", forgotten.status().ToString());
        next_(clock_.now() + kTryAgain);
      });
}

}  // namespace aandacht::core
