// Prompts: to whom, how often, when, and what may be told of what became of them.
#include <atomic>
#include <map>
#include <optional>
#include <stdexcept>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/core/prompts.h"
#include "tests/support/catch.h"
#include "tests/support/core_house.h"

using namespace aandacht;
using domain::CallEvent;
using domain::CardAnswer;
using domain::PromptState;
using test::Awaited;
using test::CoreHouse;

namespace {

using Window = std::unique_ptr<core::Presence::Window>;

bool leads_all(const std::string&) { return true; }

core::PushPrompt prompt(const std::string& id, std::vector<std::string> agents = {"sanne"}) {
  return {id, std::move(agents), "Kim", "We know about the outage", "Customers call about it"};
}

core::CoreOptions options(int per_hour = 100) {
  core::CoreOptions options;
  options.prompts.per_hour = per_hour;
  options.teams = core::Teams({{"blue", {"sanne", "joost"}}, {"red", {"mila"}}});
  return options;
}

absl::StatusOr<core::Pushed> push(CoreHouse& house, core::PushPrompt what) {
  Awaited<core::Pushed> answer;
  house.core().prompts().push(std::move(what), answer.callback());
  return answer.get();
}

absl::StatusOr<bool> recall(CoreHouse& house, const std::string& id, core::Leads leads = leads_all) {
  Awaited<bool> answer;
  house.core().prompts().recall(id, std::move(leads), answer.callback());
  return answer.get();
}

std::vector<domain::PushedPrompt> list(CoreHouse& house, const core::Leads& leads = leads_all) {
  const absl::Time now = house.clock().now();
  return house.core().prompts().list(leads, now - absl::Hours(24), now + absl::Seconds(1), 100).value();
}

PromptState state(CoreHouse& house, const std::string& id, const std::string& agent = "sanne") {
  for (const domain::PushedPrompt& each : list(house)) {
    for (const domain::PromptDelivery& desk : each.deliveries) {
      if (each.id == id && desk.agent_id == agent) return desk.state;
    }
  }
  throw std::runtime_error("no such delivery");
}

int at_desk(CoreHouse& house, const std::string& id, const std::string& agent = "sanne") {
  const domain::Desk desk = house.desk(agent);
  int count = desk.card && desk.card->source_id == id ? 1 : 0;
  for (const domain::Prompt& each : desk.prompts) count += each.id == id ? 1 : 0;
  return count;
}

/// Everybody has been away for long; then those of `here` open a window.
std::vector<Window> open_windows(CoreHouse& house, const std::vector<std::string>& here) {
  house.advance(absl::Minutes(1));
  std::vector<Window> windows;
  for (const std::string& agent : here) windows.push_back(house.core().presence().open(agent));
  return windows;
}

absl::Status answer(CoreHouse& house, CardAnswer given, const std::string& agent = "sanne") {
  const std::string card = house.desk(agent).card->id;
  return house.tell(core::AnswerCard{"answer-" + card, agent, card, given}).status();
}

}  // namespace

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

TEST_CASE("a fourth prompt within an hour to one agent is refused for all, also after a restart, and says who and when",
          "[prompts]") {
  CoreHouse house(options(3));
  auto windows = open_windows(house, {"sanne", "joost"});
  for (int i = 0; i < 3; ++i) {
    auto each = prompt(absl::StrCat("p", i));
    each.urgent = i == 1;
    REQUIRE(push(house, each).ok());
    if (i == 2) REQUIRE(recall(house, "p2").ok());
    house.advance(absl::Minutes(5));
  }
  windows.clear();
  house.restart();
  windows = open_windows(house, {"sanne", "joost"});
  const absl::Status refused = push(house, prompt("p3", {"joost", "sanne"})).status();
  CHECK(absl::IsResourceExhausted(refused));
  CHECK_THAT(std::string(refused.message()), Catch::Contains("sanne") && Catch::Contains("10:01:00"));
  CHECK_THAT(std::string(refused.message()), !Catch::Contains("joost"));
  CHECK(at_desk(house, "p3", "joost") == 0);
  core::PushPrompt other = prompt("p4");
  other.supervisor = "Robin";
  CHECK(push(house, other).ok());
  CHECK(push(house, prompt("p5", {"joost"})).ok());
  house.advance(absl::Minutes(44));
  CHECK(push(house, prompt("p3", {"joost", "sanne"})).ok());
}

