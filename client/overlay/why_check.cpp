#include "client/overlay/why_check.h"

#include <imgui.h>

#include <cmath>

#include "client/render/imgui_compat.h"
#include "client/ui/button.h"

namespace aandacht::overlay {
namespace {

using render::Key;

constexpr std::array kIds = {"why none", "why know", "why feel", "why tell"};

domain::WhyLevel level_at(int place) { return static_cast<domain::WhyLevel>(place); }

void answer(const model::WhyCheckModel& check, int place, Actions& actions) {
  actions.push_back(AnswerWhyCheck{check.why_id, level_at(place), {}});
}

/// The two ways out, as quiet as can be, side by side.
void write_ways_out(ui::Pen& pen, const model::WhyCheckModel& check, Actions& actions) {
  const int pressed = ui::draw_buttons(pen, {{"why not today", check.not_today, ui::ButtonKind::kBare},
                                             {"why never", check.never, ui::ButtonKind::kBare}});
  if (pressed < 0) return;
  const auto choice = pressed == 0 ? domain::WhyCheckChoice::kNotToday : domain::WhyCheckChoice::kNever;
  actions.push_back(AnswerWhyCheck{check.why_id, std::nullopt, choice});
}

/// What is left out first when there is little room.
struct Form {
  int rule_lines = 2;
  bool note = true;
};

void write(ui::Pen& pen, const model::WhyCheckModel& check, const Form& form, Actions& actions) {
  const ui::Theme& theme = pen.theme();
  pen.hairline();
  pen.skip(12);
  pen.paragraph(ui::Type::kSmall, theme.soft, check.caption, 2);
  pen.skip(4);
  pen.paragraph(ui::Type::kBodyBold, theme.ink, check.topic, 1);
  if (!check.rule.empty() && form.rule_lines > 0) {
    pen.paragraph(ui::Type::kSmall, theme.ink, check.rule, form.rule_lines);
  }
  pen.skip(8);
  const int pressed = ui::draw_buttons(
      pen,
      {{kIds[0], check.levels[0]}, {kIds[1], check.levels[1]}, {kIds[2], check.levels[2]}, {kIds[3], check.levels[3]}});
  if (pressed >= 0) answer(check, pressed, actions);
  if (form.note) {
    pen.skip(6);
    pen.paragraph(ui::Type::kSmall, theme.soft, check.note, 2);
  }
  write_ways_out(pen, check, actions);
}

void take_keys(const model::WhyCheckModel& check, Actions& actions) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.WantTextInput || io.KeyCtrl || io.KeyAlt || io.KeySuper) return;
  for (int place = 0; place < 4; ++place) {
    if (render::key_pressed(static_cast<Key>(static_cast<int>(Key::k0) + place + 1))) answer(check, place, actions);
  }
}

}  // namespace

float draw_why_check(ui::Look& look, const model::WhyCheckModel& check, const ui::Box& box, bool has_keyboard,
                     Actions& actions) {
  Actions none;
  for (const Form& form : {Form{2, true}, Form{2, false}, Form{1, false}, Form{0, false}}) {
    ui::Pen measure(look, box.low, box.width(), false);
    write(measure, check, form, none);
    if (measure.height() > std::floor(box.height() / 2)) continue;
    const float top = box.high.y - measure.height();
    ui::Pen pen(look, {box.low.x, top}, box.width(), true);
    write(pen, check, form, actions);
    if (has_keyboard) take_keys(check, actions);
    return top;
  }
  return box.high.y;
}

}  // namespace aandacht::overlay
