#include <cmath>

#include "client/model/strings.h"
#include "client/overlay/views.h"

namespace aandacht::overlay {

void write_hold(ui::Pen& pen, model::Language language) {
  ui::Look& look = pen.look();
  const float inset = look.px(28);
  if (pen.draws()) {
    const ImVec2 centre{pen.x() + look.px(8), pen.y() + std::round(look.pitch(ui::Type::kSay) / 2)};
    ui::draw_pause(pen.list(), look, centre, look.px(16), pen.theme().soft);
  }
  pen.paragraph(ui::Type::kSay, pen.theme().ink, text(model::Text::kHoldTitle, language), 1, inset);
  pen.skip(4);
  pen.balanced(ui::Type::kBody, pen.theme().soft, text(model::Text::kHoldHelp, language), inset);
}

}  // namespace aandacht::overlay
