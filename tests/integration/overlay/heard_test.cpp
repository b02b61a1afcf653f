// What is said while the service is away is read by the overlay, and reaches the service once.
#include "client/net/requests.h"
#include "tests/integration/overlay/session_house.h"

namespace aandacht::test {
namespace {

using domain::CallEvent;
using domain::CallState;
using domain::Speaker;

constexpr char kBlame[] = "Dat is een andere afdeling, daar gaan wij niet over.";

// As `aandachtctl transcript stream` keeps a turn.
void say(SessionHouse& house, const std::string& id, Speaker speaker, const std::string& text,
         const std::string& call = "c1") {
  const domain::Event event{id, house.clock.now(), domain::UtteranceSaid{call, id, speaker, text, {}}};
  const absl::StatusOr<net::Request> request = net::to_request(event, "");
  REQUIRE(request.ok());
  REQUIRE(house.outbox().append(request->kind, id, request->bytes).ok());
}

bool lost(SessionHouse& house) {
  return house.comes([&] { return house.session().connection().state == model::ConnectionState::kLost; });
}

bool shows_card(SessionHouse& house) {
  return house.comes([&] { return house.session().desk()->card.has_value(); });
}

void answer_call(SessionHouse& house) {
  house.softphone(CallEvent::kRinging, "c1");
  house.softphone(CallEvent::kAnswered, "c1");
  REQUIRE(house.shows(CallState::kInCall));
}

}  // namespace

TEST_CASE("With the service gone the better sentence for a blaming line comes, and the turn reaches the service once") {
  SessionHouse house;
  house.start_session();
  REQUIRE(lost(house));
  answer_call(house);
  house.clock.advance(absl::Seconds(40));
  say(house, "u1", Speaker::kCustomer, "Waar blijft mijn geld, ik wacht al drie weken?");
  say(house, "u2", Speaker::kAgent, kBlame);
  REQUIRE(shows_card(house));
  CHECK(house.session().desk()->card->kind == domain::CardKind::kWe);
  const std::string card_line = house.session().desk()->card->line;
  CHECK(house.session().desk()->card->evidence.utterance_id == "u2");
  CHECK(house.session().desk()->calls.front().turns == 2);
  CHECK(house.session().last_words() == "Waar blijft mijn geld, ik wacht al drie weken?");

  house.clock.advance(absl::Seconds(3));
  house.start_service();
  REQUIRE(house.connected());
  REQUIRE(house.nothing_waits());
  CHECK(house.outbox().refused(10)->empty());
  REQUIRE(shows_card(house));
  CHECK(house.session().desk()->card->line == card_line);
  CHECK(house.session().desk()->calls.front().turns == 2);

  // The desk as a new overlay gets it from the service alone, and its present.
  const std::string card_id = house.session().desk()->card->id;
  house.end_session();
  std::filesystem::remove(house.folder.file("local.db"));
  house.start_session();
  REQUIRE(house.shows(CallState::kInCall));
  REQUIRE(house.session().desk()->card);
  CHECK(house.session().desk()->card->id == card_id);
  CHECK(house.session().desk()->calls.front().turns == 2);
}

TEST_CASE("A call whose last kept word is minutes old is as long as it is when the service comes back") {
  SessionHouse house;
  house.start_session();
  REQUIRE(lost(house));
  answer_call(house);
  say(house, "u1", Speaker::kCustomer, "Waar blijft mijn geld?");
  REQUIRE(house.comes([&] { return house.session().desk()->calls.front().turns == 1; }));
  house.clock.advance(absl::Minutes(8));
  house.start_service();
  REQUIRE(house.connected());
  REQUIRE(house.nothing_waits());
  house.end_session();
  std::filesystem::remove(house.folder.file("local.db"));
  house.start_session();
  REQUIRE(house.shows(CallState::kInCall));
  CHECK(house.session().desk_now() - house.session().desk()->calls.front().answered > absl::Minutes(7));
}

TEST_CASE("What is said on hold or in another agent's call changes nothing on a desk without a service") {
  SessionHouse house;
  house.start_session();
  REQUIRE(lost(house));
  answer_call(house);
  house.softphone(CallEvent::kHeld, "c1");
  REQUIRE(house.shows(CallState::kOnHold));
  say(house, "u1", Speaker::kAgent, kBlame);
  say(house, "u2", Speaker::kAgent, kBlame, "elsewhere");
  house.softphone(CallEvent::kResumed, "c1");
  REQUIRE(house.shows(CallState::kInCall));
  say(house, "u3", Speaker::kCustomer, "Daar ben ik weer.");
  REQUIRE(house.comes([&] { return house.session().last_words() == "Daar ben ik weer."; }));
  CHECK_FALSE(house.session().desk()->card);

  house.start_service();
  REQUIRE(house.connected());
  REQUIRE(house.nothing_waits());
  CHECK_FALSE(house.session().desk()->card);
  CHECK(house.session().desk()->calls.front().turns == 1);
  const auto refused = house.outbox().refused(10);
  REQUIRE(refused->size() == 1);  // Of a call that nobody reported; what was said on hold is kept nowhere.
  CHECK(refused->front().item.id == "u2");
}

}  // namespace aandacht::test
