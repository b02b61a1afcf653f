// Times on the page of alerts, and alerts that are put aside until one. For the .cpp files of this folder.
#pragma once

#include <string>
#include <vector>

#include "absl/time/time.h"
#include "client/model/alerts_model.h"

namespace aandacht::model {

/// "14:05" of today, "21-11 14:05" of another day.
[[nodiscard]] std::string alert_moment(absl::Time time, absl::Time now, absl::TimeZone zone);

/// It was put aside, and that is not over.
[[nodiscard]] bool is_aside(const domain::Alert& alert, absl::Time now);

/// By AlertSnooze.
[[nodiscard]] std::vector<std::string> alert_snoozes(Language language);

}  // namespace aandacht::model
