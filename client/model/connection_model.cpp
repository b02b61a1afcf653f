#include "absl/strings/str_cat.h"
#include "client/model/parts.h"
#include "client/model/strings.h"

namespace aandacht::model {
namespace {

/// What is said of a connection that does not stand.
struct Words {
  Text status;
  Text title;
  Text works;
  Text what_to_do;
};

Words words_of(ConnectionState state) {
  switch (state) {
    case ConnectionState::kConnected:
    case ConnectionState::kConnecting:
      return {Text::kConnecting, Text::kConnectingTitle, Text::kConnectingHelp, Text::kConnectingHelp};
    case ConnectionState::kLost:
      return {Text::kLost, Text::kLostTitle, Text::kLostWorks, Text::kLostDo};
    case ConnectionState::kRefused:
      return {Text::kRefused, Text::kRefusedTitle, Text::kRefusedWhy, Text::kRefusedDo};
    case ConnectionState::kExpired:
      return {Text::kExpired, Text::kExpiredTitle, Text::kExpiredWorks, Text::kExpiredDo};
    case ConnectionState::kOtherVersion:
      return {Text::kOtherVersion, Text::kOtherVersionTitle, Text::kOtherVersionWorks, Text::kOtherVersionDo};
  }
  return {Text::kLost, Text::kLostTitle, Text::kLostWorks, Text::kLostDo};
}

std::string connected_text(const Connection& connection, Language language) {
  if (!connection.phone_trouble.empty()) return text(Text::kPhoneAway, language);
  if (connection.pending > 0) return fill(Text::kConnectedPending, language, connection.pending);
  return text(Text::kConnected, language);
}

void add_words(ConnectionModel& model, const Connection& connection, Language language) {
  const Words words = words_of(connection.state);
  model.text = text(words.status, language);
  model.title = text(words.title, language);
  model.works = text(words.works, language);
  if (connection.state == ConnectionState::kConnecting) return;
  if (connection.pending > 0) model.text = fill(Text::kStatusKept, language, model.text, connection.pending);
  model.what_to_do = text(words.what_to_do, language);
  model.tooltip = absl::StrCat(model.works, "\n", model.what_to_do, model.server.empty() ? "" : "\n", model.server);
  model.needs_help = connection.state != ConnectionState::kLost;
}

/// Being ready or not is more than anything else that could be said here.
void add_ready_trouble(ConnectionModel& model, ReadyTrouble trouble, Language language) {
  if (trouble == ReadyTrouble::kNone) return;
  const bool not_taken = trouble == ReadyTrouble::kNotTaken;
  model.well = false;
  model.text = text(not_taken ? Text::kNotTakenNotReady : Text::kReadyFails, language);
  model.tooltip = text(not_taken ? Text::kNotTakenNotReadyHelp : Text::kReadyFailsHelp, language);
}

ConnectionModel make_words(const Connection& connection, Language language) {
  ConnectionModel model;
  const bool connected = connection.state == ConnectionState::kConnected;
  model.state = connection.state;
  model.well = connection.state == ConnectionState::kConnecting || (connected && connection.phone_trouble.empty());
  model.server = connection.server;
  model.tooltip = connection.server;
  if (connection.pending == 1) model.kept = text(Text::kLostKeptOne, language);
  if (connection.pending > 1) model.kept = fill(Text::kLostKept, language, connection.pending);
  if (!connected) {
    add_words(model, connection, language);
    return model;
  }
  model.text = connected_text(connection, language);
  if (!connection.phone_trouble.empty()) {
    model.tooltip = absl::StrCat(text(Text::kPhoneAwayHelp, language), "\n", connection.phone_trouble);
  }
  return model;
}

}  // namespace

ConnectionModel make_connection(const Connection& connection, Language language) {
  ConnectionModel model = make_words(connection, language);
  add_ready_trouble(model, connection.ready_trouble, language);
  return model;
}

}  // namespace aandacht::model
