// A day, typed or stepped to.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "absl/time/civil_time.h"
#include "client/model/day_text.h"
#include "client/model/language.h"
#include "client/ui/text_area.h"

namespace aandacht::ui {

/// What a field holds between two frames.
struct DateField {
  TextArea text{"", 10, true};
  absl::CivilDay shown;  ///< The day that `text` was last written of.
  bool begun = false;
};

using model::read_day;
using model::written_day;

/// A field for `day`, with a day less and a day more beside it; 180 pixels of the design wide, 36 high. Returns another
/// day when one was chosen; never one outside `first` … `last`. What is no day yet changes nothing.
[[nodiscard]] std::optional<absl::CivilDay> draw_date(Pen& pen, std::string_view id, DateField& field,
                                                      absl::CivilDay day, absl::CivilDay first, absl::CivilDay last,
                                                      model::Language language);

}  // namespace aandacht::ui
