// What becomes of a prompt at a desk.
#include "absl/strings/str_cat.h"
#include "tests/unit/core/prompt_house.h"

using namespace aandacht;
using namespace aandacht::test;
using domain::CallEvent;
using domain::CardAnswer;
using domain::PromptState;

TEST_CASE("in a call a prompt is shown, then used, not now or does not fit, and says when", "[prompts]") {
  const auto [given, becomes] =
      GENERATE(table<CardAnswer, PromptState>({{CardAnswer::kUsed, PromptState::kUsed},
                                               {CardAnswer::kNotNow, PromptState::kNotNow},
                                               {CardAnswer::kDoesNotFit, PromptState::kDoesNotFit}}));
  CoreHouse house(options());
  auto windows = open_windows(house, {"sanne"});
  house.begin_call();
  const absl::Time pushed = house.clock().now();
  REQUIRE(push(house, prompt("p1"))->desks == 1);
  REQUIRE(look_at(house).ok());
  CHECK(state(house, "p1") == PromptState::kShown);
  house.advance(absl::Seconds(7));
  REQUIRE(answer(house, given).ok());
  CHECK(state(house, "p1") == becomes);
  const domain::PromptDelivery desk = list(house).at(0).deliveries.at(0);
  CHECK(desk.delivered == pushed);
  CHECK(desk.shown == pushed);
  CHECK(desk.ended == pushed + absl::Seconds(7));
  windows.clear();
  house.restart();
  CHECK(list(house).at(0).deliveries.at(0) == desk);
}

TEST_CASE("a prompt for somebody who is away waits, also over a restart, and comes once when a window opens",
          "[prompts]") {
  CoreHouse house(options());
  auto windows = open_windows(house, {"joost"});
  const core::Pushed pushed = push(house, prompt("p1", {"sanne", "joost"})).value();
  CHECK(pushed.desks == 2);
  CHECK(pushed.waiting == 1);
  CHECK(at_desk(house, "p1") == 0);
  CHECK(at_desk(house, "p1", "joost") == 1);
  CHECK(state(house, "p1") == PromptState::kWaiting);
  windows.clear();
  house.restart();
  house.advance(absl::Minutes(1));
  CHECK(at_desk(house, "p1") == 0);
  windows.push_back(house.core().presence().open("sanne"));
  REQUIRE(test::eventually([&] { return at_desk(house, "p1") == 1; }));
  CHECK(state(house, "p1") == PromptState::kWaiting);
  REQUIRE(look_at(house).ok());
  CHECK(state(house, "p1") == PromptState::kDelivered);
  windows.clear();
  house.advance(absl::Minutes(1));
  windows.push_back(house.core().presence().open("sanne"));
  const core::Pushed again = push(house, prompt("p1", {"sanne", "joost"})).value();
  CHECK(again.duplicate);
  CHECK(again.desks == 2);
  CHECK(at_desk(house, "p1") == 1);
  CHECK(at_desk(house, "p1", "joost") == 1);
}

TEST_CASE("a prompt that is pushed just after the service started waits for a window, and comes when one opens",
          "[prompts]") {
  CoreHouse house(options());
  house.begin_call();
  if (GENERATE(false, true)) house.restart();
  const core::Pushed pushed = push(house, prompt("p1")).value();
  CHECK(pushed.waiting == 1);
  CHECK(at_desk(house, "p1") == 0);
  CHECK(house.core().prompts().allowance("Kim", {{"sanne"}, {}, false}, leads_all)->agents.at(0).away);
  house.advance(absl::Seconds(5));
  CHECK(state(house, "p1") == PromptState::kWaiting);
  const Window window = house.core().presence().open("sanne");
  REQUIRE(test::eventually([&] { return at_desk(house, "p1") == 1; }));
  CHECK_FALSE(house.core().prompts().allowance("Kim", {{"sanne"}, {}, false}, leads_all)->agents.at(0).away);
}

TEST_CASE("a prompt whose window was lost a moment before waits for the next one", "[prompts]") {
  CoreHouse house(options());
  auto windows = open_windows(house, {"sanne"});
  windows.clear();
  house.advance(absl::Seconds(2));
  CHECK(push(house, prompt("p1"))->waiting == 1);
  CHECK(at_desk(house, "p1") == 0);
  windows.push_back(house.core().presence().open("sanne"));
  CHECK(test::eventually([&] { return at_desk(house, "p1") == 1; }));
}

