#include "client/model/floor_model.h"

#include "tests/support/catch.h"
#include "tests/unit/model/example_desk.h"

namespace aandacht::model {
namespace {

FloorModel floor_of(const std::vector<FloorDesk>& desks, Language language = Language::kDutch) {
  return make_floor_model(desks, connected(), language, now());
}

TEST_CASE("an empty floor has no rows and no summary") {
  CHECK(floor_of({}).rows.empty());
  CHECK(floor_of({}).summary.empty());
}

TEST_CASE("the floor is in the order of names and counts who is talking") {
  FloorDesk busy{.agent_id = "sanne", .state = domain::CallState::kInCall, .since = now() - absl::Seconds(75)};
  busy.customer_name = "Gerda Hoekstra";
  busy.scores = {-0.5, 0.1};
  busy.cards_shown = 2;
  const FloorDesk free{.agent_id = "amir", .state = std::nullopt, .since = now() - absl::Minutes(5)};
  const FloorModel model = floor_of({busy, free});
  CHECK(model.summary == "2 medewerkers, 1 in gesprek");
  REQUIRE(model.rows.size() == 2);
  CHECK(model.rows[0].agent == "amir");
  CHECK(model.rows[0].state_text == "vrij");
  CHECK(model.rows[0].duration == "05:00");
  CHECK(model.rows[0].customer.empty());
  CHECK(model.rows[1].duration == "01:15");
  CHECK(model.rows[1].customer == "Gerda Hoekstra");
  CHECK(model.rows[1].phase == "begin");
  CHECK(model.rows[1].cards == "2");
  CHECK(model.rows[1].prompts.empty());
  CHECK(model.rows[1].sentiment.scores.size() == 2);
}

TEST_CASE("a caller nobody knows is called unknown, in the language of the window") {
  const FloorDesk desk{.agent_id = "amir", .state = domain::CallState::kRinging, .since = now()};
  CHECK(floor_of({desk}).rows[0].customer == "Onbekend");
  CHECK(floor_of({desk}, Language::kEnglish).rows[0].customer == "Unknown caller");
  CHECK(floor_of({desk}).rows[0].phase.empty());
  CHECK(floor_of({desk}, Language::kEnglish).summary == "1 agent");
}

FloorDesk in_call(const std::string& agent, absl::Duration ago, double score) {
  FloorDesk desk{.agent_id = agent, .state = domain::CallState::kInCall, .since = now() - ago};
  desk.customer_name = "Customer of " + agent;
  desk.scores = {score};
  return desk;
}

std::vector<std::string> agents(const FloorModel& model) {
  std::vector<std::string> names;
  for (const FloorRow& row : model.rows) names.push_back(row.agent);
  return names;
}

using Names = std::vector<std::string>;

/// Three in calls, one free, one away.
struct Example {
  std::vector<FloorDesk> desks{in_call("amir", absl::Seconds(30), 0.4),
                               in_call("bente", absl::Seconds(90), -0.8),
                               {.agent_id = "cees", .since = now() - absl::Minutes(2)},
                               {.agent_id = "dewi", .since = now() - absl::Minutes(9)},
                               in_call("eline", absl::Seconds(60), -0.1)};
  FloorChoice choice;
  std::vector<TeamBandData> energy;
  WatchData watch;

  Example() {
    desks[3].away = true;
    desks[0].team = desks[1].team = "parcels";
    desks[2].team = desks[3].team = desks[4].team = "returns";
  }

