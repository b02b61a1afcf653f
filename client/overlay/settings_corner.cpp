#include <cmath>

#include "client/model/strings.h"
#include "client/overlay/views.h"
#include "client/ui/controls.h"

namespace aandacht::overlay {
namespace {

constexpr float kButton = 32;
constexpr float kGear = 18;
constexpr int kMostLines = 4;

void draw_way_in(ui::Look& look, const ui::Box& box, model::Language language, Actions& actions) {
  // The wheel itself stands at the margin, its button around it.
  const float out = std::round(look.px(kButton - kGear) / 2);
  const ui::Box button{{box.low.x - out, box.low.y},
                       {box.low.x - out + look.px(kButton), box.low.y + look.px(kButton)}};
  const ui::Hit hit = ui::press("settings", button);
  const ui::Theme& theme = look.theme;
  const ui::Colour colour = hit.hovered || hit.held ? theme.accent : theme.soft;
  ui::draw_gear(*ImGui::GetWindowDrawList(), button.centre(), look.px(kGear), colour, theme.paper);
  if (hit.hovered) ui::draw_tooltip(look, text(model::Text::kSettings, language));
  if (hit.clicked) actions.push_back(OpenSettings{});
}

}  // namespace

float settings_notice_height(ui::Look& look, float width, const std::string& notice) {
  if (notice.empty()) return 0;
  ui::Pen measure(look, {0, 0}, width, false);
  measure.paragraph(ui::Type::kSmall, look.theme.warm, notice, kMostLines);
  return measure.height();
}

void draw_settings_corner(ui::Look& look, const ui::Box& box, const std::string& notice, model::Language language,
                          Actions& actions) {
  draw_way_in(look, box, language, actions);
  if (notice.empty()) return;
  const float top = box.high.y - settings_notice_height(look, box.width(), notice);
  if (ui::press("notice", {{box.low.x, top}, box.high}).clicked) actions.push_back(OpenSettings{});
  ui::Pen pen(look, {box.low.x, top}, box.width(), true);
  pen.paragraph(ui::Type::kSmall, look.theme.warm, notice, kMostLines);
}

}  // namespace aandacht::overlay
