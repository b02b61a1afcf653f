// Days and times that somebody names: "vrijdag om half vier", "before five this afternoon", "uiterlijk de
// zesentwintigste".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "absl/time/civil_time.h"

namespace aandacht::domain {

/// A part of the day; says which half of the clock an hour is on.
enum class DayPart { kNone, kMorning, kAfternoon, kEvening };

/// One mention, bytes [begin, end) of the text. Exactly one of `day`, `minute`, `moment` and `part` is the point of it;
/// a day may bring its part along ("vrijdagmiddag").
struct DateMention {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::optional<absl::CivilDay> day;
  bool vague = false;                       ///< The day stands for a stretch: "volgende week" is its Friday.
  std::optional<int> minute;                ///< Since midnight, as said.
  bool either_half = false;                 ///< The minute may be twelve hours later as well ("vier uur").
  std::optional<absl::CivilMinute> moment;  ///< "over een uur".
  DayPart part = DayPart::kNone;
  bool bare_weekday = false;  ///< "dinsdag" and no more: in the past tense it is the one before `day`.
};

/// What mentions together say.
struct When {
  std::optional<absl::CivilDay> day;
  bool vague = false;
  std::optional<int> minute;      ///< Since midnight; never set without `day`.
  DayPart part = DayPart::kNone;  ///< "friday morning".
};

/// All mentions, in order, not overlapping.
///
/// A weekday is the next one (today's name: in a week), also after "volgende" and "next"; with "vorige" or "last" the
/// one before. A day of the month without a month is the next such day; with a month it is the nearest such date that
/// is less than half a year ago or still to come. "Begin van de middag" is a time: its end. Working days leave out
/// Saturday and Sunday only.
///
/// \param text      folded and normalised
/// \param language  "en…" is read as English, all else as Dutch
/// \param now       the local time at which it is said
[[nodiscard]] std::vector<DateMention> find_dates(std::string_view text, std::string_view language,
                                                  absl::CivilMinute now);

/// The last day that is named exactly and is not over.
[[nodiscard]] std::optional<absl::CivilDay> last_day_to_come(const std::vector<DateMention>& mentions,
                                                             absl::CivilDay today);

/// Takes the first day and the first time together; of "tussen acht en tien" the end. An hour that may be on either
/// half of the clock follows the part of the day; without one, 1 … 6 are afternoon and 7 … 12 as said, or twelve hours
/// later when that is over today. A time without a day is today, or tomorrow when that is over.
[[nodiscard]] When combine(const std::vector<DateMention>& mentions, absl::CivilMinute now);

}  // namespace aandacht::domain
