// What the day asks of the agent: the ring, large and small, and its causes.
#include <algorithm>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "client/overlay/own_views.h"
#include "client/ui/button.h"
#include "client/ui/energy_ring.h"

namespace aandacht::overlay {
namespace {

constexpr float kLarge = 56;  // Radius.
constexpr float kSmall = 9;
constexpr float kHitTarget = 32;
constexpr float kButton = 36;

ui::EnergyRing shape_of(const model::RingModel& ring) {
  return {ring.known, static_cast<double>(ring.score) / 100, ring.elevated};
}

void press_ring(ui::Look& look, const model::RingModel& ring, const ui::Box& box, Actions& actions) {
  constexpr const char* kId = "ring";
  const ui::Hit hit = ui::press(kId, box);
  if (hit.hovered) {
    ui::draw_tooltip(look, ring.note);
  } else if (look.focus.is_on(kId)) {
    ui::draw_tooltip_at(look, ring.note, box);
  }
  if (hit.clicked) actions.push_back(ToggleCauses{});
}

void write_centred(ui::Pen& pen, ui::Type type, ui::Colour colour, std::string_view words) {
  ui::Look& look = pen.look();
  for (const std::string& line : ui::wrap_balanced(look, type, words, pen.width())) {
    const float x = std::round(pen.x() + (pen.width() - ui::text_width(look, type, line)) / 2);
    if (pen.draws()) ui::draw_line(pen.list(), look, type, colour, {x, pen.y()}, line);
    pen.skip_pixels(look.pitch(type));
  }
}

void write_ask(ui::Pen& pen, const model::OfferModel& ask, Actions& actions) {
  ui::Look& look = pen.look();
  const float wanted = std::ceil(ui::text_width(look, ui::Type::kSmallBold, ask.title)) + 2 * look.px(16);
  const float width = std::min(wanted, pen.width());
  const float left = std::round(pen.x() + (pen.width() - width) / 2);
  const ui::Box box{{left, pen.y()}, {left + width, pen.y() + look.px(kButton)}};
  if (pen.draws() && ui::draw_button(look, "ask", ask.title, box, ui::ButtonKind::kPlain)) {
    actions.push_back(ToggleAskReset{});
  }
  pen.skip(kButton);
}

void write_below_ring(ui::Pen& pen, const model::OverlayModel& model, Actions& actions) {
  const ui::Theme& theme = pen.theme();
  const model::RingModel& ring = model.rest.ring;
  write_centred(pen, ui::Type::kBody, theme.ink, text(model::Text::kIdleTitle, model.language));
  if (!ring.known) {
    write_centred(pen, ui::Type::kSmall, theme.soft, text(model::Text::kIdleHelp, model.language));
    pen.skip(8);
  }
  write_centred(pen, ui::Type::kSmall, theme.soft, ring.reason);
  if (!model.rest.ask) return;
  pen.skip(20);
  write_ask(pen, *model.rest.ask, actions);
}

void draw_word(ui::Look& look, const std::string& word, ImVec2 centre, float radius) {
  const std::string shown = ui::shortened(look, ui::Type::kSmall, word, 1.5F * radius);
  if (shown != word) return;  // The ring says it too.
  ui::draw_line(*ImGui::GetWindowDrawList(), look, ui::Type::kSmall, look.theme.ink,
                {std::round(centre.x - ui::text_width(look, ui::Type::kSmall, word) / 2),
                 std::round(centre.y - look.pitch(ui::Type::kSmall) / 2)},
                word);
}

void write_cause(ui::Pen& pen, ui::Type type, ui::Colour colour, std::string_view words, const std::string& points) {
  ui::Look& look = pen.look();
  const float column = std::ceil(ui::text_width(look, type, "+100")) + look.px(12);
  ui::Pen left(look, {pen.x(), pen.y()}, pen.width() - column, pen.draws());
  left.paragraph(type, colour, words);
  if (pen.draws()) {
    ui::draw_line(pen.list(), look, type, colour, {pen.right() - ui::text_width(look, type, points), pen.y()}, points);
  }
  pen.skip_pixels(left.height());
  pen.skip(8);
}

/// The first `most` causes, what the others come to, and the sum.
void write_cause_list(ui::Pen& pen, const model::RingModel& ring, std::size_t most, model::Language language) {
  const ui::Theme& theme = pen.theme();
  int rest = 0;
  for (std::size_t i = 0; i < ring.causes.size(); ++i) {
    const model::CauseRow& cause = ring.causes[i];
    if (i >= most) {
      rest += cause.points;
    } else {
      write_cause(pen, ui::Type::kBody, theme.ink, cause.words, absl::StrCat("+", cause.points));
    }
  }
  if (rest > 0) {
    write_cause(pen, ui::Type::kBody, theme.ink, text(model::Text::kRingRest, language), absl::StrCat("+", rest));
  }
  if (ring.causes.empty()) pen.paragraph(ui::Type::kBody, theme.ink, ring.reason);
  if (ring.causes.empty()) pen.skip(8);
  pen.hairline();
  pen.skip(8);
  pen.paragraph(ui::Type::kBodyBold, theme.ink, ring.total);
  pen.skip(8);
  pen.paragraph(ui::Type::kSmall, theme.soft, text(model::Text::kRingPrivate, language));
}

}  // namespace

bool shows_idle(const model::OverlayModel& model) {
  const model::RestModel& rest = model.rest;
  return model.screen == model::Screen::kIdle && !model.card && !model.search.open && !model.keys.open &&
         !model.connection.needs_help && !rest.causes_open && !rest.ask_open && !rest.offer && !rest.runs &&
         !rest.after;
}

float draw_small_ring(ui::Pen& pen, const model::OverlayModel& model, float height, Actions& actions) {
  const model::RingModel& ring = model.rest.ring;
  if (!ring.known || shows_idle(model)) return 0;
  ui::Look& look = pen.look();
  const float radius = look.px(kSmall);
  const ImVec2 centre{pen.right() - radius - look.px(2), pen.y() + std::round(height / 2)};
  const float reach = look.px(kHitTarget / 2);
  ui::draw_energy_ring(pen.list(), look, shape_of(ring), centre, radius, look.theme.paper);
  press_ring(look, ring, {{centre.x - reach, centre.y - reach}, {centre.x + reach, centre.y + reach}}, actions);
  return 2 * radius + look.px(16);
}

void draw_idle_ring(ui::Look& look, const model::OverlayModel& model, const ui::Box& box, Actions& actions) {
  const model::RingModel& ring = model.rest.ring;
  Actions none;
  ui::Pen measure(look, box.low, box.width(), false);
  write_below_ring(measure, model, none);
  const float gap = look.px(24);
  const float most = std::floor((box.height() - measure.height() - gap - look.px(56)) / 2);
  const float radius = std::clamp(most, look.px(20), look.px(kLarge));
  const float spare = box.height() - measure.height() - gap - 2 * radius;
  const float top = box.low.y + std::max(look.px(36), std::floor(spare * 0.4F));
  const ImVec2 centre{std::round(box.centre().x), std::round(top + radius)};
  ui::draw_energy_ring(*ImGui::GetWindowDrawList(), look, shape_of(ring), centre, radius, look.theme.paper);
  if (ring.known) {
    draw_word(look, ring.word, centre, radius);
    press_ring(look, ring, {{centre.x - radius, centre.y - radius}, {centre.x + radius, centre.y + radius}}, actions);
  }
  ui::Pen pen(look, {box.low.x, centre.y + radius + gap}, box.width(), true);
  write_below_ring(pen, model, actions);
}

void write_causes(ui::Pen& pen, const model::RingModel& ring, float bottom, model::Language language,
                  Actions& actions) {
  if (write_page_title(pen, "close causes", text(model::Text::kRingTitle, language), language)) {
    actions.push_back(ToggleCauses{});
  }
  pen.skip(8);
  std::size_t most = ring.causes.size();
  const auto needed = [&] {
    ui::Pen measure(pen.look(), {pen.x(), pen.y()}, pen.width(), false);
    write_cause_list(measure, ring, most, language);
    return measure.y();
  };
  while (most > 0 && needed() > bottom) --most;
  write_cause_list(pen, ring, most, language);
}

}  // namespace aandacht::overlay