TEST_CASE("a prompt is told as delivered and shown when a window said so, and not before, whoever was restarted",
          "[prompts]") {
  CoreHouse house(options());
  auto windows = open_windows(house, {"sanne"});
  house.begin_call();
  REQUIRE(push(house, prompt("p1")).ok());
  REQUIRE(push(house, prompt("p2")).ok());
  REQUIRE(at_desk(house, "p1") == 1);
  CHECK(state(house, "p1") == PromptState::kWaiting);  // The window died before it read anything.
  windows.clear();
  if (GENERATE(false, true)) house.restart();
  house.advance(absl::Minutes(1));
  CHECK(state(house, "p1") == PromptState::kWaiting);
  CHECK(state(house, "p2") == PromptState::kWaiting);
  windows.push_back(house.core().presence().open("sanne"));
  const absl::Time drawn = house.clock().now();
  REQUIRE(look_at(house).ok());
  house.advance(absl::Seconds(1));
  REQUIRE(look_at(house).ok());
  CHECK(state(house, "p1") == PromptState::kShown);
  CHECK(state(house, "p2") == PromptState::kDelivered);
  for (const domain::PushedPrompt& each : list(house)) CHECK(each.deliveries.at(0).delivered == drawn);
  windows.clear();
  house.restart();
  CHECK(state(house, "p1") == PromptState::kShown);
  CHECK(state(house, "p2") == PromptState::kDelivered);
}

TEST_CASE("what a window says of prompts that are not at its desk, or not on its screen, changes nothing",
          "[prompts]") {
  CoreHouse house(options());
  const auto windows = open_windows(house, {"sanne"});
  house.begin_call();
  house.begin_call("call-2", "joost");
  REQUIRE(push(house, prompt("p1", {"sanne", "joost"})).ok());
  REQUIRE(push(house, prompt("p2")).ok());
  const auto says = [&](const std::string& agent, std::vector<std::string> received, const std::string& shown) {
    Awaited<bool> done;
    house.core().prompts().acknowledge(agent, std::move(received), shown, done.callback());
    return done.get().status();
  };
  CHECK(says("joost", {"p1", "p2", "p9"}, "p1").ok());
  CHECK(state(house, "p1", "joost") == PromptState::kWaiting);
  CHECK(state(house, "p1") == PromptState::kWaiting);
  CHECK(state(house, "p2") == PromptState::kWaiting);
  CHECK(says("sanne", {}, "p2").ok());  // It is behind the other.
  CHECK(state(house, "p2") == PromptState::kDelivered);
  CHECK(absl::IsInvalidArgument(says("sanne", std::vector<std::string>(201, "p1"), "")));
  CHECK(absl::IsInvalidArgument(says("sanne", {std::string(129, 'p')}, "")));
}

TEST_CASE("a prompt that was not delivered before it expired is never delivered, and says so", "[prompts]") {
  CoreHouse house(options());
  auto windows = open_windows(house, {});
  REQUIRE(push(house, prompt("p1")).ok());
  house.advance(absl::Minutes(11));
  windows.push_back(house.core().presence().open("sanne"));
  house.begin_call();
  CHECK(at_desk(house, "p1") == 0);
  CHECK(state(house, "p1") == PromptState::kExpired);
}

TEST_CASE("the end of a prompt at the desk is where its supervisor set it, however late it came there", "[prompts]") {
  CoreHouse house(options());
  auto windows = open_windows(house, {});
  const absl::Time expires = house.clock().now() + absl::Minutes(10);
  REQUIRE(push(house, prompt("p1")).ok());
  house.advance(absl::Minutes(4));
  windows.push_back(house.core().presence().open("sanne"));
  REQUIRE(test::eventually([&] { return house.desk().card.has_value(); }));
  CHECK(house.desk().card->expires == expires);
}

