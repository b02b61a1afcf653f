#include <cmath>

#include "client/model/strings.h"
#include "client/overlay/own_page_view.h"
#include "client/overlay/own_views.h"
#include "client/overlay/why_check.h"
#include "client/ui/button.h"

namespace aandacht::overlay {
namespace {

model::Language other(model::Language language) {
  return language == model::Language::kDutch ? model::Language::kEnglish : model::Language::kDutch;
}

}  // namespace

void draw_idle(ui::Look& look, const ui::Box& box, const model::OverlayModel& model, Actions& actions) {
  const float bottom = box.high.y - settings_notice_height(look, box.width(), model.notice);
  const float ways = draw_own_ways(look, {box.low, {box.high.x, bottom}}, model.shared, model.language, actions);
  float low = ways;
  if (model.why_check) {
    const ui::Box room{box.low, {box.high.x, ways - look.px(4)}};
    low = draw_why_check(look, *model.why_check, room, model.keys.has_keyboard, actions);
  }
  draw_idle_ring(look, model, {box.low, {box.high.x, low}}, actions);
  const std::string label(text(model::Text::kSwitchLanguage, model.language));
  const float width = std::ceil(ui::text_width(look, ui::Type::kSmall, label)) + 2 * look.px(12);
  const ui::Box corner{{box.high.x - width + look.px(12), box.low.y},
                       {box.high.x + look.px(12), box.low.y + look.px(32)}};
  if (ui::draw_button(look, "language", label, corner, ui::ButtonKind::kBare)) {
    actions.push_back(ChooseLanguage{other(model.language)});
  }
}

}  // namespace aandacht::overlay
