#include "tests/ui/example_own.h"

#include "tests/ui/example_desks.h"
#include "tests/ui/example_rest.h"
#include "tests/ui/example_words.h"

namespace aandacht::test {
namespace {

using domain::Grade;
using model::Asked;
using model::Language;

bool is_full(PageScene scene) { return scene == PageScene::kHabitsFull || scene == PageScene::kMyDayFull; }

domain::Desk desk_of(PageScene scene, const ExampleWords& words) {
  domain::Desk desk;
  desk.agent_id = "ruben";
  desk.fatigue = heavy_fatigue(example_now());
  if (scene == PageScene::kHabitsNone || scene == PageScene::kMyDayEmpty) return desk;
  domain::ChosenHabit habit;
  habit.id = "team-1";
  habit.after = words.habit[0];
  habit.will = words.habit[1];
  habit.celebrate = words.habit[2];
  habit.since = example_now() - absl::Hours(24 * 15);
  habit.repetitions = is_full(scene) ? 20 : 13;
  desk.habits.current = habit;
  const int routines = is_full(scene) ? 12 : 1;
  for (int i = 0; i < routines; ++i) {
    desk.habits.shelf.push_back({"old", words.habit[0], words.habit[1], 20 + i, example_now() - absl::Hours(24 * 80),
                                 example_now() - absl::Hours(24 * 20)});
  }
  if (scene == PageScene::kMyDayShared) desk.fatigue.shared_until = example_now() + absl::Minutes(15);
  return desk;
}

domain::TeamHabit team_habit(const std::string& id, const ExampleWords& words, int points, int own_rank) {
  domain::TeamHabit habit;
  habit.id = id;
  habit.after = words.habit[0];
  habit.will = words.habit[1];
  habit.celebrate = words.habit[2];
  habit.points = points;
  habit.own_rank = own_rank;
  return habit;
}

model::HabitsData habits_in(PageScene scene, const ExampleWords& words) {
  model::HabitsData data;
  data.asked = scene == PageScene::kHabitsAway ? Asked::kUnavailable : Asked::kDone;
  if (scene == PageScene::kHabitsAway) return data;
  domain::TeamHabits list;
  list.quarter = "2026-Q4";
  if (scene != PageScene::kHabitsNone) {
    list.voters = 7;
    list.habits = {team_habit("team-1", words, 11, 1), team_habit("team-2", words, 6, 0),
                   team_habit("team-3", words, 1, 2)};
  }
  for (int i = 0; is_full(scene) && i < 20; ++i) list.habits.push_back(team_habit("more", words, 1234, 3));
  domain::TeamHabit shipped = team_habit("shipped-1", words, 0, 0);
  shipped.shipped = true;
  shipped.why = words.why_detail;
  list.habits.push_back(shipped);
  data.list = list;
  if (is_full(scene)) {
    data.voted = Asked::kUnavailable;
    data.put_forward = model::PutForward::kWrong;
  }
  return data;
}

domain::CallExperience experience(Grade guess, Grade answered, int minutes) {
  domain::CallExperience call;
  call.call_id = "call";
  call.ended = example_now() - absl::Minutes(minutes);
  call.guess = {guess, Grade::kHigh, guess};
  call.answered = {answered, answered, Grade::kUnknown};
  return call;
}

domain::MyDay day_in(PageScene scene, const ExampleWords& words) {
  domain::MyDay day;
  day.day = absl::CivilDay(2026, 11, 17);
  if (scene == PageScene::kMyDayEmpty) return day;
  const bool full = is_full(scene);
  day.calls = full ? 184 : 14;
  day.heavy_calls = full ? 96 : 4;
  day.handling = full ? absl::Hours(11) + absl::Minutes(59) : absl::Minutes(134);
  day.resets = past_resets(example_now());
  day.resets.resize(full ? day.resets.size() : 2);
  const std::vector<Grade> guessed{Grade::kHigh, Grade::kHigh, Grade::kMiddle, Grade::kHigh, Grade::kLow, Grade::kHigh};
  const std::vector<Grade> answered{Grade::kHigh, Grade::kMiddle, Grade::kMiddle,
                                    Grade::kHigh, Grade::kLow,    Grade::kLow};
  for (std::size_t i = 0; i < (full ? 120 : guessed.size()); ++i) {
    const Grade theirs = i % 4 == 3 ? Grade::kUnknown : answered[i % answered.size()];
    day.experiences.push_back(experience(guessed[i % guessed.size()], theirs, static_cast<int>(10 * i)));
  }
  day.earlier_experiences = day.experiences;
  const absl::Time since = example_now() - absl::Hours(24 * 90);
  day.stored = {{"calls", full ? 128400 : 412, since},
                {"guesses", 96, since},
                {"heavy_calls", 31, since},
                {"resets", 13, absl::InfinitePast()},
                {"habits", 2, since},
                {"acts", 240, since},
                {"votes", 3, since},
                {"looks", 1, since}};
  day.looks = {{example_now() - absl::Hours(20), "unknown@10.0.4.17", "turns call-17", words.prompt_reason},
               {example_now() - absl::Hours(21), "Noor (noor)", "watch call-17", words.watch_reason}};
  if (full) day.looks.resize(50, {example_now() - absl::Hours(24 * 400), words.customer, words.about, words.about});
  return day;
}

model::MyDayData my_day_in(PageScene scene, const ExampleWords& words) {
  model::MyDayData data;
  if (scene == PageScene::kMyDayAsked) {
    data.asked = Asked::kUnderWay;
    return data;
  }
  if (scene == PageScene::kMyDayAway) {
    data.asked = Asked::kUnavailable;
    data.deleted = Asked::kUnavailable;
    return data;
  }
  data.asked = Asked::kDone;
  data.day = day_in(scene, words);
  data.export_file = "/home/ruben/Documenten/aandacht-2026-11-17.jsonl";
  if (scene == PageScene::kMyDayShared) data.exported = Asked::kDone;
  if (scene == PageScene::kMyDayFull) data.exported = Asked::kUnavailable;
  return data;
}

model::OwnPageState state_in(PageScene scene, const ExampleWords& words) {
  model::OwnPageState state;
  if (scene == PageScene::kHabitsReplace) state.sure = "choose team-2";
  if (scene == PageScene::kHabitsFull) state.sure = "drop";
  if (scene == PageScene::kMyDayShared || scene == PageScene::kMyDayFull) state.sure = "delete";
  if (scene == PageScene::kHabitsNone || scene == PageScene::kHabitsFull) {
    state.draft = {words.habit[0], words.habit[1], words.habit[2]};
  }
  return state;
}

}  // namespace

std::vector<PageScene> all_page_scenes() {
  return {PageScene::kHabits,     PageScene::kHabitsNone,  PageScene::kHabitsAway, PageScene::kHabitsReplace,
          PageScene::kHabitsFull, PageScene::kMyDay,       PageScene::kMyDayEmpty, PageScene::kMyDayAsked,
          PageScene::kMyDayAway,  PageScene::kMyDayShared, PageScene::kMyDayFull};
}

std::string name_of(PageScene scene) {
  switch (scene) {
    case PageScene::kHabits:
      return "habits";
    case PageScene::kHabitsNone:
      return "habits-none";
    case PageScene::kHabitsAway:
      return "habits-away";
    case PageScene::kHabitsReplace:
      return "habits-replace";
    case PageScene::kHabitsFull:
      return "habits-full";
    case PageScene::kMyDay:
      return "my-day";
    case PageScene::kMyDayEmpty:
      return "my-day-empty";
    case PageScene::kMyDayAsked:
      return "my-day-asked";
    case PageScene::kMyDayAway:
      return "my-day-away";
    case PageScene::kMyDayShared:
      return "my-day-shared";
    case PageScene::kMyDayFull:
      return "my-day-full";
  }
  return "";
}

model::OwnPageModel page_model(PageScene scene, Language language) {
  const ExampleWords words = is_full(scene) ? long_words(language) : example_words(language);
  const domain::Desk desk = desk_of(scene, words);
  const model::OwnPageState state = state_in(scene, words);
  const absl::TimeZone zone = absl::FixedTimeZone(3600);
  if (scene >= PageScene::kMyDay) {
    return model::make_my_day_page(&desk, my_day_in(scene, words), state, example_now(), zone, language);
  }
  return model::make_habits_page(&desk, habits_in(scene, words), state, example_now(), zone, language);
}

}  // namespace aandacht::test
