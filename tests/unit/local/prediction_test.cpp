// The overlay's desk: what it shows before the service knows, and that both agree in the end.
#include "client/local/prediction.h"

#include <utility>
#include <vector>

#include "tests/support/catch.h"
#include "tests/unit/domain/desk_fixture.h"
#include "tests/unit/local/simulated_service.h"
#include "tests/unit/local/simulation.h"

namespace aandacht::local {
namespace {

using domain::CallEvent;
using domain::CallState;
using domain::Event;
using domain::kNine;

Event report(const std::string& id, double seconds, CallEvent event, const std::string& call_id = "c1") {
  domain::CallReported what;
  what.call_id = call_id;
  what.event = event;
  what.from = "+31600110201";
  what.language = "nl";
  return {id, kNine + absl::Seconds(seconds), what};
}

Prediction prediction() {
  Prediction made("sanne");
  made.use(domain::small_library());
  return made;
}

}  // namespace

TEST_CASE("A customer's story leaves the screen without the service too: after its minute, or when a call rings") {
  Prediction here = prediction();
  domain::Desk desk;
  desk.agent_id = "sanne";
  desk.version = 7;
  desk.time = kNine;
  desk.card = domain::Card{};
  desk.card->id = "sanne/1";
  desk.card->kind = domain::CardKind::kEmpathy;
  desk.card->expires = desk.wake = kNine + absl::Seconds(60);
  here.take_desk(desk);
  SECTION("its minute is over") {
    here.wake(kNine + absl::Seconds(59));
    CHECK(here.desk()->card.has_value());
    here.wake(kNine + absl::Seconds(60));
    CHECK_FALSE(here.desk()->card.has_value());
  }
  SECTION("a call rings") {
    here.add(report("e1", 10, CallEvent::kRinging));
    CHECK_FALSE(here.desk()->card.has_value());
  }
}

TEST_CASE("Without a service and without a stored desk, a call is on the desk from its first ring") {
  Prediction here = prediction();
  CHECK(here.desk() == nullptr);
  here.add(report("e1", 0, CallEvent::kRinging));
  REQUIRE(here.desk() != nullptr);
  CHECK(here.desk()->agent_id == "sanne");
  CHECK(here.desk()->calls.at(0).state == CallState::kRinging);
  CHECK(here.desk()->calls.at(0).opening == "Goedemiddag.");
  here.add(report("e2", 5, CallEvent::kAnswered));
  CHECK(here.desk()->calls.at(0).state == CallState::kInCall);
  here.add(report("e2", 5, CallEvent::kAnswered));
  CHECK(here.pending().size() == 2);
}

TEST_CASE("A pending event leaves when the stream shows it, and what the service made of it stays") {
  Prediction here = prediction();
  test::SimulatedService service("sanne");
  here.take_desk(service.desk());
  const Event ring = report("e1", 0, CallEvent::kRinging);
  here.add(ring);
  REQUIRE(service.take(ring).ok());
  for (const domain::DeskUpdate& update : service.take_updates()) CHECK(here.take_update(update));
  CHECK(here.pending().empty());
  CHECK(*here.desk() == service.desk());
  here.add(ring);  // Read from the outbox after the stream was quicker.
  CHECK(here.pending().empty());
}

TEST_CASE("An event that was acknowledged stays until a whole desk is new enough to hold it") {
  Prediction here = prediction();
  here.add(report("e1", 0, CallEvent::kRinging));
  here.acknowledged("e1", 7);
  CHECK(here.pending().size() == 1);
  domain::Desk desk;
  desk.agent_id = "sanne";
  desk.version = 6;
  here.take_desk(desk);
  CHECK(here.pending().size() == 1);
  CHECK(here.desk()->calls.size() == 1);
  desk.version = 7;
  here.take_desk(desk);
  CHECK(here.pending().empty());
  CHECK(*here.desk() == desk);
}

TEST_CASE("An answer that comes before its event is read from the outbox settles it all the same") {
  Prediction here = prediction();
  domain::Desk desk;
  desk.agent_id = "sanne";
  desk.version = 6;
  here.take_desk(desk);
  here.refused("e1");
  here.acknowledged("e2", 6);
  here.acknowledged("e3", 7);
  for (const char* id : {"e1", "e2", "e3"}) here.add(report(id, 0, CallEvent::kRinging, id));
  REQUIRE(here.pending().size() == 1);
  CHECK(here.pending().at(0).event.id == "e3");
  desk.version = 7;
  here.take_desk(desk);
  CHECK(here.pending().empty());
}

TEST_CASE("A service that went back to an older store does not leave acknowledged events waiting for ever") {
  Prediction here = prediction();
  domain::Desk desk;
  desk.agent_id = "sanne";
  desk.version = 90;
  here.take_desk(desk);
  here.add(report("e1", 0, CallEvent::kRinging));
  here.add(report("e2", 1, CallEvent::kAnswered));
  here.acknowledged("e1", 91);
  desk.version = 3;
  here.take_desk(desk);
  REQUIRE(here.pending().size() == 1);
  CHECK(here.pending().at(0).event.id == "e2");
}

TEST_CASE("What the service refused is taken back from the desk") {
  Prediction here = prediction();
  here.add(report("e1", 0, CallEvent::kRinging));
  here.add({"e2", kNine, domain::WhyChosen{"nl/terugbetaling"}});
  REQUIRE(here.desk()->card);
  here.refused("e2");
  CHECK_FALSE(here.desk()->card);
  CHECK(here.desk()->calls.size() == 1);
}

TEST_CASE("A wrap-up ends by itself while the service is away, and is not undone by what happens later") {
  Prediction here = prediction();
  here.add(report("e1", 0, CallEvent::kRinging));
  here.add(report("e2", 5, CallEvent::kAnswered));
  here.add(report("e3", 60, CallEvent::kEnded));
  CHECK(here.desk()->calls.at(0).state == CallState::kWrapUp);
  const absl::Time wake = here.desk()->wake;
  here.wake(wake - absl::Seconds(1));
  CHECK(here.desk()->calls.size() == 1);
  here.wake(wake);
  CHECK(here.desk()->calls.empty());
  CHECK(here.pending().size() == 3);
  here.add(report("e4", 200, CallEvent::kRinging, "c2"));
  REQUIRE(here.desk()->calls.size() == 1);
  CHECK(here.desk()->calls.at(0).id == "c2");
}

TEST_CASE("A desk that grew event by event is the desk that all its events make at once") {
  test::SimulatedService service("sanne");
  Prediction grown = prediction();
  Prediction whole = prediction();
  std::vector<Event> events;
  for (int call = 0; call < 6; ++call) {
    const std::string id = absl::StrCat("c", call);
    const double at = call * 97.0;
    events.push_back(report(absl::StrCat("r", call), at, CallEvent::kRinging, id));
    events.push_back(report(absl::StrCat("a", call), at + 4, CallEvent::kAnswered, id));
    events.push_back({absl::StrCat("w", call), kNine + absl::Seconds(at + 9), domain::WhyChosen{"nl/terugbetaling"}});
    events.push_back(report(absl::StrCat("e", call), at + 40, CallEvent::kEnded, id));
  }
  for (const Event& event : events) {
    grown.add(event);
    REQUIRE(grown.desk() != nullptr);
    grown.wake(event.time + absl::Seconds(7));
    whole.add(event);
    REQUIRE(service.take(event).ok());
  }
  const absl::Time end = events.back().time + absl::Seconds(7);
  whole.wake(end);
  service.wake(end);
  CHECK(*grown.desk() == *whole.desk());
  CHECK(*grown.desk() == service.desk());
}

TEST_CASE("Whatever is cut, lost, late, twice or killed, both desks agree in the end and nothing counts twice") {
  for (std::uint64_t seed = 1; seed <= 600; ++seed) {
    const test::Run run = test::play(seed, 250, {});
    if (!run.failure) continue;
    FAIL(test::smallest_failure(seed, 250));
  }
}

}  // namespace aandacht::local
