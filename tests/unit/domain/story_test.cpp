// Stories of customers between calls.
#include "shared/domain/story_card.h"

#include "tests/support/catch.h"
#include "tests/unit/domain/desk_fixture.h"

namespace aandacht::domain {
namespace {

Story story(const std::string& id, const std::string& language = "nl") {
  return {id, "Mevrouw Voorbeeld", language, "Vier keer gebeld.", "Ze wachtte vijf maanden.", "Iemand belde terug."};
}

class Between : public DeskFixture {
 public:
  Between() {
    library.stories = {story("a"), story("b"), story("en-1", "en")};
    desk.fatigue.shift_began = kNine - absl::Hours(1);
    desk.fatigue.free_since = kNine - absl::Minutes(1);
  }

  /// A call of twenty seconds and its wrap-up; the outcome of the moment at which it leaves the desk.
  Outcome call(double start) {
    const std::string id = absl::StrCat("call-", start);
    report(start, CallEvent::kAnswered, id);
    report(start + 20, CallEvent::kEnded, id);
    return happen(start + 21, WrapUpFinished{id});
  }
};

}  // namespace

TEST_CASE_METHOD(Between, "When the last call leaves the desk a story comes, for a minute") {
  const auto shown = find_change<CardShown>(call(0));
  REQUIRE(shown.has_value());
  CHECK(shown->card.kind == CardKind::kEmpathy);
  CHECK(shown->card.topic == "Mevrouw Voorbeeld");
  CHECK(shown->card.line == "Vier keer gebeld.");
  CHECK(shown->card.detail == "Ze wachtte vijf maanden.\nIemand belde terug.");
  CHECK(shown->card.source_id == "a");
  CHECK(shown->card.expires == kNine + absl::Seconds(81));
  CHECK(desk.wake == kNine + absl::Seconds(81));
  happen(81, WokeUp{});
  CHECK_FALSE(desk.card.has_value());
}

TEST_CASE_METHOD(Between, "A second one comes after an hour, the one that was shown longest ago first") {
  call(0);
  happen(90, WokeUp{});
  CHECK_FALSE(find_change<CardShown>(call(3500)).has_value());
  CHECK(find_change<CardShown>(call(3700))->card.source_id == "b");
  CHECK(find_change<CardShown>(call(7500))->card.source_id == "a");
  CHECK(desk.stories.shown_ids == std::vector<std::string>{"b", "a"});
}

TEST_CASE_METHOD(Between, "No story in the first ten minutes of a shift, the first after them") {
  desk.fatigue.shift_began = desk.fatigue.free_since = kNine - absl::Minutes(9);
  CHECK_FALSE(find_change<CardShown>(call(0)).has_value());
  CHECK(find_change<CardShown>(call(60)).has_value());
}

TEST_CASE_METHOD(Between, "The first call of a shift is in its first ten minutes") {
  desk.fatigue = {};
  CHECK_FALSE(find_change<CardShown>(call(0)).has_value());
}

TEST_CASE_METHOD(Between, "A call that nobody answered brings none, nor does one while another goes on") {
  report(0, CallEvent::kRinging);
  CHECK_FALSE(find_change<CardShown>(report(5, CallEvent::kEnded)).has_value());
  report(10, CallEvent::kAnswered, "c2");
  CHECK_FALSE(find_change<CardShown>(call(20)).has_value());
}

TEST_CASE_METHOD(Between, "A prompt that waits or a reset goes before a story") {
  report(0, CallEvent::kAnswered);
  report(20, CallEvent::kEnded);
  SECTION("a prompt") { desk.prompts = {{"p1", "Ria", "Denk aan de pauze", "rooster"}}; }
  SECTION("a reset") { desk.resets.current.emplace(); }
  const auto shown = find_change<CardShown>(happen(21, WrapUpFinished{"c1"}));
  CHECK((!shown.has_value() || shown->card.kind != CardKind::kEmpathy));
}

TEST_CASE_METHOD(Between, "It is gone at once when a call rings") {
  call(0);
  const auto gone = find_change<CardGone>(report(30, CallEvent::kRinging));
  REQUIRE(gone.has_value());
  CHECK_FALSE(desk.card.has_value());
}

TEST_CASE_METHOD(Between, "A story in another language than the call's, or one that expired, is not shown") {
  library.stories = {story("en-1", "en"), story("over")};
  library.stories[1].expires = kNine + absl::Seconds(21);
  CHECK_FALSE(find_change<CardShown>(call(0)).has_value());
  library.stories[0].language = "nl-BE";
  CHECK(find_change<CardShown>(call(100))->card.source_id == "en-1");
}

TEST_CASE_METHOD(Between, "It never stays longer than its consent") {
  library.stories = {story("short")};
  library.stories[0].expires = kNine + absl::Seconds(31);
  call(0);
  REQUIRE(desk.card.has_value());
  CHECK(desk.card->expires == kNine + absl::Seconds(31));
}

TEST_CASE_METHOD(Between, "When it is withdrawn it leaves the desk that shows it, and no other card does") {
  call(0);
  happen(30, StoryWithdrawn{"b"});
  CHECK(desk.card.has_value());
  const auto gone = find_change<CardGone>(happen(31, StoryWithdrawn{"a"}));
  REQUIRE(gone.has_value());
  CHECK(gone->reason == CardGoneReason::kRecalled);
  CHECK_FALSE(desk.card.has_value());
}

TEST_CASE_METHOD(Between, "Who says three times that stories do not fit sees no more") {
  library.attention.story_gap = absl::ZeroDuration();
  for (int i = 0; i < 3; ++i) {
    call(100 * i);
    REQUIRE(desk.card.has_value());
    happen(100 * i + 30, CardAnswerGiven{desk.card->id, CardAnswer::kDoesNotFit});
  }
  CHECK_FALSE(find_change<CardShown>(call(500)).has_value());
}

TEST_CASE("What is kept of a story's card has none of the customer's words") {
  const Card card = without_story(story_card(story("a")));
  CHECK(card.topic.empty());
  CHECK(card.line.empty());
  CHECK(card.detail.empty());
  CHECK(card.source_id == "a");
  Card why;
  why.kind = CardKind::kWhy;
  why.line = "stays";
  CHECK(without_story(why).line == "stays");
}

}  // namespace aandacht::domain
