// One tiny habit, one click.
#include <algorithm>
#include <cmath>

#include "client/overlay/wrap_up_own.h"
#include "client/ui/button.h"

namespace aandacht::overlay {
namespace {

constexpr float kTick = 18;
constexpr float kHeight = 36;
constexpr int kMostLines = 2;

/// A ring, or a disc with a check in it.
void draw_tick(ui::Pen& pen, ImVec2 centre, bool done, bool hovered) {
  ui::Look& look = pen.look();
  const ui::Theme& theme = look.theme;
  const float radius = look.px(kTick) / 2;
  const ui::Colour colour = hovered && theme.tints ? theme.accent : theme.warm;
  ImDrawList& list = pen.list();
  if (!done) {
    ui::draw_ring(list, centre, radius, std::max(1.5F, look.px(2)), colour, theme.paper);
    return;
  }
  list.AddCircleFilled(centre, radius, ui::to_u32(colour), 32);
  const float thick = std::max(1.5F, look.px(2));
  const ImVec2 low{centre.x - radius * 0.1F, centre.y + radius * 0.42F};
  list.AddLine({centre.x - radius * 0.48F, centre.y + radius * 0.05F}, low, ui::to_u32(theme.paper), thick);
  list.AddLine(low, {centre.x + radius * 0.5F, centre.y - radius * 0.38F}, ui::to_u32(theme.paper), thick);
}

void write_routine(ui::Pen& pen, const model::HabitRow& habit, Actions& actions) {
  if (habit.ask.empty()) return;
  pen.skip(4);
  const int pressed = ui::draw_buttons(pen, {{"routine", habit.routine}, {"not yet routine", habit.not_yet}});
  if (pressed >= 0) actions.push_back(ActForOneself{domain::RoutineAnswered{pressed == 0}});
}

}  // namespace

void write_habit_row(ui::Pen& pen, const model::HabitRow& habit, bool whole, Actions& actions) {
  ui::Look& look = pen.look();
  const ui::Type type = whole ? ui::Type::kBody : ui::Type::kSmall;
  const float inset = look.px(kTick + 10);
  const auto write_words = [&](ui::Pen& to) {
    to.paragraph(type, to.theme().ink, habit.words, whole ? kMostLines : 1, inset);
    // Its line is there before the tick too, so that nothing moves.
    if (!whole) return;
    const ui::Colour colour = habit.done ? to.theme().warm : to.theme().soft;
    to.paragraph(ui::Type::kSmall, colour, habit.note, habit.ask.empty() ? 1 : kMostLines, inset);
  };
  ui::Pen measure(look, {pen.x(), pen.y()}, pen.width(), false);
  write_words(measure);
  const float height = std::max(look.px(kHeight), measure.height());
  if (pen.draws()) {
    const ui::Box box{{pen.x(), pen.y()}, {pen.right(), pen.y() + height}};
    const ui::Hit hit = ui::press("habit", box);
    if (hit.clicked) actions.push_back(ActForOneself{habit.tick});
    const float first = measure.height() < height ? height : look.pitch(type);
    draw_tick(pen, {std::round(pen.x() + look.px(kTick) / 2), std::round(pen.y() + first / 2)}, habit.done,
              hit.hovered);
    ui::Pen words(look, {pen.x(), pen.y() + std::round((height - measure.height()) / 2)}, pen.width(), true);
    write_words(words);
  }
  pen.skip_pixels(height);
  if (whole) write_routine(pen, habit, actions);
}

}  // namespace aandacht::overlay
