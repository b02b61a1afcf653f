#include "client/model/strings.h"
#include "client/overlay/views.h"

namespace aandacht::overlay {

void write_opening(ui::Pen& pen, const std::string& opening, model::Language language) {
  pen.line(ui::Type::kSmallBold, pen.theme().soft, text(model::Text::kOpening, language));
  pen.skip(8);
  pen.balanced(ui::Type::kSay, pen.theme().ink, opening);
}

}  // namespace aandacht::overlay
