#include "client/ui/date_field.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "client/ui/button.h"

namespace aandacht::ui {
namespace {

constexpr float kWidth = 216;  // Ten figures and the caret after them.
constexpr float kHeight = 36;
constexpr float kGap = 4;

}  // namespace

std::optional<absl::CivilDay> draw_date(Pen& pen, std::string_view id, DateField& field, absl::CivilDay day,
                                        absl::CivilDay first, absl::CivilDay last, model::Language language) {
  Look& look = pen.look();
  const float height = std::max(look.px(kHeight), look.pitch(Type::kBody) + look.px(8));
  if (!pen.draws()) {
    pen.skip_pixels(height);
    return std::nullopt;
  }
  if (!field.begun || (field.shown != day && read_day(field.text.text()) != day))
    field.text.set(written_day(day, language));
  field.begun = true;
  field.shown = day;
  const float top = pen.y();
  const float side = look.px(kHeight);
  const float width = std::min(look.text_px(kWidth), pen.width()) - 2 * (side + look.px(kGap));
  const std::string name(id);
  std::optional<absl::CivilDay> chosen;
  const auto step = [&](const char* sign, int by, float left) {
    const Box box{{left, top}, {left + side, top + height}};
    if (draw_button(look, absl::StrCat(name, "#", by), sign, box, ButtonKind::kPlain)) {
      chosen = std::clamp(day + by, first, last);
    }
  };
  step("−", -1, pen.x());
  Pen inside(look, {pen.x() + side + look.px(kGap), top}, width, true);
  const TextEvent event = draw_text_line(inside, id, field.text);
  step("+", 1, pen.x() + side + 2 * look.px(kGap) + width);
  pen.skip_pixels(height);
  if (event.changed) {
    if (const std::optional<absl::CivilDay> typed = read_day(field.text.text()))
      chosen = std::clamp(*typed, first, last);
  }
  if (chosen == day) return std::nullopt;
  return chosen;
}

}  // namespace aandacht::ui
