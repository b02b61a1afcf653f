#include <algorithm>
#include <array>
#include <cmath>

#include "client/overlay/views.h"

namespace aandacht::overlay {
namespace {

/// What gives way in a low window.
struct Fit {
  ui::Type title = ui::Type::kSay;
  ui::Type words = ui::Type::kBody;
  bool server = true;
};

constexpr std::array kFits{Fit{}, Fit{ui::Type::kSay, ui::Type::kBody, false},
                           Fit{ui::Type::kBodyBold, ui::Type::kSmall, false}};

void write_message(ui::Pen& pen, const model::ConnectionModel& connection, const Fit& fit) {
  const ui::Theme& theme = pen.theme();
  pen.balanced(fit.title, theme.ink, connection.title);
  pen.skip(12);
  pen.balanced(fit.words, theme.ink, connection.works);
  for (const std::string* more : {&connection.kept, &connection.what_to_do}) {
    if (more->empty()) continue;
    pen.skip(12);
    pen.balanced(fit.words, more == &connection.kept ? theme.ink : theme.soft, *more);
  }
  if (connection.server.empty() || !fit.server) return;
  pen.skip(16);
  pen.line(ui::Type::kSmall, theme.soft, connection.server);
}

}  // namespace

void draw_disconnected(ui::Look& look, const ui::Box& box, const model::ConnectionModel& connection) {
  const auto height_of = [&](const Fit& fit) {
    ui::Pen measure(look, box.low, box.width(), false);
    write_message(measure, connection, fit);
    return measure.height();
  };
  const auto* fitting =
      std::find_if(kFits.begin(), kFits.end(), [&](const Fit& fit) { return height_of(fit) <= box.height(); });
  const Fit fit = fitting == kFits.end() ? kFits.back() : *fitting;
  const float spare = std::max(0.0F, box.height() - height_of(fit));
  ui::Pen pen(look, {box.low.x, box.low.y + std::floor(spare * 0.36F)}, box.width(), true);
  write_message(pen, connection, fit);
}

}  // namespace aandacht::overlay
