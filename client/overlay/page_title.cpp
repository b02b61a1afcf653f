#include <algorithm>
#include <cmath>

#include "client/overlay/own_views.h"
#include "client/ui/button.h"

namespace aandacht::overlay {
namespace {

constexpr float kRow = 32;  // At the usual size of text.
constexpr float kPadding = 8;

}  // namespace

bool write_page_title(ui::Pen& pen, std::string_view id, std::string_view title, model::Language language) {
  ui::Look& look = pen.look();
  const std::string label(text(model::Text::kSearchClose, language));
  const float width = std::ceil(ui::text_width(look, ui::Type::kSmall, label)) + 2 * look.px(kPadding);
  const float height = std::max(look.pitch(ui::Type::kBodyBold), look.text_px(kRow));
  bool pressed = false;
  if (pen.draws()) {
    const ui::Box close{{pen.right() - width, pen.y()}, {pen.right(), pen.y() + height}};
    pressed = ui::draw_button(look, id, label, close, ui::ButtonKind::kBare);
    const float top = pen.y() + std::round((height - look.pitch(ui::Type::kBodyBold)) / 2);
    pen.label(ui::Type::kBodyBold, pen.theme().ink, title, {pen.x(), top}, pen.width() - width);
  }
  pen.skip_pixels(height);
  return pressed;
}

}  // namespace aandacht::overlay
