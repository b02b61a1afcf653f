#include <algorithm>

#include "client/model/strings.h"
#include "client/overlay/views.h"

namespace aandacht::overlay {

void write_opening(ui::Pen& pen, const std::string& opening, float bottom, model::Language language) {
  ui::Look& look = pen.look();
  pen.line(ui::Type::kSmallBold, pen.theme().soft, text(model::Text::kOpening, language));
  pen.skip(8);
  const auto lines = [&](ui::Type type) { return ui::wrap(look, type, opening, pen.width()).size(); };
  const auto room = [&](ui::Type type) {
    return std::max<std::size_t>(1, static_cast<std::size_t>(std::max(0.0F, bottom - pen.y()) / look.pitch(type)));
  };
  for (const ui::Type type : {ui::Type::kSay, ui::Type::kBodyBold}) {
    if (lines(type) > room(type)) continue;
    pen.balanced(type, pen.theme().ink, opening);
    return;
  }
  pen.paragraph(ui::Type::kBodyBold, pen.theme().ink, opening, static_cast<int>(room(ui::Type::kBodyBold)));
}

}  // namespace aandacht::overlay
