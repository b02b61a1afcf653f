// When a promise is due, by the moments its words name. For promises.cpp only.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "shared/domain/dates.h"

namespace aandacht::domain::promises {

/// Of the days that the words of one promise name, the one it is due on, with the times and parts that go with it:
///
/// - days that are over say nothing, nor does the day of something else ("de levering van vrijdag") beside another;
/// - of days to choose from ("maandag of dinsdag") the last; then one after "uiterlijk";
/// - then the last that has a time beside it ("I'll ask this afternoon and ring you tomorrow before noon");
/// - then the first.
///
/// \param mentions  in order, of `text`, which is folded
[[nodiscard]] std::vector<DateMention> due_mentions(std::vector<DateMention> mentions, std::string_view text,
                                                    absl::CivilMinute now);

/// At the time that is named, else at the end of the part of the day (12:00, 18:00, 23:00), else of the day (23:59).
/// `mentions` as due_mentions() gives them; absent when they name no day, time or moment.
[[nodiscard]] std::optional<absl::Time> due_of(const std::vector<DateMention>& mentions, absl::CivilMinute now,
                                               absl::TimeZone time_zone);

/// The end of `day`.
[[nodiscard]] absl::Time end_of_day(absl::CivilDay day, absl::TimeZone time_zone);

/// True when the mentions name a time or a part of the day, but not which day.
[[nodiscard]] bool lacks_day(const std::vector<DateMention>& mentions);

/// `day` as a mention beside which a time may stand. "Morgenochtend" a sentence ago says nothing of "om drie uur", so
/// a morning is left out.
[[nodiscard]] DateMention carried(const DateMention& day);

}  // namespace aandacht::domain::promises