TEST_CASE("two supervisors with one name have a budget each when the service knows who they are", "[prompts]") {
  CoreHouse house(options(1));
  core::PushPrompt one = prompt("p1");
  one.supervisor_id = "kim-1";
  core::PushPrompt other = prompt("p2");
  other.supervisor_id = "kim-2";
  REQUIRE(push(house, one).ok());
  CHECK(push(house, other).ok());
  one.prompt_id = "p3";
  CHECK(absl::IsResourceExhausted(push(house, one).status()));
  const auto allowance = house.core().prompts().allowance("kim-1", {{}, {}, true}, leads_all).value();
  REQUIRE(allowance.agents.size() == 3);
  CHECK(allowance.agents[2].agent_id == "sanne");
  CHECK(allowance.agents[2].left == 0);
  CHECK(allowance.agents[2].team == "blue");
  CHECK(allowance.agents[2].room == test::monday() + absl::Hours(1));
  CHECK(allowance.agents[0].left == 1);
}

TEST_CASE("a supervisor pushes to teams they lead; others are not told from nobody, and nobody got it", "[prompts]") {
  CoreHouse house(options());
  const auto windows = open_windows(house, {"sanne", "joost", "mila"});
  const core::Leads blue = [](const std::string& team) { return team == "blue"; };
  core::PushPrompt both = prompt("p1", {"sanne", "mila"});
  both.leads = blue;
  const absl::Status refused = push(house, both).status();
  CHECK(absl::IsNotFound(refused));
  CHECK_THAT(std::string(refused.message()), Catch::Contains("\"mila\"") && !Catch::Contains("red"));
  CHECK(at_desk(house, "p1") == 0);
  core::PushPrompt unknown = prompt("p1", {"sanne", "nobody"});
  unknown.leads = blue;
  std::string sentence(push(house, unknown).status().message());
  CHECK(sentence.replace(sentence.find("nobody\""), 6, "mila") == refused.message());
  core::PushPrompt team = prompt("p2", {});
  team.leads = blue;
  team.team_ids = {"red"};
  CHECK(absl::IsPermissionDenied(push(house, team).status()));
  team.team_ids = {"blue"};
  CHECK(push(house, team)->desks == 2);
  core::PushPrompt all = prompt("p3", {});
  all.leads = blue;
  all.everybody = true;
  CHECK(push(house, all)->desks == 2);
  all.prompt_id = "p4";
  all.leads = leads_all;
  CHECK(push(house, all)->desks == 3);
  CHECK(absl::IsPermissionDenied(recall(house, "p4", blue).status()));
  core::PushPrompt theirs = prompt("p6", {"mila"});
  theirs.leads = leads_all;
  REQUIRE(push(house, theirs).ok());
  CHECK(absl::IsNotFound(recall(house, "p6", blue).status()));
  CHECK(recall(house, "p6", blue).status() == recall(house, "p-none", blue).status());
  CHECK(at_desk(house, "p4", "mila") == 1);
  for (const domain::PushedPrompt& each : list(house, blue)) {
    CHECK(each.deliveries.size() == 2);
  }
  CHECK(list(house, [](const std::string& name) { return name == "red"; }).size() == 2);
  core::PushPrompt nobody = prompt("p5", {});
  CHECK(absl::IsInvalidArgument(push(house, nobody).status()));
  nobody.team_ids = {"green"};
  CHECK(absl::IsNotFound(push(house, nobody).status()));
}

TEST_CASE("everybody are more than five hundred desks", "[prompts]") {
  std::map<std::string, std::vector<std::string>> teams;
  for (int i = 0; i < 600; ++i) teams["all"].push_back(absl::StrCat("agent-", i));
  core::CoreOptions many;
  many.teams = core::Teams(teams);
  CoreHouse house(many);
  core::PushPrompt all = prompt("p1", {});
  all.everybody = true;
  CHECK(push(house, all)->desks == 600);
  CHECK(list(house).at(0).deliveries.size() == 600);
}

