#include "client/model/overlay_model.h"

#include "tests/support/catch.h"

namespace aandacht::model {
namespace {

ConnectionModel shown(const Connection& connection, Language language = Language::kDutch) {
  return make_overlay_model(nullptr, connection, {}, language, absl::UnixEpoch(), absl::UTCTimeZone()).connection;
}

}  // namespace

TEST_CASE("being not ready, or not getting there, is said before anything else of the connection") {
  Connection connection{.state = ConnectionState::kConnected, .pending = 3, .phone_trouble = "no baresip"};
  connection.ready_trouble = ReadyTrouble::kReadyFails;
  CHECK(shown(connection).text == "je staat nog op niet klaar");
  CHECK_FALSE(shown(connection).well);
  CHECK(shown(connection).tooltip.find("vanzelf opnieuw") != std::string::npos);
  connection.state = ConnectionState::kLost;
  CHECK(shown(connection, Language::kEnglish).text == "you are still not ready");
  connection.ready_trouble = ReadyTrouble::kNotTaken;
  CHECK(shown(connection).text == "je staat nog op klaar");
  connection = {.state = ConnectionState::kConnected};
  CHECK(shown(connection).well);
}

}  // namespace aandacht::model
