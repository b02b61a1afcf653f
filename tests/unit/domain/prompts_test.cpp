// Prompts at a desk: none is lost, none comes twice, and what is taken back goes.
#include "shared/domain/pushed_prompt.h"
#include "tests/support/catch.h"
#include "tests/unit/domain/desk_fixture.h"

namespace aandacht::domain {
namespace {

PromptPushed prompt(const std::string& id, bool urgent = false) {
  return {{id, "Noor", "Tekst van " + id, "reden", urgent, kNine + absl::Minutes(10)}};
}

}  // namespace

TEST_CASE_METHOD(DeskFixture,
                 "A recalled prompt leaves the screen and the row, another stays, and again changes nothing") {
  happen(0, prompt("p1"));
  happen(1, prompt("p2"));
  happen(2, prompt("p3"));
  REQUIRE(desk.card->source_id == "p1");
  happen(3, PromptRecalled{"p2"});
  CHECK(desk.card->source_id == "p1");
  const Outcome outcome = happen(4, PromptRecalled{"p1"});
  REQUIRE(find_change<CardGone>(outcome));
  CHECK(find_change<CardGone>(outcome)->reason == CardGoneReason::kRecalled);
  REQUIRE(desk.card);
  CHECK(desk.card->source_id == "p3");
  CHECK(desk.prompts.empty());
  CHECK(happen(5, PromptRecalled{"p1"}).changes.empty());
}

TEST_CASE_METHOD(DeskFixture,
                 "A prompt that something else takes the place of comes back, as it was, until it is answered") {
  happen(0, prompt("p1"));
  const Prompt pushed = prompt("p1").prompt;
  const Outcome outcome = happen(5, prompt("p2", true));
  CHECK(desk.card->source_id == "p2");
  REQUIRE(desk.prompts.size() == 1);
  CHECK(desk.prompts[0] == pushed);
  happen(10, CardAnswerGiven{desk.card->id, CardAnswer::kUsed});
  REQUIRE(desk.card);
  CHECK(desk.card->source_id == "p1");
  happen(12, WhyChosen{"nl/terugbetaling"});
  CHECK(desk.card->kind == CardKind::kWhy);
  happen(14, CardAnswerGiven{desk.card->id, CardAnswer::kUsed});
  REQUIRE(desk.card);
  CHECK(desk.card->source_id == "p1");
  happen(16, CardAnswerGiven{desk.card->id, CardAnswer::kNotNow});
  CHECK_FALSE(desk.card);
  CHECK(desk.prompts.empty());
}

TEST_CASE_METHOD(DeskFixture, "Of two urgent prompts the first stays on screen until it is answered") {
  happen(0, prompt("p1", true));
  happen(1, prompt("p2", true));
  CHECK(desk.card->source_id == "p1");
  happen(2, CardAnswerGiven{desk.card->id, CardAnswer::kUsed});
  CHECK(desk.card->source_id == "p2");
}

TEST_CASE_METHOD(DeskFixture, "A prompt that was replaced is not brought back after its end") {
  happen(0, prompt("p1"));
  PromptPushed longer = prompt("p2", true);
  longer.prompt.expires = kNine + absl::Minutes(30);
  happen(1, longer);
  happen(600, WokeUp{});
  CHECK(desk.prompts.empty());
  CHECK(desk.card->source_id == "p2");
}

TEST_CASE("Slots are filled by name, what is not named stays, and what is open is told once", "[prompts]") {
  CHECK(fill_slots("Om {tijd} in {plaats}: {tijd}.", {{"tijd", "10:00"}, {"plaats", "{tijd}"}}) ==
        "Om 10:00 in {tijd}: 10:00.");
  CHECK(fill_slots("Om {tijd", {{"tijd", "10:00"}}) == "Om {tijd");
  CHECK(fill_slots("", {}) == "");
  CHECK(open_slots("{a} en {b} en {a} en {c") == std::vector<std::string>{"a", "b"});
}

TEST_CASE("What was not answered when its time is over has expired, an answer stays", "[prompts]") {
  for (const PromptState state : {PromptState::kWaiting, PromptState::kDelivered, PromptState::kShown}) {
    const PromptDelivery desk{"sanne", state, kNine - absl::Minutes(1)};
    CHECK(state_at(desk, kNine, kNine - absl::Nanoseconds(1)) == state);
    CHECK(state_at(desk, kNine, kNine) == PromptState::kExpired);
  }
  CHECK(state_at({"sanne", PromptState::kUsed}, kNine, kNine + absl::Hours(1)) == PromptState::kUsed);
  CHECK(state_at({"sanne", PromptState::kRecalled}, kNine, kNine + absl::Hours(1)) == PromptState::kRecalled);
}

TEST_CASE("What is at the desk waits until a window said that it has it", "[prompts]") {
  PromptDelivery desk{"sanne", PromptState::kDelivered};
  CHECK(state_at(desk, kNine, kNine - absl::Minutes(1)) == PromptState::kWaiting);
  CHECK(state_at(desk, kNine, kNine) == PromptState::kExpired);
  desk.delivered = kNine - absl::Minutes(2);
  CHECK(state_at(desk, kNine, kNine - absl::Minutes(1)) == PromptState::kDelivered);
}

}  // namespace aandacht::domain
