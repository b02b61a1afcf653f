// To whom prompts may go, how often and when.
#include "absl/strings/str_cat.h"
#include "tests/unit/core/prompt_house.h"

using namespace aandacht;
using namespace aandacht::test;
using domain::CallEvent;
using domain::CardAnswer;
using domain::PromptState;

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

TEST_CASE("what was pushed before quiet hours to somebody who came in them goes when they are over", "[prompts]") {
  core::CoreOptions quiet = options();
  quiet.prompts.quiet = core::QuietHours::parse({"09:10-09:30"}).value();
  CoreHouse house(quiet);
  auto windows = open_windows(house, {"joost"});
  core::PushPrompt calm = prompt("p1");
  calm.time_to_live = absl::Hours(2);
  CHECK(push(house, calm)->waiting == 1);
  house.advance(absl::Minutes(14));
  windows.push_back(house.core().presence().open("sanne"));
  CHECK(absl::IsNotFound(recall(house, "none").status()));  // Written behind what her arrival did.
  CHECK(at_desk(house, "p1") == 0);
  house.advance(absl::Minutes(15));
  CHECK(test::eventually([&] { return at_desk(house, "p1") == 1; }));
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