TEST_CASE("in quiet hours a prompt waits until they are over, and the answer says until when", "[prompts]") {
  core::CoreOptions quiet = options();
  quiet.prompts.quiet = core::QuietHours::parse({"09:10-09:30", "09:30-09:40"}).value();
  const bool urgent_passes = GENERATE(false, true);
  quiet.prompts.urgent_in_quiet = urgent_passes;
  CoreHouse house(quiet);
  auto windows = open_windows(house, {"sanne"});
  house.advance(absl::Minutes(14));
  core::PushPrompt calm = prompt("p1");
  calm.time_to_live = absl::Hours(1);
  const core::Pushed pushed = push(house, calm).value();
  CHECK(pushed.waiting == 1);
  CHECK(pushed.quiet_until == test::monday() + absl::Minutes(40));
  core::PushPrompt urgent = prompt("p2");
  urgent.urgent = true;
  CHECK(push(house, urgent)->waiting == (urgent_passes ? 0 : 1));
  CHECK(at_desk(house, "p1") == 0);
  windows.push_back(house.core().presence().open("joost"));
  windows.clear();
  windows.push_back(house.core().presence().open("sanne"));
  CHECK(at_desk(house, "p1") == 0);
  windows.clear();
  house.restart();
  windows.push_back(house.core().presence().open("sanne"));
  house.advance(absl::Minutes(25) - absl::Seconds(1));
  CHECK(at_desk(house, "p1") == 0);
  house.advance(absl::Seconds(1));
  REQUIRE(test::eventually([&] { return at_desk(house, "p1") == 1; }));
}

TEST_CASE("quiet hours go over midnight, follow the zone's clock, and are never over when they fill the day",
          "[prompts]") {
  absl::TimeZone amsterdam;
  REQUIRE(absl::LoadTimeZone("Europe/Amsterdam", &amsterdam));
  const auto at = [&](int day, int hour, int minute) {
    return absl::FromCivil(absl::CivilMinute(2026, 3, day, hour, minute), amsterdam);
  };
  const core::QuietHours night = core::QuietHours::parse({"22:00-06:00"}).value();
  CHECK_FALSE(night.until(at(28, 21, 59), amsterdam));
  CHECK(night.until(at(28, 22, 0), amsterdam) == at(29, 6, 0));  // The night in which summer begins.
  CHECK(night.until(at(29, 5, 59), amsterdam) == at(29, 6, 0));
  CHECK_FALSE(night.until(at(29, 6, 0), amsterdam));
  const core::QuietHours always = core::QuietHours::parse({"00:00-12:00", "12:00-00:00"}).value();
  CHECK(always.until(at(2, 3, 0), amsterdam) == absl::InfiniteFuture());
  for (const char* bad : {"12:00", "12-13", "25:00-26:00", "12:00-12:00", "1200-1300", "12:00-12:61", ""}) {
    CAPTURE(bad);
    CHECK(absl::IsInvalidArgument(core::QuietHours::parse({bad}).status()));
  }
}

TEST_CASE("a template is filled in by the service; an open slot and an unknown template are refused", "[prompts]") {
  domain::Library library = test::small_library();
  library.prompts.push_back(
      {"en/outage", "en", "There is an outage in {place}.", "Calls about {place} come in.", true, {"place"}});
  CoreHouse house(options(), library);
  core::PushPrompt from = prompt("p1");
  from.text = from.reason = "";
  from.template_id = "en/outage";
  CHECK(absl::IsInvalidArgument(push(house, from).status()));
  from.fields = {{"place", "Zwolle"}};
  REQUIRE(push(house, from).ok());
  const domain::PushedPrompt pushed = list(house).at(0);
  CHECK(pushed.text == "There is an outage in Zwolle.");
  CHECK(pushed.reason == "Calls about Zwolle come in.");
  CHECK(pushed.urgent);
  CHECK(pushed.template_id == "en/outage");
  from.prompt_id = "p2";
  from.template_id = "en/other";
  CHECK(absl::IsNotFound(push(house, from).status()));
  CHECK(house.core().prompts().templates("nl").empty());
  CHECK(house.core().prompts().templates("en").size() == 1);
}

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

namespace {

/// A stretch of a working day, told byte by byte to whoever follows prompts.
class PromptDay {
 public:
  explicit PromptDay(bool with_reset) : with_reset_(with_reset), window_(house_.core().presence().open("sanne")) {
    house_.begin_call("call-1");
    look();
    REQUIRE(house_.tell(house_.report("ended", CallEvent::kEnded)).ok());
    own(domain::ResetAsked{absl::Minutes(2), "en"});  // In the wrap-up.
    send("p1", absl::Minutes(1));
    advance(absl::Seconds(20));
    REQUIRE(house_.tell(core::FinishWrapUp{"done", "sanne", "call-1"}).ok());
    send("p2", absl::Minutes(8));
    advance(absl::Seconds(30));
    send("p3", absl::Minutes(1), true);
    advance(absl::Minutes(3));
    REQUIRE(house_.desk().card);
    REQUIRE(house_.desk().card->source_id == "p2");
    REQUIRE(answer(house_, CardAnswer::kUsed).ok());
    look();
    own(domain::ResetAsked{absl::Minutes(10), "en"});
    advance(absl::Seconds(10));
    send("p4", absl::Minutes(8));
    recall_it("p4");
    send("p5", absl::Minutes(8));
    advance(absl::Seconds(30));
    house_.begin_call("call-2");
    advance(absl::Minutes(10));
  }

