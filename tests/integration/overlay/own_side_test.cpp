// The pages of the agent's own side in a session, with a real service that comes and goes.
#include <sys/stat.h>

#include <fstream>

#include "tests/integration/overlay/session_house.h"

namespace aandacht::test {
namespace {

using domain::CallEvent;
using domain::CallState;
using model::Asked;

/// A call that was guessed in its wrap-up; the guess is with the service.
void guess_a_call(SessionHouse& house) {
  for (const CallEvent event : {CallEvent::kRinging, CallEvent::kAnswered, CallEvent::kEnded}) {
    house.softphone(event, "call-1");
  }
  REQUIRE(house.shows(CallState::kWrapUp));
  house.session().record_act(
      domain::ExperienceGuessed{"call-1", {domain::Grade::kHigh, domain::Grade::kLow, domain::Grade::kMiddle}});
  REQUIRE(house.comes([&] {
    house.session().ask_my_day(std::nullopt);
    return house.comes([&] { return house.session().my_day().asked == Asked::kDone; }) &&
           !house.session().my_day().day->experiences.empty();
  }));
}

std::size_t lines_of(const std::string& file) {
  std::ifstream in(file);
  std::size_t lines = 0;
  for (std::string line; std::getline(in, line);) ++lines;
  return lines;
}

TEST_CASE("a session shows its day, and says when the service is away while what it knew stays", "[overlay]") {
  SessionHouse house;
  house.start_service();
  house.start_session();
  guess_a_call(house);
  CHECK(house.session().my_day().day->calls == 1);
  house.stop_service();
  house.session().ask_my_day(std::nullopt);
  CHECK(house.session().my_day().asked == Asked::kUnderWay);
  REQUIRE(house.comes([&] { return house.session().my_day().asked == Asked::kUnavailable; }));
  CHECK(house.session().my_day().day->calls == 1);
  house.session().leave_my_day();
  CHECK(house.session().my_day() == model::MyDayData{});
}

TEST_CASE("an export is a file that only its owner reads, and a deletion empties the day", "[overlay]") {
  SessionHouse house;
  house.start_service();
  house.start_session();
  guess_a_call(house);
  const std::string file = house.folder.file("mine.jsonl");
  house.session().export_my_data(file);
  REQUIRE(house.comes([&] { return house.session().my_day().exported == Asked::kDone; }));
  CHECK(lines_of(file) == static_cast<std::size_t>(house.session().my_day().export_lines));
  CHECK(lines_of(file) >= 4);
  struct stat there {};
  REQUIRE(stat(file.c_str(), &there) == 0);
  CHECK((there.st_mode & 0777U) == 0600U);
  house.session().export_my_data(house.folder.file("no/such/folder.jsonl"));
  REQUIRE(house.comes([&] { return house.session().my_day().exported == Asked::kUnavailable; }));

  REQUIRE(house.comes([&] { return house.session().connection().pending == 0; }));
  house.session().delete_my_data();
  REQUIRE(house.comes([&] { return house.session().my_day().deleted == Asked::kDone; }));
  CHECK(house.session().my_day().deleted_count == 2);
  REQUIRE(house.comes([&] { return house.session().my_day().asked == Asked::kDone; }));
  CHECK(house.session().my_day().day->experiences.empty());
  REQUIRE(house.comes([&] { return house.session().desk()->calls.at(0).guess == domain::ThreeEs{}; }));
}

TEST_CASE("while the service is away nothing is deleted, and the agent is told at once", "[overlay]") {
  SessionHouse house;
  house.start_session();
  house.session().delete_my_data();
  CHECK(house.session().my_day().deleted == Asked::kUnavailable);
}

TEST_CASE("a session lists the team's habits, puts one forward and votes for it", "[overlay]") {
  SessionHouse house;
  house.start_service();
  house.start_session();
  const auto& habits = house.session().habits();
  house.session().ask_team_habits("nl");
  REQUIRE(house.comes([&] { return habits.asked == Asked::kDone; }));
  const std::size_t shipped = habits.list->habits.size();
  CHECK(shipped > 0);
  house.session().put_habit_forward({"ik heb opgehangen", "adem één keer uit", ""});
  REQUIRE(house.comes([&] { return habits.put_forward == model::PutForward::kDone; }));
  REQUIRE(house.comes([&] { return habits.list->habits.size() == shipped + 1; }));
  const std::string id = habits.list->habits.front().id;
  house.session().vote_habits({id});
  REQUIRE(house.comes([&] { return habits.voted == Asked::kDone && habits.list->habits.front().own_rank == 1; }));
  house.session().put_habit_forward({"Ik heb opgehangen", "adem één keer uit.", ""});
  REQUIRE(house.comes([&] { return habits.put_forward == model::PutForward::kSameWords; }));
  house.session().put_habit_forward({"", "", ""});
  REQUIRE(house.comes([&] { return habits.put_forward == model::PutForward::kWrong; }));
  house.session().leave_habits();
  CHECK(habits == model::HabitsData{});
}

}  // namespace
}  // namespace aandacht::test
