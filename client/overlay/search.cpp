#include <algorithm>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "client/model/strings.h"
#include "client/overlay/views.h"
#include "client/ui/button.h"
#include "client/ui/search_field.h"

namespace aandacht::overlay {
namespace {

constexpr float kField = 40;
constexpr float kRow = 56;  // At the usual size of text.
constexpr float kPadding = 12;
constexpr std::size_t kMostRows = 6;

void draw_row(ui::Look& look, const model::SearchRow& row, const ui::Box& box, bool chosen, Actions& actions) {
  const ui::Hit hit = ui::press(absl::StrCat("why ", row.why_id), box);
  const ui::Theme& theme = look.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const double tint = hit.held ? 0.18 : hit.hovered ? 0.1 : 0.06;
  if (chosen || hit.hovered) {
    const ui::Colour outline = theme.tints ? mix(theme.card, theme.accent, tint) : theme.ink;
    ui::draw_frame(list, look, box, theme.tints ? outline : theme.card, outline, look.px(6));
  }
  const float x = box.low.x + look.px(kPadding);
  const float width = box.width() - 2 * look.px(kPadding);
  const float both = look.pitch(ui::Type::kBodyBold) + look.pitch(ui::Type::kSmall);
  ui::Pen pen(look, {x, std::round(box.centre().y - both / 2)}, width, true);
  pen.line(ui::Type::kBodyBold, theme.accent, row.topic);
  pen.line(ui::Type::kSmall, theme.soft, row.line);
  if (hit.clicked) actions.push_back(ShowWhy{row.why_id});
}

void draw_nothing(ui::Look& look, const model::SearchModel& search, const ui::Box& box, model::Language language) {
  const float x = box.low.x + look.px(kPadding);
  ui::Pen pen(look, {x, box.low.y + look.px(kPadding)}, box.width() - 2 * look.px(kPadding), true);
  if (search.waiting) {
    pen.line(ui::Type::kBody, look.theme.soft, text(model::Text::kSearching, language));
    return;
  }
  pen.paragraph(ui::Type::kBody, look.theme.ink, text(model::Text::kSearchNothing, language), 2);
  pen.paragraph(ui::Type::kSmall, look.theme.soft, text(model::Text::kSearchNothingHelp, language), 2);
}

}  // namespace

void draw_search_results(ui::Look& look, const model::SearchModel& search, float x, float width, float top,
                         float bottom, model::Language language, Actions& actions) {
  const float row = look.text_px(kRow);
  const float inner = look.px(4);
  const auto fitting = static_cast<std::size_t>(std::max(1.0F, std::floor((bottom - top - 2 * inner) / row)));
  const std::size_t shown = std::min({search.rows.size(), fitting, kMostRows});
  const float words = look.pitch(ui::Type::kBody) + look.pitch(ui::Type::kSmall) + 2 * look.px(kPadding);
  const float height = shown == 0 ? words : static_cast<float>(shown) * row + 2 * inner;
  const ui::Box panel{{x, bottom - height}, {x + width, bottom}};
  ui::draw_frame(*ImGui::GetWindowDrawList(), look, panel, look.theme.card, look.theme.line, look.px(8));
  if (shown == 0) {
    draw_nothing(look, search, panel, language);
    return;
  }
  look.search.chosen = std::clamp(look.search.chosen, 0, static_cast<int>(shown) - 1);
  for (std::size_t i = 0; i < shown; ++i) {
    const float y = panel.low.y + inner + static_cast<float>(i) * row;
    const ui::Box box{{x + inner, y}, {x + width - inner, y + row}};
    draw_row(look, search.rows[i], box, static_cast<int>(i) == look.search.chosen, actions);
  }
}

namespace {

/// At the right of the open field; returns how much of its width it takes.
float draw_close(ui::Pen& pen, model::Language language, Actions& actions) {
  ui::Look& look = pen.look();
  const std::string label(text(model::Text::kSearchClose, language));
  const float width = std::ceil(ui::text_width(look, ui::Type::kSmall, label)) + 2 * look.px(8);
  const ui::Box box{{pen.right() - width, pen.y()}, {pen.right(), pen.y() + look.px(kField)}};
  if (ui::draw_button(look, "close search", label, box, ui::ButtonKind::kBare)) actions.push_back(SearchClosed{});
  return width + look.px(4);
}

}  // namespace

namespace {

/// At the right of the closed field, left of what takes `taken` already; returns what both take.
float draw_help(ui::Pen& pen, float taken, model::Language language, Actions& actions) {
  ui::Look& look = pen.look();
  const float width = look.px(kField);
  const float right = pen.right() - taken;
  const ui::Box box{{right - width, pen.y()}, {right, pen.y() + width}};
  if (ui::draw_button(look, "keys", "?", box, ui::ButtonKind::kBare)) actions.push_back(ToggleKeys{});
  if (ui::rests_on(box)) ui::draw_tooltip(look, text(model::Text::kKeysTitle, language));
  return taken + width + look.px(4);
}

/// At the right of the closed field; returns how much of its width it takes.
float draw_minimise(ui::Pen& pen, model::Language language, Actions& actions) {
  ui::Look& look = pen.look();
  const float width = look.px(kField);
  const ui::Box box{{pen.right() - width, pen.y()}, {pen.right(), pen.y() + width}};
  if (ui::draw_button(look, "make small", "", box, ui::ButtonKind::kBare)) actions.push_back(TogglePill{});
  ui::draw_minimise(pen.list(), box.centre(), look.px(16), look.theme.accent);
  if (ui::rests_on(box)) ui::draw_tooltip(look, text(model::Text::kMakeSmall, language));
  return width + look.px(4);
}

}  // namespace

void write_search(ui::Pen& pen, const model::SearchModel& search, model::Language language, Actions& actions) {
  ui::Look& look = pen.look();
  const float top = pen.y();
  pen.skip(kField);
  if (!pen.draws()) return;
  ui::Pen row(look, {pen.x(), top}, pen.width(), true);
  const float taken = search.open ? draw_close(row, language, actions)
                                  : draw_help(row, draw_minimise(row, language, actions), language, actions);
  const ui::Box box{{pen.x(), top}, {pen.right() - taken, top + look.px(kField)}};
  const ui::FieldEvent event =
      ui::draw_search_field(look, box, search.open, search.text, text(model::Text::kSearchHint, language));
  if (event.opened) actions.push_back(SearchOpened{});
  if (event.changed) actions.push_back(SearchChanged{look.search.text.data()});
  look.search.chosen += event.step;
  const auto chosen = static_cast<std::size_t>(std::max(0, look.search.chosen));
  if (event.submitted && chosen < search.rows.size()) actions.push_back(ShowWhy{search.rows[chosen].why_id});
  if (event.closed) actions.push_back(SearchClosed{});
}

}  // namespace aandacht::overlay
