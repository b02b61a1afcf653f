#include "client/model/alert_times.h"

#include "client/model/bilingual.h"

namespace aandacht::model {
namespace {

constexpr Bilingual kSnoozes[] = {{"15 minuten", "15 minutes"}, {"1 uur", "1 hour"}, {"tot morgen", "until tomorrow"}};

std::string clock(absl::Time time, absl::TimeZone zone) { return absl::FormatTime("%H:%M", time, zone); }

}  // namespace

std::string alert_moment(absl::Time time, absl::Time now, absl::TimeZone zone) {
  const bool today = absl::ToCivilDay(time, zone) == absl::ToCivilDay(now, zone);
  return today ? clock(time, zone) : absl::FormatTime("%d-%m %H:%M", time, zone);
}

bool is_aside(const domain::Alert& alert, absl::Time now) { return alert.snoozed_until > now; }

std::vector<std::string> alert_snoozes(Language language) {
  std::vector<std::string> snoozes;
  for (const Bilingual& each : kSnoozes) snoozes.emplace_back(each.in(language));
  return snoozes;
}

absl::Time alert_snooze_end(AlertSnooze snooze, absl::Time now, absl::TimeZone zone) {
  switch (snooze) {
    case AlertSnooze::kQuarter:
      return now + absl::Minutes(15);
    case AlertSnooze::kHour:
      return now + absl::Hours(1);
    case AlertSnooze::kTomorrow:
      return absl::FromCivil(absl::CivilHour(absl::ToCivilDay(now, zone) + 1) + 7, zone);
  }
  return now;
}

}  // namespace aandacht::model
