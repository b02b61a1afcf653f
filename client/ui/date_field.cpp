#include "client/ui/date_field.h"

#include <algorithm>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "client/ui/button.h"

namespace aandacht::ui {
namespace {

constexpr float kWidth = 200;
constexpr float kHeight = 36;
constexpr float kGap = 4;

}  // namespace

std::string written_day(absl::CivilDay day, model::Language language) {
  if (language == model::Language::kDutch) return absl::StrFormat("%d-%02d-%04d", day.day(), day.month(), day.year());
  return absl::StrFormat("%04d-%02d-%02d", day.year(), day.month(), day.day());
}

std::optional<absl::CivilDay> read_day(std::string_view text) {
  std::vector<int> numbers;
  for (const std::string& part : std::vector<std::string>(absl::StrSplit(std::string(text), absl::ByAnyChar("-/.")))) {
    int number = 0;
    if (!absl::SimpleAtoi(part, &number)) return std::nullopt;
    numbers.push_back(number);
  }
  if (numbers.size() != 3) return std::nullopt;
  if (numbers[0] < 100) std::swap(numbers[0], numbers[2]);
  if (numbers[0] < 2000 || numbers[0] > 2099) return std::nullopt;
  const absl::CivilDay day(numbers[0], numbers[1], numbers[2]);
  // What does not exist is moved to what does.
  if (day.month() != numbers[1] || day.day() != numbers[2]) return std::nullopt;
  return day;
}

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
