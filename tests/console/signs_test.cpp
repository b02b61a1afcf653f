// Questions that keep coming back and the sign that answers one, in the real window; and which whys a team can tell.
#include "aandacht/v1/signs.grpc.pb.h"
#include "aandacht/v1/why_checks.grpc.pb.h"
#include "tests/console/console_house.h"
#include "tests/console/console_window.h"

namespace aandacht::test {
namespace {

using model::PageName;

ConsoleWindow::Options signs_of(ConsoleHouse& house) {
  return {.server = house.address(),
          .token_file = house.token_file("kim", {"blue"}),
          .page = PageName::kSigns,
          .width = 1600,
          .height = 1600};
}

void ask_for_parcels(ConsoleHouse& house) {
  const char* const words[] = {"waar blijft mijn pakket het zou gisteren komen", "waar blijft mijn pakket nou",
                               "wanneer komt mijn pakket eindelijk", "waar blijft mijn pakket"};
  const char* const agents[] = {"sanne", "joost", "amir", "lotte"};
  for (int i = 0; i < 4; ++i) house.have_call("call-" + std::to_string(i), agents[i], {words[i]});
}

std::vector<v1::Sign> signs_kept(ConsoleHouse& house) {
  const auto listed =
      house.ask("SignService/ListSigns", house.supervisor("blue"), v1::ListSignsRequest(), v1::ListSignsResponse());
  return {listed.signs().begin(), listed.signs().end()};
}

/// What an agent says of a why; the first one asks which.
std::string answer_why(ConsoleHouse& house, const std::string& agent, const std::string& why) {
  std::string id = why;
  if (id.empty()) {
    v1::GetWhyCheckRequest ask;
    ask.set_agent_id(agent);
    ask.set_language("nl");
    id = house.ask("WhyCheckService/GetWhyCheck", house.agent(agent), ask, v1::GetWhyCheckResponse())
             .why_check()
             .why_id();
    REQUIRE_FALSE(id.empty());
  }
  v1::AnswerWhyCheckRequest answer;
  answer.set_request_id("answer-" + agent);
  answer.set_agent_id(agent);
  answer.set_why_id(id);
  answer.set_level(v1::WHY_LEVEL_TELL);
  house.ask("WhyCheckService/AnswerWhyCheck", house.agent(agent), answer, v1::AnswerWhyCheckResponse());
  return id;
}

void have_a_quarter_pass(ConsoleHouse& house) { house.house().service().core().why_checks().look(); }

}  // namespace

TEST_CASE("a question that came back in four calls stands there in the customers' words and gets a sign", "[signs]") {
  ConsoleHouse house;
  ask_for_parcels(house);
  ConsoleWindow kim(signs_of(house));
  REQUIRE(kim.shows("4 gesprekken"));
  kim.click("100,0 %");
  CHECK(kim.shows("In hun eigen woorden"));
  CHECK(kim.shows("waar blijft mijn pakket"));
  kim.click("Maak een voorstel");
  REQUIRE(kim.shows("Bewaar"));
  CHECK(signs_kept(house).empty());
  kim.click_below("Wie ervoor zorgt");
  kim.type("Web, Fatima");
  kim.click("Bewaar");
  REQUIRE(kim.shows("Bewaard."));
  REQUIRE(signs_kept(house).size() == 1);
  CHECK(signs_kept(house)[0].owner() == "Web, Fatima");
  CHECK(signs_kept(house)[0].editor() == "Name of kim");
  kim.click("Het hangt er");
  REQUIRE(kim.shows("Hangt er sinds"));
  REQUIRE(kim.draws_until([&] { return signs_kept(house)[0].state() == v1::SIGN_STATE_UP; }));
  CHECK(kim.shows("Nog te vroeg om te zeggen"));
  CHECK(kim.shows("Er zijn nog geen twee hele weken na het ophangen, of ervoor."));
  kim.click("Haal weg");
  REQUIRE(kim.draws_until([&] { return signs_kept(house)[0].state() == v1::SIGN_STATE_DOWN; }));
}

TEST_CASE("with the service away a sign that is written stays and is stored when it is back", "[signs]") {
  ConsoleHouse house;
  ask_for_parcels(house);
  ConsoleWindow kim(signs_of(house));
  kim.click("100,0 %");
  kim.click_below("Wat er staat");
  kim.type("Uw pakket komt morgen.");
  house.stop();
  kim.click("Bewaar");
  CHECK(kim.shows("Niet bewaard: de dienst is even weg. Je tekst blijft staan"));
  CHECK(kim.shows("Uw pakket komt morgen."));
  house.start();
  REQUIRE(kim.shows_no("De dienst is even niet te bereiken."));
  kim.click("Bewaar");
  CHECK(kim.shows("Bewaard."));
  REQUIRE(signs_kept(house).size() == 1);
  CHECK(signs_kept(house)[0].text() == "Uw pakket komt morgen.");
}

TEST_CASE("four answers to a why are too few to show, and the page says why", "[why_check]") {
  ConsoleHouse house;
  std::string why;
  for (const char* agent : {"sanne", "joost", "amir", "lotte"}) why = answer_why(house, agent, why);
  have_a_quarter_pass(house);
  ConsoleWindow kim(signs_of(house));
  kim.click("Waaroms van het team");
  CHECK(kim.shows("Minder dan vijf antwoorden op elk waarom"));
  CHECK_FALSE(kim.ui().sees("de meesten"));
}

TEST_CASE("five answers to a why are told of the team, without a name", "[why_check]") {
  ConsoleHouse house;
  std::string why;
  for (const char* agent : {"sanne", "joost", "amir", "lotte", "daan"}) why = answer_why(house, agent, why);
  have_a_quarter_pass(house);
  ConsoleWindow kim(signs_of(house));
  kim.click("Waaroms van het team");
  CHECK(kim.shows("5 of meer"));
  CHECK(kim.shows("de meesten"));
  CHECK(kim.shows("waaroms met minder dan vijf antwoorden"));
  for (const char* agent : {"sanne", "joost", "amir", "lotte", "daan"}) CHECK_FALSE(kim.ui().sees(agent));
}

TEST_CASE("a team of one agent has a map that tells nothing", "[why_check]") {
  ConsoleHouse house;
  ConsoleWindow::Options options = signs_of(house);
  options.token_file = house.token_file("rene", {"red"});
  ConsoleWindow rene(options);
  rene.click("Waaroms van het team");
  CHECK(rene.shows("Minder dan vijf antwoorden op elk waarom"));
}

}  // namespace aandacht::test
