// Numbers, days and times as a person reads them.
#pragma once

#include <string>
#include <string_view>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "client/model/language.h"

namespace aandacht::model {

/// "02:14", from an hour on "1:02:14". Negative is "00:00"; fractions are cut; infinite is "".
[[nodiscard]] std::string duration_text(absl::Duration duration);

/// "4e"; "1st", "2nd", "3rd", "4th", "11th", "21st".
[[nodiscard]] std::string ordinal_text(int number, Language language);

/// "3 dagen", "2 weken", "5 maanden", "2 jaar": in the largest unit of which there are at least two, else "1 dag".
/// Days up to 13, weeks up to 8, months (of 30.44 days) up to 23. Less than a day counts as "vandaag".
[[nodiscard]] std::string span_text(absl::Duration span, Language language);

/// "vr 20 nov", "Fri 20 Nov"; with the year when it is not that of `today`: "vr 20 nov 2025".
[[nodiscard]] std::string day_text(absl::CivilDay day, absl::CivilDay today, Language language);

/// "vandaag 12:00", "morgen 12:00", "vr 12:00" within the six days to come, else "vr 20 nov 12:00".
/// A `due` of 00:00 UTC is a day without a time (see domain::Promise): "vandaag", "vr 20 nov".
[[nodiscard]] std::string due_text(absl::Time due, absl::Time now, absl::TimeZone zone, Language language);

/// At most two capitals: of the first word and of the last, skipping "de", "van der", … "?" for a name without letters.
[[nodiscard]] std::string initials_of(std::string_view name);

/// "+31600110201" → "+31 6 00 11 02 01". What is not a number (a SIP name) is returned as it is.
[[nodiscard]] std::string phone_text(std::string_view number);

/// `text` with its letters in capitals, Latin letters with accents too. Other scripts stay as they are.
[[nodiscard]] std::string upper_text(std::string_view text);

/// `text` with its first letter in capitals.
[[nodiscard]] std::string sentence_text(std::string_view text);

}  // namespace aandacht::model
