#include "absl/strings/str_cat.h"
#include "client/model/parts.h"
#include "client/model/strings.h"

namespace aandacht::model {
namespace {

std::string status_text(const Connection& connection, Language language) {
  const bool pending = connection.pending > 0;
  switch (connection.state) {
    case ConnectionState::kConnected:
      if (!connection.phone_trouble.empty()) return text(Text::kPhoneAway, language);
      return pending ? fill(Text::kConnectedPending, language, connection.pending)
                     : std::string(text(Text::kConnected, language));
    case ConnectionState::kConnecting:
      return std::string(text(Text::kConnecting, language));
    case ConnectionState::kLost:
      return pending ? fill(Text::kLostPending, language, connection.pending)
                     : std::string(text(Text::kLost, language));
    case ConnectionState::kRefused:
      return std::string(text(Text::kRefused, language));
  }
  return {};
}

}  // namespace

ConnectionModel make_connection(const Connection& connection, Language language) {
  ConnectionModel model;
  const bool connected = connection.state == ConnectionState::kConnected;
  model.state = connection.state;
  model.well = connection.state == ConnectionState::kConnecting || (connected && connection.phone_trouble.empty());
  model.text = status_text(connection, language);
  model.server = connection.server;
  if (connection.pending == 1) model.kept = text(Text::kLostKeptOne, language);
  if (connection.pending > 1) model.kept = fill(Text::kLostKept, language, connection.pending);
  model.tooltip = connection.server;
  if (connected && !connection.phone_trouble.empty()) {
    model.tooltip = absl::StrCat(text(Text::kPhoneAwayHelp, language), "\n", connection.phone_trouble);
  }
  if (connection.state == ConnectionState::kLost) {
    model.tooltip = absl::StrCat(text(Text::kLostWorks, language), "\n", text(Text::kLostDo, language),
                                 connection.server.empty() ? "" : "\n", connection.server);
  }
  if (connection.state == ConnectionState::kRefused) {
    model.tooltip = absl::StrCat(text(Text::kRefusedWhy, language), "\n", text(Text::kRefusedDo, language));
  }
  return model;
}

}  // namespace aandacht::model
