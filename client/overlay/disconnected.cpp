#include <cmath>

#include "client/overlay/views.h"

namespace aandacht::overlay {
namespace {

void write_message(ui::Pen& pen, const model::ConnectionModel& connection) {
  const ui::Theme& theme = pen.theme();
  pen.balanced(ui::Type::kSay, theme.ink, connection.title);
  pen.skip(12);
  pen.balanced(ui::Type::kBody, theme.ink, connection.works);
  for (const std::string* more : {&connection.kept, &connection.what_to_do}) {
    if (more->empty()) continue;
    pen.skip(12);
    pen.balanced(ui::Type::kBody, more == &connection.kept ? theme.ink : theme.soft, *more);
  }
  if (connection.server.empty()) return;
  pen.skip(16);
  pen.line(ui::Type::kSmall, theme.soft, connection.server);
}

}  // namespace

void draw_disconnected(ui::Look& look, const ui::Box& box, const model::ConnectionModel& connection) {
  ui::Pen measure(look, box.low, box.width(), false);
  write_message(measure, connection);
  const float spare = std::max(0.0F, box.height() - measure.height());
  ui::Pen pen(look, {box.low.x, box.low.y + std::floor(spare * 0.36F)}, box.width(), true);
  write_message(pen, connection);
}

}  // namespace aandacht::overlay
