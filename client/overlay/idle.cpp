#include <algorithm>
#include <cmath>

#include "client/model/strings.h"
#include "client/overlay/views.h"
#include "client/ui/button.h"

namespace aandacht::overlay {
namespace {

model::Language other(model::Language language) {
  return language == model::Language::kDutch ? model::Language::kEnglish : model::Language::kDutch;
}

void draw_centred(ui::Look& look, ui::Type type, ui::Colour colour, std::string_view words, const ui::Box& box,
                  float& y) {
  for (const std::string& line : ui::wrap(look, type, words, box.width())) {
    const float x = std::round(box.centre().x - ui::text_width(look, type, line) / 2);
    ui::draw_line(*ImGui::GetWindowDrawList(), look, type, colour, {x, y}, line);
    y += look.pitch(type);
  }
}

}  // namespace

void draw_idle(ui::Look& look, const ui::Box& box, model::Language language, Actions& actions) {
  const ui::Theme& theme = look.theme;
  const float radius = std::min(look.px(56), std::floor(box.height() / 6));
  const float middle = box.low.y + std::floor(box.height() * 0.36F);
  ui::draw_ring(*ImGui::GetWindowDrawList(), {std::round(box.centre().x), middle}, radius, 2 * look.outline(),
                theme.line, theme.paper);
  float y = middle + radius + look.px(24);
  draw_centred(look, ui::Type::kBody, theme.ink, text(model::Text::kIdleTitle, language), box, y);
  draw_centred(look, ui::Type::kSmall, theme.soft, text(model::Text::kIdleHelp, language), box, y);
  const std::string label(text(model::Text::kSwitchLanguage, language));
  const float width = std::ceil(ui::text_width(look, ui::Type::kSmall, label)) + 2 * look.px(12);
  const ui::Box corner{{box.high.x - width + look.px(12), box.low.y},
                       {box.high.x + look.px(12), box.low.y + look.px(32)}};
  if (ui::draw_button(look, "language", label, corner, ui::ButtonKind::kBare)) {
    actions.push_back(ChooseLanguage{other(language)});
  }
}

}  // namespace aandacht::overlay
