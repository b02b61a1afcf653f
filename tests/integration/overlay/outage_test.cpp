// What an overlay shows and keeps while its service is away, and after it was killed.
#include <algorithm>

#include "tests/integration/overlay/session_house.h"

namespace aandacht::test {
namespace {

using domain::CallEvent;
using domain::CallState;

bool finds(SessionHouse& house, const std::string& text) {
  house.session().search_for(text, "nl");
  return house.comes([&] { return !house.session().search().waiting; }) && !house.session().search().whys.empty();
}

}  // namespace

TEST_CASE("On the first day with the service away, a call rings, is held and ends, and a why is found and shown") {
  SessionHouse house;
  house.start_session();
  CHECK(house.session().desk() == nullptr);
  house.softphone(CallEvent::kRinging, "c1");
  REQUIRE(house.shows(CallState::kRinging));
  CHECK(house.comes([&] { return house.session().connection().pending == 1; }));
  house.clock.advance(absl::Seconds(4));
  house.softphone(CallEvent::kAnswered, "c1");
  REQUIRE(house.shows(CallState::kInCall));
  CHECK(house.session().desk_now() == house.clock.now());
  house.softphone(CallEvent::kHeld, "c1");
  REQUIRE(house.shows(CallState::kOnHold));
  house.softphone(CallEvent::kResumed, "c1");
  REQUIRE(house.shows(CallState::kInCall));

  REQUIRE(finds(house, "terugbet"));
  const std::string why_id = house.session().search().whys.front().id;
  house.session().show_why(why_id);
  REQUIRE(house.session().desk()->card);
  const std::string card_id = house.session().desk()->card->id;
  CHECK(house.session().desk()->card->source_id == why_id);
  house.session().answer_card(card_id, domain::CardAnswer::kUsed);
  CHECK_FALSE(house.session().desk()->card);
  REQUIRE(house.keeps(6));

  house.clock.advance(absl::Minutes(3));
  house.softphone(CallEvent::kEnded, "c1");
  REQUIRE(house.shows(CallState::kWrapUp));
  house.clock.advance(absl::Minutes(2));
  CHECK(house.shows_no_call());

  house.start_service();
  REQUIRE(house.connected());
  REQUIRE(house.nothing_waits());
  CHECK(house.outbox().refused(10)->empty());
  CHECK(house.shows_no_call());
  CHECK(house.session().desk()->card_count == 1);
}

TEST_CASE("An overlay that is killed in mid-call is in the call at once when it starts, with and without the service") {
  SessionHouse house;
  const bool with_service = GENERATE(true, false);
  if (with_service) {
    house.start_service();
    house.import_customer("Gerda Hoekstra", "+31600110201");
  }
  house.start_session();
  if (with_service) REQUIRE(house.connected());
  house.softphone(CallEvent::kRinging, "c1");
  house.softphone(CallEvent::kAnswered, "c1");
  REQUIRE(house.shows(CallState::kInCall));
  if (with_service) {
    REQUIRE(house.nothing_waits());
    house.clock.advance(absl::Seconds(2));
    house.frame();  // Kept at most once a second.
    house.end_session();
    house.stop_service();
  } else {
    house.end_session();
  }
  house.clock.advance(absl::Minutes(3));
  house.start_session();
  // Before any thread or the network had a chance.
  REQUIRE(house.session().desk() != nullptr);
  REQUIRE(house.session().desk()->calls.size() == 1);
  const domain::Call& call = house.session().desk()->calls.front();
  CHECK(call.state == CallState::kInCall);
  CHECK(call.customer.has_value() == with_service);
  const absl::Duration running = house.session().desk_now() - call.answered;
  CHECK(running >= absl::Minutes(3));
  CHECK(running < absl::Minutes(3) + absl::Seconds(10));
}

TEST_CASE("A customer who called before is known when they call again while the service is away") {
  SessionHouse house;
  house.start_service();
  house.import_customer("Gerda Hoekstra", "+31600110201");
  house.start_session();
  REQUIRE(house.connected());
  house.softphone(CallEvent::kRinging, "c1");
  REQUIRE(house.shows(CallState::kRinging));
  REQUIRE(house.comes([&] { return house.session().desk()->calls.front().customer.has_value(); }));
  house.clock.advance(absl::Seconds(2));
  house.frame();
  house.softphone(CallEvent::kEnded, "c1");
  REQUIRE(house.shows_no_call());
  house.end_session();
  house.stop_service();

  house.start_session();
  house.softphone(CallEvent::kRinging, "c2", "+31600110201");
  REQUIRE(house.shows(CallState::kRinging));
  REQUIRE(house.session().desk()->calls.front().customer);
  CHECK(house.session().desk()->calls.front().customer->name == "Gerda Hoekstra");
}

TEST_CASE("A call that was answered while the service was away is as long as it is when the service comes back") {
  SessionHouse house;
  house.start_session();
  house.softphone(CallEvent::kRinging, "c1");
  house.softphone(CallEvent::kAnswered, "c1");
  REQUIRE(house.shows(CallState::kInCall));
  const absl::Time answered = house.clock.now();
  house.clock.advance(absl::Minutes(10));
  house.start_service();
  REQUIRE(house.connected());
  REQUIRE(house.nothing_waits());
  REQUIRE(house.shows(CallState::kInCall));
  const absl::Duration drift = house.session().desk_now() - house.clock.now();
  CHECK(absl::AbsDuration(drift) < absl::Seconds(5));
  CHECK(house.session().desk()->calls.front().answered == answered);

  // And for an overlay that only now comes.
  house.end_session();
  std::filesystem::remove(house.folder.file("local.db"));
  house.start_session();
  REQUIRE(house.shows(CallState::kInCall));
  const absl::Duration running = house.session().desk_now() - answered;
  CHECK(running > absl::Minutes(10) - absl::Seconds(5));
  CHECK(running < absl::Minutes(10) + absl::Seconds(30));
}

TEST_CASE("A call of yesterday whose end nobody saw is not on the desk in the morning") {
  SessionHouse house;
  house.start_service();
  house.start_session();
  REQUIRE(house.connected());
  house.softphone(CallEvent::kAnswered, "c1");
  REQUIRE(house.shows(CallState::kInCall));
  REQUIRE(house.nothing_waits());
  house.clock.advance(absl::Seconds(2));
  house.frame();
  house.end_session();
  house.stop_service();
  house.clock.advance(absl::Hours(14));
  house.start_session();
  REQUIRE(house.session().desk() != nullptr);
  CHECK(house.session().desk()->calls.empty());
}

TEST_CASE("The library's own whys are found after the service went, also those that were not shipped") {
  SessionHouse house;
  house.start_service();
  v1::PutWhysRequest put;
  put.set_request_id("put-1");
  v1::Why& why = *put.add_whys();
  why.set_id("nl/kampeerplaats");
  why.set_language("nl");
  why.set_topic("kampeerplaats ruilen");
  why.set_customer("Zo staat u waar u wilt staan.");
  why.set_employee("Ik kan het meteen regelen.");
  why.set_organisation("Elke plaats wordt bezet.");
  v1::PutWhysResponse stored;
  const auto context = soon();
  REQUIRE(house.client().library->PutWhys(context.get(), put, &stored).ok());
  house.start_session();
  REQUIRE(house.connected());
  house.clock.advance(absl::Seconds(6));
  REQUIRE(house.comes([&] {
    auto store = local::LocalStore::open(house.folder.file("local.db"), house.clock);
    return store.ok() && (*store)->whys()->size() > 50;
  }));
  house.stop_service();
  REQUIRE(house.comes([&] { return house.session().connection().state == model::ConnectionState::kLost; }));
  CHECK(finds(house, "kampeer"));
  CHECK(finds(house, "terugbet"));
}

}  // namespace aandacht::test
