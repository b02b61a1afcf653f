// The pages of the agent's own side in words.
#include "client/model/own_page.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "client/model/experience_gap.h"
#include "tests/support/catch.h"
#include "tests/unit/model/example_desk.h"

namespace aandacht::model {
namespace {

using domain::Grade;

bool says(const OwnPageModel& page, const std::string& words) {
  return std::any_of(page.rows.begin(), page.rows.end(), [&](const PageRow& row) {
    return absl::StrContains(row.label, words) || absl::StrContains(row.value, words);
  });
}

const PageButton* button(const OwnPageModel& page, const std::string& id) {
  for (const PageRow& row : page.rows) {
    for (const PageButton& each : row.buttons) {
      if (each.id == id) return &each;
    }
  }
  return nullptr;
}

domain::TeamHabit team_habit(const std::string& id, int own_rank = 0) {
  domain::TeamHabit habit;
  habit.id = id;
  habit.after = "ik iets beloof";
  habit.will = "noem ik een uur";
  habit.own_rank = own_rank;
  return habit;
}

HabitsData list_of(std::vector<domain::TeamHabit> habits) {
  HabitsData data;
  data.asked = Asked::kDone;
  data.list = domain::TeamHabits{std::move(habits), "2026-Q4", 0};
  return data;
}

OwnPageModel habits_page(const domain::Desk& desk, const HabitsData& data, const OwnPageState& state = {}) {
  return make_habits_page(&desk, data, state, now(), zone(), Language::kDutch);
}

OwnPageModel day_page(const domain::Desk& desk, const MyDayData& data, const OwnPageState& state = {}) {
  return make_my_day_page(&desk, data, state, now(), zone(), Language::kDutch);
}

MyDayData told(domain::MyDay day) {
  MyDayData data;
  data.asked = Asked::kDone;
  data.day = std::move(day);
  return data;
}

domain::Desk with_habit() {
  domain::Desk desk;
  desk.habits.current = domain::ChosenHabit{"h1", "ik ophang", "adem ik uit", "", now(), 3, 20, ""};
  return desk;
}

domain::CallExperience guessed(Grade guess, Grade answered) {
  domain::CallExperience call;
  call.guess.ease = guess;
  call.answered.ease = answered;
  return call;
}

}  // namespace

TEST_CASE("who has no habit chooses one at once, who has one is asked first") {
  const HabitsData list = list_of({team_habit("h2")});
  const PageDeed chosen = domain::OwnAct{domain::HabitChosen{"h2", "ik iets beloof", "noem ik een uur", ""}};
  REQUIRE(button(habits_page({}, list), "choose h2"));
  CHECK(button(habits_page({}, list), "choose h2")->deed == chosen);
  CHECK(button(habits_page(with_habit(), list), "choose h2")->deed == PageDeed{AskSure{"choose h2"}});
  const OwnPageModel asked = habits_page(with_habit(), list, {OwnPage::kHabits, "choose h2", {}});
  CHECK(says(asked, "in de plaats van je gewoonte van nu"));
  CHECK(button(asked, "sure yes")->deed == chosen);
  CHECK(button(asked, "sure no")->deed == PageDeed{AskSure{}});
}

TEST_CASE("the habit of now cannot be chosen again") {
  const OwnPageModel page = habits_page(with_habit(), list_of({team_habit("h1")}));
  CHECK(button(page, "choose h1") == nullptr);
  CHECK(says(page, "Deze doe je nu."));
}

TEST_CASE("a vote takes its rank from another, moves there, and goes when it is given twice") {
  const OwnPageModel page = habits_page({}, list_of({team_habit("a", 1), team_habit("b", 2), team_habit("c")}));
  CHECK(button(page, "vote c 1")->deed == PageDeed{VoteHabits{{"c", "b"}}});
  CHECK(button(page, "vote a 2")->deed == PageDeed{VoteHabits{{"a"}}});
  CHECK(button(page, "vote b 2")->deed == PageDeed{VoteHabits{{"a"}}});
  CHECK(button(page, "vote c 3")->deed == PageDeed{VoteHabits{{"a", "b", "c"}}});
}

TEST_CASE("a shipped habit can be chosen, not voted for") {
  domain::TeamHabit shipped = team_habit("s");
  shipped.shipped = true;
  const OwnPageModel page = habits_page({}, list_of({shipped}));
  CHECK(button(page, "vote s 1") == nullptr);
  CHECK(button(page, "choose s") != nullptr);
  CHECK(says(page, "Nog niemand zette er een op."));
}

TEST_CASE("every end of putting a habit forward has its own words") {
  const auto said = [](PutForward outcome) {
    HabitsData data = list_of({});
    data.put_forward = outcome;
    return habits_page({}, data);
  };
  CHECK(says(said(PutForward::kDone), "Het staat op de lijst."));
  CHECK(says(said(PutForward::kSameWords), "staat al op de lijst"));
  CHECK(says(said(PutForward::kNoMore), "De lijst is vol"));
  CHECK(says(said(PutForward::kWrong), "hooguit 120 tekens"));
  CHECK(says(said(PutForward::kUnavailable), "Je woorden blijven hier staan"));
  CHECK(says(said(PutForward::kUnderWay), "Wordt verstuurd."));
}

TEST_CASE("only both first fields make something to put forward") {
  OwnPageState state{OwnPage::kHabits, "", {"ik ophang", "", ""}};
  CHECK(button(habits_page({}, list_of({}), state), "put forward") == nullptr);
  state.draft.will = "adem ik uit";
  CHECK(button(habits_page({}, list_of({}), state), "put forward") != nullptr);
  CHECK(button(habits_page({}, list_of({}), state), "choose own") != nullptr);
}

TEST_CASE("without the service the list says so, and the own habit is there") {
  HabitsData data;
  data.asked = Asked::kUnavailable;
  const OwnPageModel page = habits_page(with_habit(), data);
  CHECK(says(page, "Je eigen gewoonte werkt gewoon."));
  CHECK(button(page, "done now") != nullptr);
  CHECK(button(page, "again") != nullptr);
}

TEST_CASE("the gap counts calls that have both, and says it for each answer that was guessed") {
  domain::MyDay day;
  for (int i = 0; i < 9; ++i) day.experiences.push_back(guessed(Grade::kHigh, i < 6 ? Grade::kHigh : Grade::kLow));
  day.experiences.push_back(guessed(Grade::kHigh, Grade::kUnknown));
  day.earlier_experiences = {guessed(Grade::kLow, Grade::kLow), guessed(Grade::kUnknown, Grade::kHigh)};
  const ExperienceGap gap = experience_gap(day, Experience::kEase, Language::kDutch);
  CHECK(gap.calls == 10);
  CHECK(gap.same == 7);
  REQUIRE(gap.sentences.size() == 2);
  CHECK(gap.sentences[0] == "Jij dacht “makkelijk”: 6 van de 9 klanten ook.");
  CHECK(gap.sentences[1] == "Jij dacht “moeilijk”, en de klant ook.");
  REQUIRE(gap.guessed.size() == 10);
  CHECK(gap.guessed.front() == Grade::kLow);  // The oldest.
  CHECK(experience_gap(day, Experience::kEmotion, Language::kDutch).calls == 0);
}

TEST_CASE("the plot shows the latest twelve, newest last") {
  domain::MyDay day;
  for (int i = 0; i < 30; ++i) day.experiences.push_back(guessed(i == 0 ? Grade::kLow : Grade::kHigh, Grade::kHigh));
  const ExperienceGap gap = experience_gap(day, Experience::kEase, Language::kDutch);
  CHECK(gap.calls == 30);
  REQUIRE(gap.guessed.size() == 12);
  CHECK(gap.guessed.back() == Grade::kLow);
}

TEST_CASE("this shift ends eight hours after it began, and is never shared for less than an hour or more than eight") {
  const auto shared = [](absl::Duration in_shift) {
    domain::Desk desk;
    desk.fatigue.shift_began = now() - in_shift;
    return std::get<domain::EnergyShared>(std::get<domain::OwnAct>(button(day_page(desk, {}), "share shift")->deed));
  };
  CHECK(shared(absl::Hours(3)).span == absl::Hours(5));
  CHECK(shared(absl::Hours(12)).span == absl::Hours(1));
  CHECK(shared(absl::ZeroDuration()).span == absl::Hours(8));
}

TEST_CASE("while the ring is shared there is only the way to end it; after that time it can be shared again") {
  domain::Desk desk;
  desk.fatigue.shared_until = now() + absl::Minutes(5);
  CHECK(says(day_page(desk, {}), "tot 10:05"));
  CHECK(button(day_page(desk, {}), "share 15") == nullptr);
  CHECK(button(day_page(desk, {}), "share stop")->deed ==
        PageDeed{domain::OwnAct{domain::EnergyShared{absl::ZeroDuration()}}});
  desk.fatigue.shared_until = now();
  CHECK(button(day_page(desk, {}), "share 15") != nullptr);
}

TEST_CASE("the overlay tells that the ring is shared, until it is not") {
  domain::Desk desk = example_desk(domain::CallState::kEnded);
  desk.fatigue.shared_until = now() + absl::Minutes(5);
  CHECK(model_of(desk).shared == "Gedeeld tot 10:05: stop");
  desk.fatigue.shared_until = now();
  CHECK(model_of(desk).shared.empty());
}

TEST_CASE("the steps of sensitivity end at their ends") {
  domain::Desk desk;
  desk.fatigue.sensitivity = 0.5;
  CHECK(button(day_page(desk, {}), "less") == nullptr);
  CHECK(button(day_page(desk, {}), "more")->deed == PageDeed{domain::OwnAct{domain::SensitivitySet{0.75}}});
  desk.fatigue.sensitivity = 1.5;
  CHECK(button(day_page(desk, {}), "more") == nullptr);
  CHECK(says(day_page(desk, {}), "veel eerder"));
}

TEST_CASE("a reset tells from where to where the head went only when both were tapped") {
  domain::MyDay day;
  day.calls = 3;
  domain::Reset reset;
  reset.state = domain::ResetState::kDone;
  reset.accepted = now();
  reset.full_before = 4;
  day.resets = {reset};
  CHECK_FALSE(says(day_page({}, told(day)), "hoofd van"));
  day.resets[0].full_after = 2;
  CHECK(says(day_page({}, told(day)), "hoofd van 4 naar 2"));
}

TEST_CASE("a kind that is not known yet is told under its own name, and empty ones are left out") {
  domain::MyDay day;
  day.stored = {{"votes", 0, absl::InfinitePast()}, {"letters", 2, absl::InfinitePast()}};
  const OwnPageModel page = day_page({}, told(day));
  CHECK(says(page, "letters"));
  CHECK_FALSE(says(page, "stemmen"));
}

TEST_CASE("deleting is asked once, and says when it failed that nothing is gone") {
  const OwnPageModel asked = day_page({}, told({}), {OwnPage::kMyDay, "delete", {}});
  CHECK(button(asked, "sure yes")->deed == PageDeed{DeleteMine{}});
  MyDayData failed = told({});
  failed.deleted = Asked::kUnavailable;
  CHECK(says(day_page({}, failed), "Er is niets weg"));
}

}  // namespace aandacht::model
