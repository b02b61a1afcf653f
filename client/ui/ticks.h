// Where the marks of an axis go.
#pragma once

#include <string>
#include <vector>

#include "absl/time/time.h"
#include "client/model/language.h"

namespace aandacht::ui {

struct Ticks {
  double from = 0;  ///< The axis, at least as far as what is shown on it.
  double to = 1;
  double step = 1;
  std::vector<double> at;  ///< Ascending, at most as many as were asked for.
};

/// Marks at multiples of 1, 2 or 5 times a power of ten around `low` … `high`; the axis begins and ends at a mark. An
/// axis without extent gets one around it. `most` is 2 or more. `whole`: no marks between whole numbers.
[[nodiscard]] Ticks good_ticks(double low, double high, int most = 5, bool whole = false);

/// Marks of an axis of time, in seconds since the epoch, at round moments of `zone` (minutes, hours, days, weeks from
/// Monday, months, years) within `low` … `high`, which stay the axis' ends. `whole_days`: no marks within a day.
[[nodiscard]] Ticks good_time_ticks(double low, double high, absl::TimeZone zone, int most = 5,
                                    bool whole_days = false);

/// "0,5" in Dutch, "0.5" in English; a true minus sign.
[[nodiscard]] std::string written_number(double value, model::Language language);

/// A mark of good_time_ticks(), no finer than `step` seconds asks for: "14:30", "3 feb", "feb 2026", "2026".
[[nodiscard]] std::string written_time(double seconds, double step, absl::TimeZone zone, model::Language language);

}  // namespace aandacht::ui
