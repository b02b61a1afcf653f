// Solved, easy, how did they leave: one click each.
#include <algorithm>
#include <cmath>

#include "client/overlay/wrap_up_own.h"
#include "client/render/imgui_compat.h"
#include "client/ui/grade_row.h"

namespace aandacht::overlay {
namespace {

constexpr float kBetween = 10;
constexpr float kTightly = 4;
constexpr int kMostLines = 2;

int place_of(domain::Grade guess) { return static_cast<int>(guess) - static_cast<int>(domain::Grade::kLow); }

std::array<std::string, 3> words_of(const model::ExperienceRow& row) {
  return {row.choices[0].words, row.choices[1].words, row.choices[2].words};
}

/// Question at the left and what the words say at its right; only that where both do not fit, so that nothing moves.
void write_question(ui::Pen& pen, const model::ExperienceRow& row) {
  ui::Look& look = pen.look();
  const ui::Theme& theme = pen.theme();
  const float question = ui::text_width(look, ui::Type::kSmallBold, row.question);
  const float suggested = ui::text_width(look, ui::Type::kSmall, row.suggested);
  if (row.suggested.empty()) {
    pen.line(ui::Type::kSmallBold, theme.soft, row.question);
  } else if (question + look.px(12) + suggested > pen.width()) {
    pen.line(ui::Type::kSmall, theme.soft, row.suggested);
  } else {
    pen.label(ui::Type::kSmall, theme.soft, row.suggested, {std::round(pen.right() - suggested), pen.y()},
              std::ceil(suggested) + 1);
    pen.line(ui::Type::kSmallBold, theme.soft, row.question, 0, question + 1);
  }
  pen.skip(4);
}

int write_whole(ui::Pen& pen, const model::ExperienceRow& row) {
  write_question(pen, row);
  return ui::draw_grades(pen, row.id, words_of(row), place_of(row.guess));
}

int write_short(ui::Pen& pen, const model::ExperienceRow& row) {
  ui::Look& look = pen.look();
  const float room = pen.width() - ui::grade_shapes_width(look) - look.px(8);
  const std::string& words = row.answered.empty() ? row.question : row.answered;
  // As high as with the longest answer, so that nothing moves.
  float height = ui::grade_shapes_height(look);
  for (const model::GradeChoice& choice : row.choices) {
    ui::Pen measure(look, {0, 0}, room, false);
    measure.paragraph(ui::Type::kSmall, pen.theme().ink, row.question + " " + choice.words, kMostLines);
    height = std::max(height, measure.height());
  }
  ui::Pen measure(look, {0, 0}, room, false);
  measure.paragraph(ui::Type::kSmall, pen.theme().ink, words, kMostLines);
  ui::Pen text(look, {pen.x(), pen.y() + std::round((height - measure.height()) / 2)}, room, pen.draws());
  text.paragraph(ui::Type::kSmall, pen.theme().ink, words, kMostLines);
  ui::Pen shapes(look, {pen.x(), pen.y() + std::round((height - ui::grade_shapes_height(look)) / 2)}, pen.width(),
                 pen.draws());
  const int pressed = ui::draw_grade_shapes(shapes, row.id, words_of(row), place_of(row.guess));
  pen.skip_pixels(height);
  return pressed;
}

}  // namespace

void write_three_es(ui::Pen& pen, const model::WrapUpOwnModel& own, const OwnDetail& detail, Actions& actions) {
  for (std::size_t i = 0; i < std::min(detail.questions, own.experience.size()); ++i) {
    const model::ExperienceRow& row = own.experience[i];
    if (i > 0) pen.skip(detail.tight ? kTightly : kBetween);
    const int pressed = detail.words ? write_whole(pen, row) : write_short(pen, row);
    if (pressed < 0 || pressed == place_of(row.guess)) continue;
    actions.push_back(ActForOneself{row.choices[static_cast<std::size_t>(pressed)].guess});
  }
}

void take_experience_keys(const model::WrapUpOwnModel& own, Actions& actions) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.WantTextInput || io.KeyCtrl || io.KeyAlt || io.KeySuper) return;
  for (std::size_t i = 0; i < 9; ++i) {
    const auto key = static_cast<render::Key>(static_cast<int>(render::Key::k0) + 1 + static_cast<int>(i));
    const model::ExperienceRow& row = own.experience[i / 3];
    if (!render::key_pressed(key) || static_cast<int>(i % 3) == place_of(row.guess)) continue;
    actions.push_back(ActForOneself{row.choices[i % 3].guess});
  }
}

}  // namespace aandacht::overlay
