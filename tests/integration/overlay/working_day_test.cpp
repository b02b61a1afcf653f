// Eight hours without a service, and what arrives when it comes.
#include <map>
#include <set>

#include "absl/strings/str_cat.h"
#include "tests/integration/overlay/session_house.h"

namespace aandacht::test {
namespace {

using domain::CallEvent;
using domain::CallState;

/// A day of calls as a softphone and an agent make it; the clock goes on by itself.
class WorkingDay {
 public:
  explicit WorkingDay(SessionHouse& house) : house_(house) {}

  void work(absl::Duration hours) {
    const absl::Time end = house_.clock.now() + hours;
    while (house_.clock.now() < end) {
      const std::string id = absl::StrCat("call-", ++calls);
      calls % 7 == 0 ? miss(id) : answer(id);
      house_.clock.advance(absl::Minutes(5));
    }
  }

  int calls = 0;
  int answered = 0;
  int events = 0;

 private:
  void report(CallEvent event, const std::string& id, CallState shown) {
    ++events;
    house_.softphone(event, id);
    INFO(id);
    REQUIRE(house_.shows(shown));
  }

  void miss(const std::string& id) {
    report(CallEvent::kRinging, id, CallState::kRinging);
    house_.clock.advance(absl::Seconds(20));
    ++events;
    house_.softphone(CallEvent::kEnded, id);
    REQUIRE(house_.shows_no_call());
  }

  void answer(const std::string& id) {
    report(CallEvent::kRinging, id, CallState::kRinging);
    house_.clock.advance(absl::Seconds(4));
    report(CallEvent::kAnswered, id, CallState::kInCall);
    ++answered;
    house_.clock.advance(absl::Minutes(1));
    if (calls % 2 == 0) {
      report(CallEvent::kHeld, id, CallState::kOnHold);
      house_.clock.advance(absl::Seconds(30));
      report(CallEvent::kResumed, id, CallState::kInCall);
    }
    if (calls % 3 == 0) use_a_why();
    house_.clock.advance(absl::Minutes(3));
    report(CallEvent::kEnded, id, CallState::kWrapUp);
    house_.clock.advance(absl::Seconds(20));
    if (calls % 2 == 0) {
      ++events;
      house_.session().finish_wrap_up(id);
      REQUIRE(house_.keeps(events));
    } else {
      house_.clock.advance(absl::Minutes(1));  // Ends by itself.
    }
    REQUIRE(house_.shows_no_call());
  }

  void use_a_why() {
    house_.session().search_for("terugbet", "nl");
    REQUIRE(house_.comes([&] { return !house_.session().search().waiting; }));
    events += 2;
    house_.session().show_why(house_.session().search().whys.at(0).id);
    REQUIRE(house_.keeps(events - 1));
    house_.clock.advance(absl::Seconds(10));
    house_.session().answer_card(house_.session().desk()->card->id, domain::CardAnswer::kUsed);
    REQUIRE(house_.keeps(events));
  }

  SessionHouse& house_;
};

}  // namespace

TEST_CASE("After eight hours without the service everything arrives once, in its own time, and the desks agree") {
  SessionHouse house;
  house.start_session();
  WorkingDay day(house);
  day.work(absl::Hours(8));
  CHECK(day.calls > 40);
  REQUIRE(house.comes([&] { return house.session().connection().pending == day.events; }));
  const absl::Time began = house.clock.now() - absl::Hours(9);

  house.start_service();
  REQUIRE(house.connected());
  REQUIRE(house.nothing_waits());
  CHECK(house.outbox().refused(10)->empty());

  v1::ListCallsRequest list;
  list.set_page_size(500);
  v1::ListCallsResponse calls;
  auto context = soon();
  REQUIRE(house.client().calls->ListCalls(context.get(), list, &calls).ok());
  REQUIRE(calls.calls_size() == day.calls);
  int answered = 0;
  std::set<std::string> ids;
  for (const v1::CallRecord& call : calls.calls()) {
    ids.insert(call.call_id());
    answered += call.has_answer_time() ? 1 : 0;
    CHECK(call.state() == v1::CALL_STATE_ENDED);
    CHECK(call.ring_time().seconds() > absl::ToUnixSeconds(began));
    CHECK(call.ring_time().seconds() <= absl::ToUnixSeconds(house.clock.now()));
  }
  CHECK(static_cast<int>(ids.size()) == day.calls);
  CHECK(answered == day.answered);

  // One more call, with the service there: both sides go on from the same desk.
  house.softphone(CallEvent::kRinging, "last");
  REQUIRE(house.shows(CallState::kRinging));
  REQUIRE(house.nothing_waits());
  v1::WatchDeskRequest watch;
  watch.set_agent_id("sanne");
  context = soon();
  const auto stream = house.client().desks->WatchDesk(context.get(), watch);
  v1::WatchDeskResponse first;
  REQUIRE(stream->Read(&first));
  CHECK(house.comes([&] { return house.session().desk()->version == first.desk().version(); }));
  CHECK(first.desk().calls_size() == 1);
  CHECK(house.session().desk()->card_count == first.desk().card_count());
  CHECK(static_cast<int>(house.session().desk()->ended_call_ids.size()) == first.desk().ended_call_ids_size());
  context->TryCancel();
}

}  // namespace aandacht::test
