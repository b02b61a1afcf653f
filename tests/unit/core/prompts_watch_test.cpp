// Following prompts: the list and the stream.
#include <atomic>
#include <optional>

#include "absl/strings/str_cat.h"
#include "tests/unit/core/prompt_house.h"

using namespace aandacht;
using namespace aandacht::test;
using domain::CallEvent;
using domain::CardAnswer;
using domain::PromptState;

TEST_CASE("a watcher is told of a prompt, then only of the desks that changed, and of its end when its time is over",
          "[prompts]") {
  CoreHouse house(options());
  const auto windows = open_windows(house, {"sanne", "joost"});
  house.begin_call();
  std::atomic<int> called = 0;
  const auto watch =
      house.core().prompts().watch([](const std::string& team) { return team == "blue"; }, [&called] { ++called; });
  CHECK(watch->next()->begins);
  CHECK_FALSE(watch->next());
  REQUIRE(push(house, prompt("p1", {"sanne", "joost", "mila"})).ok());
  REQUIRE(test::eventually([&] { return called > 0; }));
  auto item = watch->next();
  REQUIRE(item);
  REQUIRE(item->prompts.size() == 1);
  CHECK(item->prompts[0].deliveries.size() == 2);
  REQUIRE(answer(house, CardAnswer::kUsed).ok());
  std::optional<core::PromptWatch::Item> next;
  REQUIRE(test::eventually([&] { return (next = watch->next()).has_value(); }));
  REQUIRE(next->prompts.at(0).deliveries.size() == 1);
  CHECK(next->prompts[0].deliveries[0].agent_id == "sanne");
  CHECK(next->prompts[0].deliveries[0].state == PromptState::kUsed);
  house.advance(absl::Minutes(10));
  REQUIRE(test::eventually([&] { return (next = watch->next()).has_value(); }));
  CHECK(next->prompts.at(0).deliveries.at(0).agent_id == "joost");
  CHECK(next->prompts[0].deliveries[0].state == PromptState::kExpired);
  CHECK_FALSE(watch->next());
}

TEST_CASE(
    "however many newer prompts went to other teams, a supervisor finds their own, in a list and after reconnecting",
    "[prompts]") {
  CoreHouse house(options());
  const core::Leads blue = [](const std::string& team) { return team == "blue"; };
  for (const char* id : {"ours-1", "ours-2", "ours-3"}) {
    REQUIRE(push(house, prompt(id, {"joost", "mila"})).ok());
    house.advance(absl::Seconds(1));
  }
  const absl::Time now = house.clock().now();
  REQUIRE(house.store()
              .write([&](store::Transaction& transaction) {
                absl::Status status;
                for (int i = 0; i < 250 && status.ok(); ++i) {  // All in one moment: no page ends between two of them.
                  domain::PushedPrompt theirs{absl::StrCat("theirs-", i), "Robin", "Text", "Reason", false, "", now,
                                              now + absl::Minutes(1)};
                  theirs.deliveries = {{"mila"}};
                  status = transaction.add_prompt(theirs, "robin");
                }
                return status;
              })
              .ok());
  const auto newest = [&](int most) {
    return house.core().prompts().list(blue, now - absl::Hours(24), now + absl::Seconds(1), most).value();
  };
  REQUIRE(newest(2).size() == 2);
  CHECK(newest(2)[0].id == "ours-3");
  CHECK(newest(2)[1].id == "ours-2");
  CHECK(newest(100).size() == 3);
  const auto item = house.core().prompts().watch(blue, [] {})->next();
  REQUIRE(item);
  CHECK(item->prompts.size() == 3);
  CHECK(item->prompts.at(0).deliveries.size() == 1);
}

TEST_CASE("while prompts cannot be read a watcher is told nothing, no empty list either, and then all of it",
          "[prompts]") {
  CoreHouse house(options());
  const auto windows = open_windows(house, {"sanne"});
  REQUIRE(push(house, prompt("p1")).ok());
  std::atomic<int> called = 0;
  const auto watch = house.core().prompts().watch(leads_all, [&called] { ++called; });
  house.store().fail_next_reads(1);
  CHECK_FALSE(watch->next());
  house.advance(absl::Seconds(2));
  REQUIRE(test::eventually([&] { return called > 0; }));
  auto item = watch->next();
  REQUIRE(item);
  CHECK(item->begins);
  CHECK(item->prompts.size() == 1);
  called = 0;
  REQUIRE(push(house, prompt("p2")).ok());
  REQUIRE(test::eventually([&] { return called > 0; }));
  house.store().fail_next_reads(1);
  CHECK_FALSE(watch->next());
  called = 0;
  house.advance(absl::Seconds(2));
  REQUIRE(test::eventually([&] { return called > 0; }));
  item = watch->next();
  REQUIRE(item);
  CHECK_FALSE(item->begins);
  CHECK(item->prompts.at(0).id == "p2");
}
