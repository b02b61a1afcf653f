// Days as they are typed into a field.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "absl/time/civil_time.h"
#include "client/model/language.h"

namespace aandacht::model {

/// "22-11-2026" in Dutch, "2026-11-22" in English.
[[nodiscard]] std::string written_day(absl::CivilDay day, Language language);

/// Reads both; one digit for a day or a month is enough. Nothing for what is no day of the years 2000 … 2099.
[[nodiscard]] std::optional<absl::CivilDay> read_day(std::string_view text);

}  // namespace aandacht::model
