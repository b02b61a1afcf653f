#include "client/ui/grade_row.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "absl/strings/str_cat.h"

namespace aandacht::ui {
namespace {

constexpr float kHeight = 32;
constexpr float kGap = 6;
constexpr float kPadding = 6;
constexpr float kShape = 12;
constexpr float kBetween = 6;  // Shape and word.
constexpr int kCount = 3;

using Words = std::array<std::string, 3>;

domain::Grade grade_at(int place) {
  constexpr std::array kGrades{domain::Grade::kLow, domain::Grade::kMiddle, domain::Grade::kHigh};
  return kGrades[static_cast<std::size_t>(place)];
}

enum class Form { kBeside, kUnder };

float word_width(const Look& look, const std::string& word) { return std::ceil(text_width(look, Type::kSmall, word)); }

float natural_width(const Look& look, const std::string& word, Form form) {
  const float shape = form == Form::kBeside ? look.px(kShape + kBetween) : 0;
  return word_width(look, word) + shape + 2 * look.px(kPadding);
}

float row_width(const Look& look, const Words& words, Form form) {
  return std::accumulate(words.begin(), words.end(), 2 * look.px(kGap),
                         [&](float sum, const std::string& word) { return sum + natural_width(look, word, form); });
}

Form form_of(const Look& look, float width, const Words& words) {
  return row_width(look, words, Form::kBeside) <= width ? Form::kBeside : Form::kUnder;
}

/// Of equal width where every word fits so, else as wide as the words ask for.
std::array<float, 3> widths_of(const Look& look, float width, const Words& words, Form form) {
  const float each = (width - 2 * look.px(kGap)) / kCount;
  std::array<float, 3> widths{each, each, each};
  const bool equal = std::all_of(words.begin(), words.end(),
                                 [&](const std::string& word) { return natural_width(look, word, form) <= each; });
  if (equal) return widths;
  const float extra = (width - row_width(look, words, form)) / kCount;
  for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = natural_width(look, words[i], form) + extra;
  return widths;
}

struct Paint {
  Colour fill;
  Colour ink;
};

Paint draw_ground(Look& look, const Hit& hit, const Box& box, bool chosen) {
  const Theme& theme = look.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (!theme.tints) {
    const bool inverted = chosen || hit.hovered || hit.held;
    draw_frame(list, look, box, inverted ? theme.ink : theme.card, theme.ink, look.px(6));
    return inverted ? Paint{theme.ink, theme.card} : Paint{theme.card, theme.ink};
  }
  const Colour fill = mix(theme.card, theme.accent, hit.held ? 0.18 : chosen ? 0.12 : hit.hovered ? 0.08 : 0.0);
  draw_frame(list, look, box, fill, chosen ? theme.accent : theme.line, look.px(6));
  // Chosen is told by a second line too.
  if (chosen) {
    const float in = look.outline();
    draw_frame(list, look, {{box.low.x + in, box.low.y + in}, {box.high.x - in, box.high.y - in}}, fill, theme.accent,
               look.px(5));
  }
  return {fill, theme.accent};
}

// In the colour of what can be pressed: what is guessed about a customer is no verdict in red.
void draw_shape(const Look& look, int place, ImVec2 centre, const Paint& paint) {
  draw_grade(*ImGui::GetWindowDrawList(), look, grade_at(place), {std::round(centre.x), std::round(centre.y)},
             look.px(kShape), paint.ink, paint.fill);
}

void draw_words(Look& look, const std::string& word, int place, const Box& box, Form form, const Paint& paint) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float pitch = look.pitch(Type::kSmall);
  const float shape = form == Form::kBeside ? look.px(kShape + kBetween) : 0;
  const std::string shown = shortened(look, Type::kSmall, word, box.width() - shape - look.px(4));
  const float width = text_width(look, Type::kSmall, shown);
  const float left = std::round(box.centre().x - (width + shape) / 2);
  if (form == Form::kBeside) {
    draw_shape(look, place, {left + look.px(kShape) / 2, box.centre().y}, paint);
    draw_line(list, look, Type::kSmall, paint.ink, {left + shape, std::round(box.centre().y - pitch / 2)}, shown);
    return;
  }
  draw_shape(look, place, {box.centre().x, box.low.y + look.px(7) + look.px(kShape) / 2}, paint);
  draw_line(list, look, Type::kSmall, paint.ink, {left, box.high.y - pitch - look.px(3)}, shown);
}

}  // namespace

void draw_grade(ImDrawList& list, const Look& look, domain::Grade grade, ImVec2 centre, float size, Colour ink,
                Colour under) {
  switch (grade) {
    case domain::Grade::kUnknown:
      break;
    case domain::Grade::kLow:
      list.AddTriangleFilled({centre.x - size / 2, centre.y - size * 0.4F}, {centre.x, centre.y + size / 2},
                             {centre.x + size / 2, centre.y - size * 0.4F}, to_u32(ink));
      break;
    case domain::Grade::kMiddle:
      draw_ring(list, centre, size / 2, std::max(1.5F, look.px(2)), ink, under);
      break;
    case domain::Grade::kHigh:
      list.AddCircleFilled(centre, size / 2, to_u32(ink), 24);
      break;
  }
}

float grades_height(const Look& look, float width, const Words& words) {
  const float pitch = look.pitch(Type::kSmall);
  if (form_of(look, width, words) == Form::kBeside) return std::max(look.px(kHeight), pitch + look.px(8));
  return pitch + look.px(kShape + 12);
}

int draw_grades(Pen& pen, std::string_view id, const Words& words, int chosen) {
  Look& look = pen.look();
  const Form form = form_of(look, pen.width(), words);
  const std::array<float, 3> widths = widths_of(look, pen.width(), words, form);
  const float height = grades_height(look, pen.width(), words);
  int pressed = -1;
  float x = pen.x();
  for (int i = 0; pen.draws() && i < kCount; ++i) {
    const auto place = static_cast<std::size_t>(i);
    const Box box{{std::round(x), pen.y()}, {std::round(x + widths[place]), pen.y() + height}};
    const Hit hit = press(absl::StrCat(std::string(id), "#", i), box);
    const Paint paint = draw_ground(look, hit, box, chosen == i);
    draw_words(look, words[place], i, box, form, paint);
    if (hit.clicked) pressed = i;
    x += widths[place] + look.px(kGap);
  }
  pen.skip_pixels(height);
  return pressed;
}

float grade_shapes_height(const Look& look) { return look.px(kHeight); }

float grade_shapes_width(const Look& look) { return 3 * look.px(kHeight) + 2 * look.px(kGap / 2); }

int draw_grade_shapes(Pen& pen, std::string_view id, const Words& words, int chosen) {
  Look& look = pen.look();
  const float side = look.px(kHeight);
  int pressed = -1;
  float x = pen.right() - grade_shapes_width(look);
  for (int i = 0; pen.draws() && i < kCount; ++i) {
    const Box box{{std::round(x), pen.y()}, {std::round(x) + side, pen.y() + side}};
    const std::string name = absl::StrCat(std::string(id), "#", i);
    const Hit hit = press(name, box);
    draw_shape(look, i, box.centre(), draw_ground(look, hit, box, chosen == i));
    const std::string& word = words[static_cast<std::size_t>(i)];
    if (hit.hovered) {
      draw_tooltip(look, word);
    } else if (look.focus.is_on(name)) {
      draw_tooltip_at(look, word, box);
    }
    if (hit.clicked) pressed = i;
    x += side + look.px(kGap / 2);
  }
  return pressed;
}

}  // namespace aandacht::ui