  const std::string& told() const { return told_; }

 private:
  void own(domain::OwnAct what) {
    if (!with_reset_) return;
    Awaited<core::Written> answer;
    house_.core().desks().record_act({absl::StrCat("own-", ++acts_), "sanne", std::move(what), {}}, answer.callback());
    REQUIRE(answer.get().ok());
    look();
  }

  void send(const std::string& id, absl::Duration lives, bool urgent = false) {
    core::PushPrompt what = prompt(id);
    what.time_to_live = lives;
    what.urgent = urgent;
    absl::StrAppend(&told_, push(house_, what).status().ToString(), "\n");
    look();
  }

  void recall_it(const std::string& id) {
    REQUIRE(recall(house_, id).ok());
    look();
  }

  void advance(absl::Duration by) {
    for (absl::Duration gone; gone < by; gone += absl::Seconds(5)) {
      house_.advance(absl::Seconds(5));
      look();
    }
  }

  // What is told, by the stream and by the list, each change once with its moment.
  void look() {
    REQUIRE(test::eventually([&] {
      const auto seat = house_.core().seats().find("sanne");
      return seat == nullptr || seat->desk.wake + seat->skew > house_.clock().now();
    }));
    REQUIRE(test::eventually([&] {
      while (const auto item = watch_->next()) {
        for (const domain::PushedPrompt& each : item->prompts) streamed_[each.id] = line_of(each);
      }
      std::map<std::string, std::string> listed;
      for (const domain::PushedPrompt& each : list(house_)) listed[each.id] = line_of(each);
      return listed == streamed_;
    }));
    for (const auto& [id, line] : streamed_) {
      if (std::string& last = noted_[id]; std::exchange(last, line) != line)
        absl::StrAppend(&told_, absl::FormatTime(house_.clock().now(), absl::UTCTimeZone()), " ", line, "\n");
    }
  }

  static std::string line_of(const domain::PushedPrompt& each) {
    const domain::PromptDelivery& desk = each.deliveries.at(0);
    std::string line = absl::StrCat(each.id, " ", static_cast<int>(desk.state));
    for (const absl::Time time : {desk.delivered, desk.shown, desk.ended})
      absl::StrAppend(&line, " ", absl::FormatTime(time, absl::UTCTimeZone()));
    return line;
  }

  const bool with_reset_;
  CoreHouse house_{options()};
  std::unique_ptr<core::PromptWatch> watch_ = house_.core().prompts().watch(leads_all, [] {});
  Window window_;
  std::map<std::string, std::string> streamed_;
  std::map<std::string, std::string> noted_;
  std::string told_;
  int acts_ = 0;
};

}  // namespace

TEST_CASE("what a supervisor is told of prompts is the same, byte by byte, whether the agent takes resets or not",
          "[prompts]") {
  const std::string with = PromptDay(true).told();
  const std::string without = PromptDay(false).told();
  CHECK(with == without);
  CHECK_THAT(with, Catch::Contains("p3 2"));  // An urgent one is shown at once, in a reset too.
  CHECK_THAT(with, Catch::Contains("p2 1") && Catch::Contains("p2 3") && Catch::Contains("p5 2"));
}

TEST_CASE("a prompt that came on screen between calls is told as shown when the next call begins, or by its answer",
          "[prompts]") {
  CoreHouse house(options());
  const auto windows = open_windows(house, {"sanne"});
  house.begin_call();
  REQUIRE(house.tell(house.report("ended", CallEvent::kEnded)).ok());
  REQUIRE(house.tell(core::FinishWrapUp{"f", "sanne", "call-1"}).ok());
  REQUIRE(push(house, prompt("p1")).ok());
  REQUIRE(house.desk().card);
  CHECK(state(house, "p1") == PromptState::kDelivered);
  house.advance(absl::Seconds(30));
  const bool answers = GENERATE(false, true);
  if (answers) {
    REQUIRE(answer(house, CardAnswer::kUsed).ok());
    CHECK(state(house, "p1") == PromptState::kUsed);
    CHECK(list(house).at(0).deliveries.at(0).shown == absl::InfinitePast());
  } else {
    REQUIRE(house.tell(house.report("ringing", CallEvent::kRinging, "call-2")).ok());
    CHECK(state(house, "p1") == PromptState::kShown);
    CHECK(list(house).at(0).deliveries.at(0).shown == house.clock().now());
  }
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
