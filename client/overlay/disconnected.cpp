#include <cmath>

#include "client/model/strings.h"
#include "client/overlay/views.h"

namespace aandacht::overlay {
namespace {

struct Words {
  model::Text title;
  model::Text what;
  model::Text then;
};

Words words_of(model::ConnectionState state) {
  switch (state) {
    case model::ConnectionState::kConnecting:
    case model::ConnectionState::kConnected:
      return {model::Text::kConnectingTitle, model::Text::kConnectingHelp, model::Text::kConnectingHelp};
    case model::ConnectionState::kLost:
      return {model::Text::kLostTitle, model::Text::kLostWorks, model::Text::kLostDo};
    case model::ConnectionState::kRefused:
      return {model::Text::kRefusedTitle, model::Text::kRefusedWhy, model::Text::kRefusedDo};
  }
  return {model::Text::kLostTitle, model::Text::kLostWorks, model::Text::kLostDo};
}

void write_message(ui::Pen& pen, const model::ConnectionModel& connection, model::Language language) {
  const ui::Theme& theme = pen.theme();
  const Words words = words_of(connection.state);
  pen.balanced(ui::Type::kSay, theme.ink, text(words.title, language));
  pen.skip(12);
  pen.balanced(ui::Type::kBody, theme.ink, text(words.what, language));
  if (!connection.kept.empty()) {
    pen.skip(12);
    pen.balanced(ui::Type::kBody, theme.ink, connection.kept);
  }
  if (words.then != words.what) {
    pen.skip(12);
    pen.balanced(ui::Type::kBody, theme.soft, text(words.then, language));
  }
  if (connection.server.empty()) return;
  pen.skip(16);
  pen.line(ui::Type::kSmall, theme.soft, connection.server);
}

}  // namespace

void draw_disconnected(ui::Look& look, const ui::Box& box, const model::ConnectionModel& connection,
                       model::Language language) {
  ui::Pen measure(look, box.low, box.width(), false);
  write_message(measure, connection, language);
  const float spare = std::max(0.0F, box.height() - measure.height());
  ui::Pen pen(look, {box.low.x, box.low.y + std::floor(spare * 0.36F)}, box.width(), true);
  write_message(pen, connection, language);
}

}  // namespace aandacht::overlay
