// A day, typed or stepped to.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "absl/time/civil_time.h"
#include "client/model/language.h"
#include "client/ui/text_area.h"

namespace aandacht::ui {

/// What a field holds between two frames.
struct DateField {
  TextArea text{"", 10, true};
  absl::CivilDay shown;  ///< The day that `text` was last written of.
  bool begun = false;
};

/// "22-11-2026" in Dutch, "2026-11-22" in English.
[[nodiscard]] std::string written_day(absl::CivilDay day, model::Language language);

/// Reads both; one digit for a day or a month is enough. Nothing for what is no day of the years 2000 … 2099.
[[nodiscard]] std::optional<absl::CivilDay> read_day(std::string_view text);

/// A field for `day`, with a day less and a day more beside it; 180 pixels of the design wide, 36 high. Returns another
/// day when one was chosen; never one outside `first` … `last`. What is no day yet changes nothing.
[[nodiscard]] std::optional<absl::CivilDay> draw_date(Pen& pen, std::string_view id, DateField& field,
                                                      absl::CivilDay day, absl::CivilDay first, absl::CivilDay last,
                                                      model::Language language);

}  // namespace aandacht::ui