TEST_CASE("a recalled prompt leaves the screen and the waiting row, once, and stays recalled", "[prompts]") {
  CoreHouse house(options());
  auto windows = open_windows(house, {"sanne", "joost"});
  house.begin_call("call-1", "sanne");
  house.begin_call("call-2", "joost");
  REQUIRE(push(house, prompt("p1", {"sanne", "joost", "mila"})).ok());
  REQUIRE(push(house, prompt("p2", {"joost"})).ok());
  REQUIRE(answer(house, CardAnswer::kUsed, "joost").ok());
  REQUIRE(at_desk(house, "p1") == 1);
  CHECK(recall(house, "p1").value() == false);
  const auto version = house.desk().version;
  CHECK(recall(house, "p1").value() == true);
  CHECK(house.desk().version == version);
  CHECK(at_desk(house, "p1") == 0);
  CHECK(state(house, "p1") == PromptState::kRecalled);
  CHECK(state(house, "p1", "joost") == PromptState::kUsed);
  CHECK(state(house, "p1", "mila") == PromptState::kRecalled);
  CHECK(at_desk(house, "p2", "joost") == 1);
  windows.clear();
  house.restart();
  const Window mila = house.core().presence().open("mila");
  CHECK(recall(house, "p1").value() == true);
  CHECK(at_desk(house, "p1", "mila") == 0);
  CHECK(absl::IsNotFound(recall(house, "p9").status()));
}

TEST_CASE("an answer that crossed the recall is what counts", "[prompts]") {
  CoreHouse house(options());
  const auto windows = open_windows(house, {"sanne"});
  house.begin_call();
  REQUIRE(push(house, prompt("p1")).ok());
  const std::string card = house.desk().card->id;
  REQUIRE(recall(house, "p1").ok());
  REQUIRE(house.tell(core::AnswerCard{"a1", "sanne", card, CardAnswer::kUsed}).ok());
  CHECK(state(house, "p1") == PromptState::kUsed);
}

TEST_CASE(
    "the id of another's prompt, or of anything else, is refused in the same words; the sender's own is a duplicate",
    "[prompts]") {
  CoreHouse house(options());
  const auto windows = open_windows(house, {"sanne", "joost"});
  core::PushPrompt kims = prompt("p1", {"sanne", "joost", "mila"});
  kims.supervisor_id = "kim-1";
  REQUIRE(push(house, kims).ok());
  core::PushPrompt robins = prompt("p1", {"sanne"});
  robins.supervisor_id = "kim-2";  // Of the same name.
  const absl::Status refused = push(house, robins).status();
  CHECK(absl::IsAlreadyExists(refused));
  CHECK_THAT(std::string(refused.message()), Catch::Contains("nobody got this one") && Catch::Contains("new id"));
  REQUIRE(house.tell(house.report("report-1", CallEvent::kRinging)).ok());
  robins.prompt_id = "report-1";
  CHECK(push(house, robins).status() == refused);
  CHECK(at_desk(house, "report-1") == 0);
  REQUIRE(recall(house, "p1").ok());
  kims.leads = [](const std::string&) { return false; };
  const auto again = push(house, kims);
  REQUIRE(again.ok());
  CHECK(again->duplicate);
  CHECK(again->desks == 3);
}

TEST_CASE("prompts of over four hundred days ago are forgotten, with what became of them", "[prompts]") {
  CoreHouse house(options());
  REQUIRE(push(house, prompt("old")).ok());
  house.advance(absl::Hours(24 * 402));
  REQUIRE(push(house, prompt("new")).ok());
  const auto all = [&] {
    return house.core().prompts().list(leads_all, test::monday(), house.clock().now() + absl::Seconds(1), 10).value();
  };
  REQUIRE(test::eventually([&] { return all().size() == 1; }));
  CHECK(all().at(0).id == "new");
}

TEST_CASE("what a window says again of a prompt on screen is answered, and told to no supervisor again", "[prompts]") {
  CoreHouse house(options());
  const auto windows = open_windows(house, {"sanne"});
  REQUIRE(push(house, prompt("p1")).ok());
  const auto shows = [&] {
    Awaited<bool> done;
    house.core().prompts().acknowledge("sanne", {}, "p1", done.callback());
    const auto shown = done.get();
    REQUIRE(shown.ok());
    return *shown;
  };
  CHECK_FALSE(shows());  // No call runs: the window has to say it again.
  house.begin_call();
  REQUIRE(house.desk().card);
  CHECK(shows());
  CHECK(state(house, "p1") == PromptState::kShown);
  const auto shown_since = list(house).at(0).deliveries.at(0).shown;
  std::atomic<int> called = 0;
  const auto watch = house.core().prompts().watch(leads_all, [&] { ++called; });
  REQUIRE(house.tell(house.says("u1", "good afternoon")).ok());  // What was committed before has been published.
  const int before = called;
  house.advance(absl::Seconds(1));
  CHECK(shows());
  REQUIRE(house.tell(house.says("u2", "good afternoon")).ok());
  CHECK(called == before);
  CHECK(list(house).back().deliveries.at(0).shown == shown_since);
}
