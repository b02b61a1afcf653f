// --from and --to of commands about days.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "client/ctl/program.h"

namespace aandacht::ctl {

/// Days, both of them counted.
struct Days {
  std::optional<absl::CivilDay> from;
  std::optional<absl::CivilDay> to;

  /// What is left out: the last of them is today, the first a week before the last.
  [[nodiscard]] absl::CivilDay last(absl::Time now, absl::TimeZone zone) const {
    return to.value_or(absl::ToCivilDay(now, zone));
  }
  [[nodiscard]] absl::CivilDay first(absl::Time now, absl::TimeZone zone) const {
    return from.value_or(last(now, zone) - 6);
  }
};

/// --from DAY and --to DAY as 2026-11-22. `days` must outlive the command.
void add_days(CLI::App& command, Days& days);

/// The environment with the zone of the service, which is the one that days and hours are of. Asks the service for it,
/// and waits.
///
/// Statuses of GetSentimentReport; FAILED_PRECONDITION: this machine does not know the zone.
[[nodiscard]] absl::StatusOr<Environment> in_zone_of_service(const Session& session, const Environment& environment);

}  // namespace aandacht::ctl
