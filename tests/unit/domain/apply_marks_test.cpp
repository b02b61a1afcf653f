// What the agent pins and marks by themselves.
#include "shared/domain/redaction_forget.h"
#include "tests/support/catch.h"
#include "tests/unit/domain/desk_fixture.h"

namespace aandacht::domain {
namespace {

struct InCall : DeskFixture {
  InCall() {
    report(0, CallEvent::kRinging);
    report(1, CallEvent::kAnswered);
  }

  void customer_says(double seconds, const std::string& id, const std::string& text) {
    happen(seconds, UtteranceSaid{"c1", id, Speaker::kCustomer, text, {}});
  }

  const Call& call() const { return desk.calls.at(0); }
};

}  // namespace

TEST_CASE("a pinned turn becomes a fact in the customer's own words, once") {
  InCall f;
  f.customer_says(2, "u1", "ik zit al weken zonder verwarming");
  f.happen(3, UtteranceSaid{"c1", "u2", Speaker::kAgent, "dat is vervelend", {}});
  CHECK(f.happen(4, HeardPinned{"c1", "u1"}).changes.size() == 1);
  REQUIRE(f.call().heard.size() == 1);
  CHECK(f.call().heard[0] ==
        HeardFact{"ik zit al weken zonder verwarming", HeardKind::kPinned, {}, kNine + absl::Seconds(2), false});
  CHECK(f.happen(5, HeardPinned{"c1", "u1"}).changes.empty());
}

TEST_CASE("the agent's own turn, an unknown turn and a turn of long ago cannot be pinned") {
  InCall f;
  f.happen(2, UtteranceSaid{"c1", "agent", Speaker::kAgent, "goedemorgen", {}});
  f.customer_says(3, "first", "goedemorgen");
  for (int i = 0; i < 4; ++i) f.customer_says(4 + i, absl::StrCat("u", i), "nog iets");
  for (const char* id : {"agent", "first", "nobody"}) CHECK(f.happen(9, HeardPinned{"c1", id}).changes.empty());
  CHECK(f.happen(9, HeardPinned{"c2", "u1"}).changes.empty());
  CHECK(f.call().late_turns.size() == 4);
  CHECK(f.call().heard.empty());
}

TEST_CASE("of twelve facts the oldest that is not pinned makes room for a pinned one") {
  InCall f;
  f.customer_says(2, "u1", "dit eerst");
  f.happen(3, HeardPinned{"c1", "u1"});
  for (int i = 0; i < 11; ++i) {
    Reading reading;
    reading.heard = {{absl::StrCat("feit ", i), HeardKind::kPlan, {}, kNine, false}};
    f.happen(4 + i, UtteranceSaid{"c1", absl::StrCat("f", i), Speaker::kCustomer, "feit", reading});
  }
  f.customer_says(20, "u2", "en dit ook");
  f.happen(21, HeardPinned{"c1", "u2"});
  REQUIRE(f.call().heard.size() == 12);
  CHECK(f.call().heard.front().words == "dit eerst");
  CHECK(f.call().heard[1].words == "feit 1");
  CHECK(f.call().heard.back().words == "en dit ook");
}

TEST_CASE("words that turn out to be part of a number go from a pinned turn too, which stays") {
  InCall f;
  f.customer_says(2, "u1", "het nummer is 4111 11");
  f.happen(3, HeardPinned{"c1", "u1"});
  Call call = f.call();
  forget(call, LateRedaction{"u1", "het nummer is 4111 11", Redacted{"het nummer is [kaart]", {}}});
  REQUIRE(call.heard.size() == 1);
  CHECK(call.heard[0].words == "het nummer is [kaart]");
  CHECK(call.late_turns[0].words == "het nummer is [kaart]");
}

TEST_CASE("a call is marked as heavy, and the mark comes off again") {
  InCall f;
  f.happen(2, CallMarkedHeavy{"c1", true});
  CHECK(f.call().heavy);
  CHECK(f.happen(3, CallMarkedHeavy{"c1", true}).changes.empty());
  f.happen(4, CallMarkedHeavy{"c1", false});
  CHECK_FALSE(f.call().heavy);
  CHECK(f.happen(5, CallMarkedHeavy{"c9", true}).changes.empty());
}

}  // namespace aandacht::domain
