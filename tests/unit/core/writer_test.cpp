// Group commit.
#include "tests/support/catch.h"
#include "tests/support/core_house.h"

using namespace aandacht;
using core::UtteranceOutcome;
using domain::CallEvent;
using test::Awaited;
using test::CoreHouse;

namespace {

// Sends utterances while the store is shut; what they became is to be looked at after it opened.
std::vector<Awaited<core::UtteranceAnswer>> send_many(CoreHouse& house, int count) {
  std::vector<Awaited<core::UtteranceAnswer>> answers(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    house.core().desks().say_utterance(house.says("u" + std::to_string(i), "words " + std::to_string(i)),
                                       answers[static_cast<std::size_t>(i)].callback());
  }
  return answers;
}

}  // namespace

TEST_CASE("what waits is committed together, in order, and answered only after the commit") {
  CoreHouse house;
  house.begin_call();
  house.store().shut();
  auto first = send_many(house, 1);
  REQUIRE(test::eventually([&] { return house.store().someone_waits(); }));
  const int commits = house.store().commits();
  std::vector<Awaited<core::UtteranceAnswer>> answers(50);
  for (int i = 0; i < 50; ++i) {
    house.core().desks().say_utterance(house.says("m" + std::to_string(i), "more " + std::to_string(i)),
                                       answers[static_cast<std::size_t>(i)].callback());
  }
  CHECK_FALSE(first[0].there());
  CHECK_FALSE(answers[49].there());
  house.store().open();
  for (auto& answer : answers) REQUIRE(answer.get()->outcome == UtteranceOutcome::kStored);
  CHECK(house.store().commits() == commits + 2);  // The one that was waiting, and all the others at once.
  const auto turns = house.turns();
  REQUIRE(turns.size() == 51);
  for (std::size_t i = 0; i < 50; ++i) CHECK(turns[i + 1].utterance_id == "m" + std::to_string(i));
}

TEST_CASE("a command that is refused does not undo the others of its batch") {
  CoreHouse house;
  house.begin_call();
  house.store().shut();
  auto blocker = send_many(house, 1);
  REQUIRE(test::eventually([&] { return house.store().someone_waits(); }));
  Awaited<core::UtteranceAnswer> good;
  Awaited<core::Written> bad;
  Awaited<core::UtteranceAnswer> twice;
  house.core().desks().say_utterance(house.says("good", "hello"), good.callback());
  house.core().desks().answer_card({"a1", "sanne", "no-such-card", domain::CardAnswer::kUsed}, bad.callback());
  house.core().desks().say_utterance(house.says("good", "hello"), twice.callback());
  house.store().open();
  CHECK(good.get()->outcome == UtteranceOutcome::kStored);
  CHECK(absl::IsNotFound(bad.get().status()));
  CHECK(twice.get()->outcome == UtteranceOutcome::kDuplicate);
}

TEST_CASE("a batch that cannot be committed is tried one by one") {
  CoreHouse house;
  house.begin_call();
  house.store().shut();
  auto blocker = send_many(house, 1);
  REQUIRE(test::eventually([&] { return house.store().someone_waits(); }));
  std::vector<Awaited<core::UtteranceAnswer>> answers(3);
  for (int i = 0; i < 3; ++i) {
    house.core().desks().say_utterance(house.says("m" + std::to_string(i), "more"),
                                       answers[static_cast<std::size_t>(i)].callback());
  }
  house.store().fail_next(1);  // The blocker alone fails …
  house.store().open();
  CHECK(absl::IsUnavailable(blocker[0].get().status()));
  for (auto& answer : answers) CHECK(answer.get()->outcome == UtteranceOutcome::kStored);

  house.store().shut();
  house.core().desks().say_utterance(house.says("b", "blocks"), blocker[0].callback());
  REQUIRE(test::eventually([&] { return house.store().someone_waits(); }));
  std::vector<Awaited<core::UtteranceAnswer>> more(3);
  for (int i = 0; i < 3; ++i) {
    house.core().desks().say_utterance(house.says("n" + std::to_string(i), "more"),
                                       more[static_cast<std::size_t>(i)].callback());
  }
  house.store().fail_next(3);  // … then the blocker, the batch, and the first of it when it is tried alone.
  house.store().open();
  CHECK(absl::IsUnavailable(more[0].get().status()));
  CHECK(more[1].get()->outcome == UtteranceOutcome::kStored);
  CHECK(more[2].get()->outcome == UtteranceOutcome::kStored);
  CHECK(house.tell(house.says("n0", "more"))->outcome == UtteranceOutcome::kStored);
  CHECK(house.record().turns == static_cast<int>(house.turns().size()));
}

TEST_CASE("a full queue and a stopping service say so, and what was taken is finished") {
  core::CoreOptions options;
  options.writer.queue = 2;
  CoreHouse house(options);
  house.begin_call();
  house.store().shut();
  auto blocker = send_many(house, 1);
  REQUIRE(test::eventually([&] { return house.store().someone_waits(); }));
  std::vector<Awaited<core::UtteranceAnswer>> answers(3);
  for (int i = 0; i < 3; ++i) {
    house.core().desks().say_utterance(house.says("m" + std::to_string(i), "more"),
                                       answers[static_cast<std::size_t>(i)].callback());
  }
  CHECK(absl::IsResourceExhausted(answers[2].get().status()));
  house.core().stop_taking();
  CHECK(absl::IsUnavailable(house.tell(house.says("late", "more")).status()));
  house.store().open();
  house.core().drain();
  CHECK(answers[0].there());
  CHECK(answers[1].get()->outcome == UtteranceOutcome::kStored);
}

TEST_CASE("seats, answers and bus come in that order after the commit") {
  CoreHouse house;
  std::vector<std::string> order;
  std::mutex mutex;
  const auto note = [&](const std::string& what) {
    const std::lock_guard lock(mutex);
    order.push_back(what + (house.core().seats().find("sanne") != nullptr ? " sees it" : " does not see it"));
  };
  auto subscription = house.bus().subscribe("sanne", [&](const auto&) { note("bus"); });
  Awaited<core::Written> answer;
  house.core().desks().report_call(house.report("e1", CallEvent::kRinging),
                                   [&, then = answer.callback()](absl::StatusOr<core::Written> written) {
                                     note("answer");
                                     then(std::move(written));
                                   });
  REQUIRE(answer.get().ok());
  REQUIRE(test::eventually([&] {
    const std::lock_guard lock(mutex);
    return order.size() == 2;
  }));
  CHECK(order == std::vector<std::string>{"answer sees it", "bus sees it"});
}
