// A reset while it runs, and when it is over.
#include <algorithm>
#include <cmath>

#include "client/overlay/own_views.h"
#include "client/ui/button.h"
#include "client/ui/landscape.h"

namespace aandacht::overlay {
namespace {

constexpr float kLeastView = 56;
constexpr float kMostView = 400;
constexpr float kBar = 3;

/// A line that comes and goes softly, in as much room as the longest of them takes.
void write_line(ui::Pen& pen, const model::RunningReset& runs) {
  float highest = 0;
  for (const std::string& line : runs.lines) {
    ui::Pen measure(pen.look(), {0, 0}, pen.width(), false);
    measure.balanced(ui::Type::kSay, pen.theme().ink, line);
    highest = std::max(highest, measure.height());
  }
  if (runs.now.index < runs.lines.size()) {
    const ui::Theme& theme = pen.theme();
    const double presence = runs.still ? 1 : runs.now.presence;
    const ui::Colour colour = theme.tints ? mix(theme.paper, theme.ink, presence) : theme.ink;
    ui::Pen line(pen.look(), {pen.x(), pen.y()}, pen.width(), pen.draws());
    line.balanced(ui::Type::kSay, colour, runs.lines[runs.now.index]);
  }
  pen.skip_pixels(highest);
}

/// How much is left: a thin bar that fills, and words.
void write_left(ui::Pen& pen, const model::RunningReset& runs) {
  ui::Look& look = pen.look();
  const ui::Theme& theme = pen.theme();
  if (pen.draws()) {
    // In whole pixels: nothing is drawn anew for less, and every renderer draws the same.
    const float thick = std::round(look.px(kBar));
    const float thin = std::max(1.0F, std::round(look.px(theme.tints ? kBar : 1)));
    const float top = std::round(pen.y());
    const float middle = top + std::floor((thick - thin) / 2);
    const float x = std::round(pen.x() + pen.width() * static_cast<float>(std::clamp(runs.gone, 0.0, 1.0)));
    pen.list().AddRectFilled({pen.x(), middle}, {pen.right(), middle + thin}, ui::to_u32(theme.line));
    if (x > pen.x()) {
      pen.list().AddRectFilled({pen.x(), top}, {x, top + thick},
                               ui::to_u32(theme.tints ? mix(theme.line, theme.good, 0.6) : theme.ink));
    }
  }
  pen.skip(kBar + 4);
  pen.line(ui::Type::kSmall, theme.soft, runs.left);
}

void write_quiet_keys(ui::Pen& pen, const model::RunningReset& runs, Actions& actions) {
  std::vector<ui::ButtonLabel> buttons;
  std::vector<domain::OwnAct> acts;
  if (runs.extend) {
    buttons.push_back({"longer", runs.longer, ui::ButtonKind::kPlain});
    acts.push_back(*runs.extend);
  }
  buttons.push_back({"stop reset", runs.stop, ui::ButtonKind::kPlain});
  acts.push_back(runs.end);
  const int pressed = ui::draw_buttons(pen, buttons);
  if (pressed >= 0) actions.push_back(ActForOneself{acts[static_cast<std::size_t>(pressed)]});
}

/// What gives way in a low window.
struct Parts {
  bool keys = true;
  bool fullness = true;
};

void write_running(ui::Pen& pen, const model::OverlayModel& model, const Parts& parts, Actions& actions) {
  const model::RunningReset& runs = *model.rest.runs;
  pen.paragraph(ui::Type::kSmallBold, pen.theme().soft, runs.title, 2);
  pen.skip(8);
  write_line(pen, runs);
  if (parts.fullness && runs.fullness) {
    pen.skip(16);
    write_fullness(pen, *runs.fullness, actions);
  }
  pen.skip(20);
  write_left(pen, runs);
  pen.skip(12);
  write_quiet_keys(pen, runs, actions);
  if (parts.keys) write_reset_keys(pen, model.keys, model::Text::kResetKeys, model.language);
  if (model.keys.note.empty()) return;
  pen.skip(8);
  write_note(pen, model.keys.note);
}

/// What did it: the question, and what is known by now.
void write_after(ui::Pen& pen, const model::AfterReset& after, std::size_t effects, Actions& actions) {
  const ui::Theme& theme = pen.theme();
  pen.balanced(ui::Type::kSay, theme.ink, after.title);
  pen.skip(12);
  write_fullness(pen, after.fullness, actions);
  if (effects > 0) {
    pen.skip(20);
    pen.line(ui::Type::kSmallBold, theme.soft, after.effects_title);
  }
  for (std::size_t i = 0; i < effects; ++i) {
    pen.skip(i == 0 ? 4 : 8);
    pen.paragraph(i == 0 ? ui::Type::kBody : ui::Type::kSmall, i == 0 ? theme.ink : theme.soft, after.effects[i]);
  }
  pen.skip(24);
  const int pressed = ui::draw_buttons(
      pen, {{"again", after.again, ui::ButtonKind::kPlain}, {"leave reset", after.leave, ui::ButtonKind::kMain}});
  if (pressed == 0) actions.push_back(ActForOneself{after.begin_again});
  if (pressed == 1) actions.push_back(ActForOneself{after.put_away});
}

}  // namespace

void draw_running_reset(ui::Look& look, const model::OverlayModel& model, const ui::Box& page, const ui::Box& window,
                        Actions& actions) {
  const model::RunningReset& runs = *model.rest.runs;
  Actions none;
  Parts parts;
  const auto height = [&] {
    ui::Pen measure(look, page.low, page.width(), false);
    write_running(measure, model, parts, none);
    return measure.height();
  };
  const float margin = look.px(20);
  const float room = page.high.y - window.low.y - margin;
  if (height() > room) parts.keys = false;
  if (height() > room) parts.fullness = false;
  const float view = std::min(std::floor(room - height()), look.px(kMostView));
  float top = std::max(window.low.y + margin, page.high.y - height());
  if (view >= look.px(kLeastView)) {
    ui::Landscape landscape;
    landscape.seconds = runs.still ? 0 : runs.seconds;
    if (runs.breathing) landscape.breath = runs.still ? 0.6 : runs.breath.fullness;
    landscape.word = runs.breath_word;
    const ui::Box box{window.low, {window.high.x, window.low.y + view}};
    ui::draw_landscape(*ImGui::GetWindowDrawList(), look, landscape, box);
    if (runs.breathing && ui::rests_on(box)) ui::draw_tooltip(look, runs.breath_pace);
    top = std::floor(box.high.y + margin + std::max(0.0F, page.high.y - height() - box.high.y - margin) / 2);
  }
  ui::Pen pen(look, {page.low.x, top}, page.width(), true);
  write_running(pen, model, parts, actions);
}

void draw_after_reset(ui::Look& look, const model::OverlayModel& model, const ui::Box& box, Actions& actions) {
  const model::AfterReset& after = *model.rest.after;
  std::size_t effects = after.effects.size();
  Actions none;
  const auto height = [&] {
    ui::Pen measure(look, box.low, box.width(), false);
    write_after(measure, after, effects, none);
    return measure.height();
  };
  while (effects > 0 && height() > box.height()) --effects;
  const float top = box.low.y + std::floor(std::max(0.0F, box.height() - height()) * 0.4F);
  ui::Pen pen(look, {box.low.x, top}, box.width(), true);
  write_after(pen, after, effects, actions);
}

}  // namespace aandacht::overlay