  [[nodiscard]] FloorModel made() const {
    return make_floor_model(FloorSources{desks, choice, energy, watch}, connected(), Language::kDutch, now());
  }
};

TEST_CASE("the floor is sorted by what was pressed, the other way round when it is pressed again") {
  Example floor;
  sort_by(FloorColumn::kDuration, floor.choice);
  CHECK(agents(floor.made()) == Names{"amir", "eline", "bente", "cees", "dewi"});
  sort_by(FloorColumn::kDuration, floor.choice);
  CHECK(agents(floor.made()) == Names{"dewi", "cees", "bente", "eline", "amir"});
  sort_by(FloorColumn::kSentiment, floor.choice);
  CHECK(agents(floor.made()) == Names{"bente", "eline", "amir", "cees", "dewi"});
  sort_by(FloorColumn::kAgent, floor.choice);
  CHECK(agents(floor.made()) == Names{"amir", "bente", "cees", "dewi", "eline"});
}

TEST_CASE("what has no value in a column stands last whichever way it is sorted") {
  Example floor;
  floor.choice.by = FloorColumn::kSentiment;
  floor.choice.descending = true;
  CHECK(agents(floor.made()) == Names{"amir", "eline", "bente", "cees", "dewi"});
}

TEST_CASE("the floor shows only a state, a team, or whose name has what is typed") {
  Example floor;
  floor.choice.show = FloorShow::kFree;
  CHECK(agents(floor.made()) == Names{"cees"});
  floor.choice.show = FloorShow::kAway;
  CHECK(agents(floor.made()) == Names{"dewi"});
  CHECK(floor.made().rows[0].state_text == "afwezig");
  floor.choice.show = FloorShow::kAll;
  floor.choice.team = "parcels";
  CHECK(agents(floor.made()) == Names{"amir", "bente"});
  CHECK(floor.made().teams == Names{"Alle teams", "parcels", "returns"});
  CHECK(floor.made().team == 1);
  floor.choice.team.reset();
  floor.choice.find = "OF EL";
  CHECK(agents(floor.made()) == Names{"eline"});
  floor.choice.find = "nobody";
  CHECK(floor.made().nothing_title == "Niemand gevonden");
}

TEST_CASE("who is selected stays selected when rows change, and explains itself") {
  Example floor;
  floor.choice.selected = "bente";
  CHECK(floor.made().selected == 1);
  floor.desks.erase(floor.desks.begin());
  const FloorModel model = floor.made();
  CHECK(model.selected == 0);
  REQUIRE(model.detail);
  CHECK(model.detail->agent == "bente");
  CHECK(model.detail->state == "in gesprek, 01:30");
  CHECK(model.detail->watch.open == "Kijk mee met dit gesprek");
  floor.choice.show = FloorShow::kFree;
  CHECK(floor.made().selected == -1);
  CHECK(floor.made().detail);
}

TEST_CASE("a call is followed only with a reason, and the agent is named as who sees it") {
  Example floor;
  floor.choice.selected = "amir";
  floor.watch.stage = WatchStage::kAsking;
  floor.watch.agent_id = "amir";
  const auto panel = [&] { return floor.made().detail->watch; };
  CHECK_THAT(panel().notice, Catch::Contains("amir ziet meteen"));
  CHECK_FALSE(panel().can_start);
  floor.watch.reason = " ab ";
  CHECK_FALSE(panel().can_start);
  CHECK_FALSE(panel().problem.empty());
  floor.watch.reason = std::string(201, 'x');
  CHECK(panel().problem == "Dat is 1 tekens te lang.");
  floor.watch.reason = "inwerken";
  CHECK(panel().can_start);
  floor.watch.stage = WatchStage::kLive;
  CHECK(panel().status == "Je kijkt mee: inwerken. amir ziet dat.");
  CHECK(panel().silent == "Er is nog niets gezegd.");
}

TEST_CASE("what was said and the cards stand in the order of their times") {
  Example floor;
  floor.choice.selected = "amir";
  floor.watch = {.stage = WatchStage::kLive, .agent_id = "amir", .reason = "inwerken"};
  floor.watch.lines = {{"u1", true, "waar blijft mijn pakket", now()},
                       {"u2", false, "dat doet een ander", now() + absl::Seconds(5)}};
  floor.watch.cards = {{"c1", domain::CardKind::kWe, "Dat hebben wij niet goed gedaan.", now() + absl::Seconds(3)}};
  const auto rows = floor.made().detail->watch.rows;
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].who == "klant");
  CHECK(rows[1].kind == ConversationRow::Kind::kCard);
  CHECK(rows[2].who == "amir");
}

TEST_CASE("a long conversation keeps its latest lines and says how many were before") {
  Example floor;
  floor.choice.selected = "amir";
  floor.watch = {.stage = WatchStage::kLive, .agent_id = "amir", .reason = "inwerken"};
  for (int i = 0; i < 100; ++i) {
    floor.watch.lines.push_back({std::to_string(i), true, "regel " + std::to_string(i), now() + absl::Seconds(i)});
  }
  const WatchPanel panel = floor.made().detail->watch;
  CHECK(panel.rows.size() == 80);
  CHECK(panel.rows.back().text == "regel 99");
  CHECK(panel.earlier == "20 eerdere regels");
}

TEST_CASE("a watch of somebody else is not shown at who is selected") {
  Example floor;
  floor.choice.selected = "amir";
  floor.watch = {.stage = WatchStage::kLive, .agent_id = "bente", .reason = "inwerken"};
  CHECK(floor.made().detail->watch.stage == WatchStage::kNone);
}

TEST_CASE("teams have bands in words, and the reason why one may be missing") {
  Example floor;
  CHECK(floor.made().energy_note.empty());
  floor.energy = {{"parcels", TeamBandKind::kBusy, now()}, {"returns", TeamBandKind::kTooFew}};
  const FloorModel model = floor.made();
  REQUIRE(model.energy.size() == 2);
  CHECK_THAT(model.energy[0], Catch::StartsWith("Team parcels: druk, sinds "));
  CHECK(model.energy[1] == "Team returns: te weinig mensen om iets te zeggen");
  CHECK_THAT(model.energy_note, Catch::Contains("vijf mensen"));
}

}  // namespace
}  // namespace aandacht::model
