// Which cards helped, in the real window: calls, words and answers come through the contracts, and a day is told when
// five colleagues of a team were in it.
#include <algorithm>
#include <cmath>

#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "tests/console/console_house.h"
#include "tests/console/console_window.h"

namespace aandacht::test {
namespace {

using model::PageName;

ConsoleWindow::Options cards_of(ConsoleHouse& house, const std::string& who, const std::vector<std::string>& teams) {
  return {.server = house.address(),
          .token_file = house.token_file(who, teams),
          .page = PageName::kReports,
          .width = 1600,
          .height = 1600};
}

/// What an agent did with the card that their words brought, and how the customer went on.
struct Talk {
  std::string agent;
  v1::CardAnswer answer;
  std::string after;
};

const std::vector<Talk> kFour = {{"sanne", v1::CARD_ANSWER_USED, "Wat fijn dat u meteen helpt, dank u wel."},
                                 {"joost", v1::CARD_ANSWER_USED, "Dank u wel, daar ben ik blij mee."},
                                 {"amir", v1::CARD_ANSWER_USED, "Goed, dan wacht ik dat af."},
                                 {"lotte", v1::CARD_ANSWER_NOT_NOW, "Ik ben er helemaal klaar mee."}};
const Talk kFifth = {"daan", v1::CARD_ANSWER_DOES_NOT_FIT, "Dit is belachelijk."};
const Talk kOfRed = {"bram", v1::CARD_ANSWER_USED, "Wat fijn dat u meteen helpt, dank u wel."};

v1::Desk desk_of(ConsoleHouse& house, const std::string& agent) {
  v1::WatchDeskRequest request;
  request.set_agent_id(agent);
  return house.ask("DeskService/WatchDesk", house.agent(agent), request, v1::WatchDeskResponse()).desk();
}

void answer_card(ConsoleHouse& house, const Talk& talk, absl::Time time) {
  const v1::Desk desk = desk_of(house, talk.agent);
  INFO(desk.ShortDebugString());
  REQUIRE(desk.card().kind() == v1::CARD_KIND_WE);
  v1::AnswerCardRequest request;
  request.set_event_id("answer-" + talk.agent);
  request.set_agent_id(talk.agent);
  request.set_card_id(desk.card().id());
  request.set_answer(talk.answer);
  request.mutable_occur_time()->set_seconds(absl::ToUnixSeconds(time));
  house.ask("DeskService/AnswerCard", house.agent(talk.agent), request, v1::AnswerCardResponse());
}

/// A call on this day in which the agent sends the customer away, and is shown what we would say.
void have_talk(ConsoleHouse& house, const Talk& talk, absl::CivilDay day) {
  const std::string call = "call-" + talk.agent;
  absl::Time time = house.noon_of(day);
  const auto later = [&] { house.set_time(time += absl::Seconds(10)); };
  later();
  house.begin_call(call, talk.agent);
  later();
  house.customer_says(call, "Dit is verschrikkelijk, ik wacht al weken.");
  later();
  house.say(call, v1::SPEAKER_AGENT, "Dat is hun fout, daar ga ik niet over.");
  later();
  answer_card(house, talk, time);
  later();
  house.customer_says(call, talk.after);
  later();
  house.end_call(call, talk.agent);
}

/// How much the customer's score rose after the card: the last turn less the first.
double change_in(ConsoleHouse& house, const std::string& call) {
  v1::ListTurnsRequest request;
  request.set_call_id(call);
  const auto turns =
      house.ask("RecordService/ListTurns", house.house().administrator(), request, v1::ListTurnsResponse()).turns();
  REQUIRE(turns.size() == 3);
  return turns.Get(2).sentiment().score() - turns.Get(0).sentiment().score();
}

/// "+1,23 ± 0,45 (3)", by the formula of docs/reports.md.
std::string told(const std::vector<double>& changes) {
  double mean = 0;
  for (const double change : changes) mean += change / static_cast<double>(changes.size());
  double squares = 0;
  for (const double change : changes) squares += (change - mean) * (change - mean);
  const auto count = static_cast<double>(changes.size());
  const double margin = 1.645 * std::sqrt(squares / (count - 1) / count);
  return absl::StrReplaceAll(absl::StrFormat("%+.2f ± %.2f (%d)", mean, margin, changes.size()),
                             {{".", ","}, {"-", "−"}});
}

}  // namespace

TEST_CASE("cards that five colleagues were shown are counted, with how the customer went on, and not told of who",
          "[reports][cards]") {
  ConsoleHouse house;
  const absl::CivilDay day = house.today() - 2;
  for (const Talk& talk : kFour) have_talk(house, talk, day);
  have_talk(house, kFifth, day);
  have_talk(house, kOfRed, day);
  const auto changes = [&](const std::vector<std::string>& agents) {
    std::vector<double> all;
    for (const std::string& agent : agents) all.push_back(change_in(house, "call-" + agent));
    return told(all);
  };
  const std::string used = changes({"sanne", "joost", "amir"});
  const std::string not_used = changes({"lotte", "daan"});
  REQUIRE(used != not_used);

  ConsoleWindow kim(cards_of(house, "kim", {"blue"}));
  kim.click("Kaarten");
  REQUIRE(kim.shows("Hoe vaak een kaart gebruikt werd"));
  CHECK(kim.shows("Wij"));
  CHECK(kim.shows("60 %"));
  CHECK(kim.shows(used));
  CHECK(kim.shows(not_used));
  CHECK(kim.shows("Dit is samenhang, geen oorzaak"));
  for (const char* agent : {"sanne", "joost", "amir", "lotte", "daan"}) CHECK_FALSE(kim.ui().sees(agent));

  // One who was shown a card in another team is not seen there, and not beside the five either.
  ConsoleWindow rene(cards_of(house, "rene", {"red"}));
  rene.click("Kaarten");
  CHECK(rene.shows("Nog geen kaarten om te tellen"));
  CHECK(rene.shows("Dagen waarop minder dan vijf medewerkers"));
  CHECK_FALSE(rene.ui().sees("60 %"));
  ConsoleWindow noor(cards_of(house, "noor", {"blue", "red"}));
  noor.click("Kaarten");
  CHECK(noor.shows(used));
  CHECK(noor.shows("60 %"));
  CHECK(noor.shows("Dagen waarop minder dan vijf medewerkers"));
}

TEST_CASE("cards of four colleagues are left out until a fifth was shown one on that day", "[reports][cards]") {
  ConsoleHouse house;
  const absl::CivilDay day = house.today() - 2;
  for (const Talk& talk : kFour) have_talk(house, talk, day);
  {
    ConsoleWindow kim(cards_of(house, "kim", {"blue"}));
    kim.click("Kaarten");
    CHECK(kim.shows("Nog geen kaarten om te tellen"));
    CHECK(kim.shows("Dagen waarop minder dan vijf medewerkers"));
    CHECK_FALSE(kim.ui().sees("75 %"));
  }
  have_talk(house, kFifth, day - 1);  // On another day.
  {
    ConsoleWindow kim(cards_of(house, "kim", {"blue"}));
    kim.click("Kaarten");
    CHECK(kim.shows("Nog geen kaarten om te tellen"));
  }
  have_talk(house, {"fleur", v1::CARD_ANSWER_USED, "Dank u wel."}, day);
  ConsoleWindow kim(cards_of(house, "kim", {"blue"}));
  kim.click("Kaarten");
  CHECK(kim.shows("80 %"));
}

}  // namespace aandacht::test
