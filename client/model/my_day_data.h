// What the page about the agent's own day knows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "shared/domain/my_day.h"

namespace aandacht::model {

/// How far something is that the service is asked for.
enum class Asked {
  kNot,
  kUnderWay,
  kDone,
  kUnavailable,  ///< The service is away, or could not; what was known before stays.
};

struct MyDayData {
  Asked asked = Asked::kNot;
  std::optional<domain::MyDay> day;  ///< As last told; also while it is asked for again.

  Asked exported = Asked::kNot;
  std::string export_file;        ///< Where the JSON lines are, or were to be.
  std::int64_t export_lines = 0;  ///< In kDone.

  Asked deleted = Asked::kNot;
  std::int64_t deleted_count = 0;  ///< Records that are gone; in kDone.

  bool operator==(const MyDayData&) const = default;
};

}  // namespace aandacht::model
