// What a session's resets and its ring are made with: the service's table of what tires, the shipped exercises.
#include "client/local/local_store.h"
#include "client/net/requests.h"
#include "tests/integration/overlay/session_house.h"
#include "tests/support/slurp.h"

namespace aandacht::test {
namespace {

using domain::CallEvent;
using domain::CallState;
using domain::ResetAnswer;

bool lost(SessionHouse& house) {
  return house.comes([&] { return house.session().connection().state == model::ConnectionState::kLost; });
}

// As `aandachtctl transcript stream` keeps a turn.
void say(SessionHouse& house, const std::string& id, const std::string& text) {
  const domain::Event event{id, house.clock.now(),
                            domain::UtteranceSaid{"c1", id, domain::Speaker::kCustomer, text, {}}};
  const absl::StatusOr<net::Request> request = net::to_request(event, "");
  REQUIRE(request.ok());
  REQUIRE(house.outbox().append(request->kind, id, request->bytes).ok());
}

domain::FatigueRules own_rules() {
  domain::FatigueRules rules = domain::shipped_fatigue_rules();
  rules.suggest_from = 77;
  rules.weights.erase(domain::FatigueCause::kOccupancy);
  return rules;
}

const std::vector<std::string>& steps(SessionHouse& house) {
  return house.session().desk()->resets.current.value().steps;
}

}  // namespace

TEST_CASE("With the service gone a turn that is heard takes neither exercises nor the service's table", "[overlay]") {
  SessionHouse house;
  auto store = local::LocalStore::open(house.folder.file("local.db"), house.clock);
  REQUIRE(store.ok());
  REQUIRE((*store)->keep_fatigue_rules(own_rules()).ok());
  house.start_session();
  CHECK(house.session().fatigue_rules() == own_rules());
  REQUIRE(lost(house));
  house.softphone(CallEvent::kRinging, "c1");
  house.softphone(CallEvent::kAnswered, "c1");
  REQUIRE(house.shows(CallState::kInCall));
  say(house, "u1", "Waar blijft mijn geld, ik wacht al drie weken?");
  REQUIRE(house.comes([&] { return house.session().desk()->calls.front().turns == 1; }));
  CHECK(house.session().fatigue_rules() == own_rules());

  house.softphone(CallEvent::kEnded, "c1");
  REQUIRE(house.shows(CallState::kWrapUp));
  house.session().finish_wrap_up("c1");
  house.session().record_act(domain::ResetAsked{absl::Seconds(30), "nl"});
  REQUIRE(house.session().desk()->resets.current);
  CHECK(steps(house).size() >= 2);
}

TEST_CASE("With the service there a reset has its lines at once, before the service answers", "[overlay]") {
  SessionHouse house;
  house.start_service();
  house.start_session();
  REQUIRE(house.connected());
  house.clock.advance(absl::Seconds(6));
  // No frame between the wish and the look: what is there was predicted.
  CHECK(house.comes([&] {
    const domain::Desk* desk = house.session().desk();
    if (desk == nullptr) return false;
    if (desk->resets.current) {
      const std::string id = desk->resets.current->id;
      house.session().record_act(domain::ResetAnswered{id, ResetAnswer::kStop, "nl"});
      house.session().record_act(domain::ResetAnswered{id, ResetAnswer::kLeave, "nl"});
      return false;
    }
    house.session().record_act(domain::ResetAsked{absl::Seconds(30), "nl"});
    return house.session().desk()->resets.current.has_value() && steps(house).size() >= 2;
  }));
}

TEST_CASE("The service tells its table, and a session without it begins with that one", "[overlay]") {
  SessionHouse house;
  house.start_service();
  house.start_session();
  // The shipped table as its file has it, with its reasons.
  const auto told = [&] {
    const auto& weights = house.session().fatigue_rules().weights;
    const auto row = weights.find(domain::FatigueCause::kOccupancy);
    return row != weights.end() && row->second.reason.size() > 10;
  };
  REQUIRE_FALSE(told());
  REQUIRE(house.comes(told));
  const domain::FatigueRules rules = house.session().fatigue_rules();
  house.end_session();
  house.stop_service();
  house.start_session();
  CHECK(house.session().fatigue_rules() == rules);
}

TEST_CASE("After a deletion no byte of what the agent did for themselves stays beside the overlay", "[overlay]") {
  SessionHouse house;
  house.start_service();
  house.start_session();
  REQUIRE(house.connected());
  const std::string words = "ik adem eigenaardig uit";
  const auto left = [&](const std::string& file) {
    return slurp(house.folder.file(file)).find(words) != std::string::npos;
  };
  house.session().record_act(domain::HabitChosen{"own", "ik heb opgehangen", words, ""});
  REQUIRE(house.comes([&] {
    house.clock.advance(absl::Seconds(1));
    return left("local.db-wal") && *house.outbox().pending() == 0 && house.session().connection().pending == 0;
  }));
  REQUIRE(left("outbox.db-wal"));
  house.session().delete_my_data();
  REQUIRE(house.comes([&] { return house.session().my_day().deleted == model::Asked::kDone; }));
  CHECK(house.comes([&] {
    house.clock.advance(absl::Seconds(1));
    return !left("local.db") && !left("local.db-wal") && !left("outbox.db") && !left("outbox.db-wal");
  }));
}

}  // namespace aandacht::test
