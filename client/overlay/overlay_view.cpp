#include "client/overlay/overlay_view.h"

#include <algorithm>
#include <cmath>

#include "client/overlay/in_sight.h"
#include "client/overlay/own_views.h"

namespace aandacht::overlay {
namespace {

constexpr float kMargin = 16;
// What is kept free for a card, so that nothing has to move when one comes.
constexpr float kCardRoom = 248;  // At the usual size of text.

/// How much of the customer's context stands above the card; less when the window is low.
struct Context {
  std::size_t promises = 2;
  bool journey = true;
  bool repeat = true;
};

void write_context(ui::Pen& pen, const model::OverlayModel& model, const Context& context, Actions& actions) {
  write_header(pen, *model.header);
  if (context.repeat) write_repeat_contact(pen, model.repeat_contact);
  if (context.journey) write_journey(pen, model.journey, model.language, actions);
  if (context.promises > 0) write_promises(pen, model.promises, context.promises, model.language);
}

/// Depends on the customer and the window, not on cards: it must not change when one comes.
Context context_that_fits(ui::Look& look, const model::OverlayModel& model, float width, float room) {
  constexpr Context kContexts[] = {{2, true, true}, {1, true, true}, {0, true, true}, {0, false, true}};
  Actions none;
  for (const Context& context : kContexts) {
    ui::Pen pen(look, {0, 0}, width, false);
    write_context(pen, model, context, none);
    if (pen.height() + look.text_px(kCardRoom) <= room) return context;
  }
  return {0, false, false};
}

/// The card, and over it as much of the paper as is not to be seen of it yet.
void draw_card(ui::Look& look, const model::OverlayModel& model, const ui::Box& box, ui::Pen& pen, Actions& actions) {
  const float top = pen.y();
  write_card(pen, *model.card, box.high.y, model.language, actions);
  if (model.card_presence >= 1) return;
  const ui::Colour paper = look.theme.paper;
  const int cover = static_cast<int>(std::lround((1 - model.card_presence) * 255));
  pen.list().AddRectFilled({box.low.x, top}, {box.high.x, pen.y()},
                           IM_COL32(paper.red, paper.green, paper.blue, cover));
}

void draw_middle(ui::Look& look, const model::OverlayModel& model, const ui::Box& box, Actions& actions) {
  ui::Pen pen(look, box.low, box.width(), true);
  if (model.search.open) {
    draw_search_results(look, model.search, box.low.x, box.width(), box.low.y, box.high.y, model.language, actions);
    return;
  }
  if (model.rest.causes_open) {
    write_causes(pen, model.rest.ring, box.high.y, model.language, actions);
    return;
  }
  // A why that the agent asked for is why they are here.
  const bool asked = model.card && model.card->kind == domain::CardKind::kWhy && model.card->budget.empty();
  if (model.wrap_up && !asked) {
    write_wrap_up(pen, model, box.high.y, actions);
    return;
  }
  if (model.journey_open && model.journey.size() > 1) {
    pen.skip_pixels(draw_journey_list(look, model, box, actions) - pen.y());
  } else if (model.card) {
    draw_card(look, model, box, pen, actions);
  } else if (model.screen == model::Screen::kOnHold) {
    write_hold(pen, model.language);
  } else if (!model.opening.empty()) {
    write_opening(pen, model.opening, box.high.y, model.language);
  }
  const float kept_free = std::min(box.low.y + look.text_px(kCardRoom), box.high.y);
  draw_heard(look, model.heard, {{box.low.x, kept_free}, box.high}, pen.y() + look.px(16), model.language);
}

void draw_call(ui::Look& look, const model::OverlayModel& model, const ui::Box& box, Actions& actions) {
  // After the call only what has to be written down counts.
  const Context context =
      model.wrap_up ? Context{0, false, false} : context_that_fits(look, model, box.width(), box.height());
  ui::Pen pen(look, box.low, box.width(), true);
  write_context(pen, model, context, actions);
  write_divider(pen, model.other, model.watched);
  draw_middle(look, model, {{box.low.x, pen.y()}, box.high}, actions);
}

/// What of the agent's own side stands between calls; false: none of it.
bool draw_rest(ui::Look& look, const model::OverlayModel& model, const ui::Box& box, Actions& actions) {
  const model::RestModel& rest = model.rest;
  if (rest.causes_open) {
    ui::Pen pen(look, box.low, box.width(), true);
    write_causes(pen, rest.ring, box.high.y, model.language, actions);
  } else if (rest.offer) {
    draw_offer(look, model, *rest.offer, box, actions);
  } else if (rest.after) {
    draw_after_reset(look, model, box, actions);
  } else if (rest.ask_open && rest.ask) {
    draw_offer(look, model, *rest.ask, box, actions);
  } else {
    return false;
  }
  if (model.keys.has_keyboard && !rest.causes_open) take_reset_keys(rest, actions);
  return true;
}

/// A card that came between calls stands where the ring is.
void draw_between_calls(ui::Look& look, const model::OverlayModel& model, const ui::Box& box, Actions& actions) {
  if (model.search.open) {
    draw_search_results(look, model.search, box.low.x, box.width(), box.low.y, box.high.y, model.language, actions);
  } else if (model.card && !model.rest.before_card) {
    ui::Pen pen(look, box.low, box.width(), true);
    draw_card(look, model, box, pen, actions);
  } else if (model.connection.needs_help) {
    draw_disconnected(look, box, model.connection);
    draw_settings_corner(look, box, model.notice, model.language, actions);
  } else if (!draw_rest(look, model, box, actions)) {
    draw_idle(look, box, model, actions);
    draw_settings_corner(look, box, model.notice, model.language, actions);
  }
}

/// Search and status at the bottom; returns where they begin.
float draw_foot(ui::Look& look, const model::OverlayModel& model, const ui::Box& box, Actions& actions) {
  const auto write = [&](ui::Pen& pen, Actions& to) {
    if (runs_covered(model)) write_running_line(pen, *model.rest.runs, to);
    write_note(pen, model.rest.call_came.empty() ? model.keys.note : model.rest.call_came);
    if (model.screen != model::Screen::kDisconnected) {
      write_search(pen, model.search, model.language, to);
      pen.skip(8);
    }
    write_status(pen, model, to);
  };
  Actions none;
  ui::Pen measure(look, box.low, box.width(), false);
  write(measure, none);
  const float top = box.high.y - measure.height();
  ui::Pen pen(look, {box.low.x, top}, box.width(), true);
  write(pen, actions);
  return top;
}

/// The list of keys covers everything but who watches.
void draw_keys(ui::Look& look, const model::OverlayModel& model, const ui::Box& box, Actions& actions) {
  ui::Pen pen(look, box.low, box.width(), true);
  if (model.watched) {
    write_watched(pen, *model.watched);
    pen.skip(8);
  }
  draw_key_list(look, model.keys, {{box.low.x, pen.y()}, box.high}, model.language, actions);
}

void draw_screen(ui::Look& look, const model::OverlayModel& model, const ui::Box& page, Actions& actions) {
  if (shows_reset(model)) {
    draw_running_reset(look, model, page, {{0, 0}, ImGui::GetIO().DisplaySize}, actions);
    if (model.keys.has_keyboard) take_reset_keys(model.rest, actions);
    return;
  }
  const float foot = draw_foot(look, model, {page.low, {page.high.x, page.high.y + look.px(4)}}, actions);
  const ui::Box box{page.low, {page.high.x, foot - look.px(16)}};
  if (model.keys.open) {
    draw_keys(look, model, box, actions);
    return;
  }
  switch (model.screen) {
    case model::Screen::kIdle:
      draw_between_calls(look, model, box, actions);
      return;
    case model::Screen::kDisconnected:
      draw_disconnected(look, box, model.connection);
      draw_settings_corner(look, box, model.notice, model.language, actions);
      return;
    case model::Screen::kRinging:
    case model::Screen::kInCall:
    case model::Screen::kOnHold:
    case model::Screen::kWrapUp:
      draw_call(look, model, box, actions);
      return;
  }
}

}  // namespace

void draw(const model::OverlayModel& model, ui::Look& look, std::vector<Action>& actions) {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(size);
  constexpr ImGuiWindowFlags kBare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                                     ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBackground;
  if (ImGui::Begin("overlay", nullptr, kBare)) {
    look.focus.begin(model.keys.has_keyboard);
    const float margin = look.px(kMargin);
    if (model.pill) {
      draw_pill(look, *model.pill, {{0, 0}, size}, actions);
    } else {
      draw_screen(look, model, {{margin, margin}, {size.x - margin, size.y - margin}}, actions);
    }
    draw_grip(look, size.x, actions);
    if (model.keys.click_through) draw_click_through_edge(look);
    look.focus.end(look);
    if (look.focus.left()) actions.push_back(LendKeyboard{false});
  }
  ImGui::End();
}

}  // namespace aandacht::overlay
