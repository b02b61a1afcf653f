// The agent's tiny habit.
#include <algorithm>

#include "shared/domain/apply_own.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kMostRoutines = 64;
constexpr int kAskAgainAfter = 10;

// What does not fit on a screen is not a tiny habit; the edges check and tell, this only keeps a desk small.
bool fits(const HabitChosen& chosen) {
  constexpr std::size_t kLongest = 400;
  return !chosen.will.empty() && chosen.after.size() <= kLongest && chosen.will.size() <= kLongest &&
         chosen.celebrate.size() <= kLongest;
}

}  // namespace

void act(DeskDraft& draft, const HabitChosen& chosen) {
  if (!fits(chosen)) return;
  ChosenHabit habit;
  habit.id = chosen.habit_id;
  habit.after = chosen.after;
  habit.will = chosen.will;
  habit.celebrate = chosen.celebrate;
  habit.since = draft.now();
  draft.edit_habits().current = std::move(habit);
}

void act(DeskDraft& draft, const HabitTicked& ticked) {
  if (!draft.desk().habits.current) return;
  ChosenHabit& habit = *draft.edit_habits().current;
  const bool this_call = !ticked.call_id.empty() && habit.last_call_id == ticked.call_id;
  if (ticked.done && !this_call) {
    ++habit.repetitions;
    // A tick between calls does not let the call before it count again.
    if (!ticked.call_id.empty()) habit.last_call_id = ticked.call_id;
  } else if (!ticked.done && (this_call || ticked.call_id.empty()) && habit.repetitions > 0) {
    --habit.repetitions;
    if (this_call) habit.last_call_id.clear();
  }
}

void act(DeskDraft& draft, const RoutineAnswered& answered) {
  if (!draft.desk().habits.current || !asks_routine(*draft.desk().habits.current)) return;
  HabitBook& book = draft.edit_habits();
  ChosenHabit& habit = *book.current;
  if (!answered.routine) {
    habit.ask_at = habit.repetitions + kAskAgainAfter;
    return;
  }
  book.shelf.push_back({habit.id, habit.after, habit.will, habit.repetitions, habit.since, draft.now()});
  if (book.shelf.size() > kMostRoutines) book.shelf.erase(book.shelf.begin());
  book.current.reset();
}

void act(DeskDraft& draft, const HabitDropped& /*dropped*/) { draft.edit_habits().current.reset(); }

}  // namespace aandacht::domain
