// The page of tiny habits: one's own, those that became routine, and the team's list.
#include <algorithm>
#include <array>

#include "absl/strings/str_cat.h"
#include "client/model/counts.h"
#include "client/model/format.h"
#include "client/model/page_rows.h"
#include "client/model/wrap_up_own_model.h"

namespace aandacht::model {
namespace {

constexpr const char* kDrop = "drop";
constexpr const char* kOwnWords = "own";

struct Page {
  const domain::HabitBook& book;
  const HabitsData& data;
  const OwnPageState& state;
  absl::Time now;
  absl::TimeZone zone;
  PageRows rows;

  [[nodiscard]] Language language() const { return rows.language(); }
  [[nodiscard]] std::string day(absl::Time time) const {
    return day_text(absl::ToCivilDay(time, zone), absl::ToCivilDay(now, zone), language());
  }
};

std::string full_stop(const std::string& words) {
  const std::string sentence = sentence_text(words);
  return sentence.empty() || sentence.back() == '.' ? sentence : sentence + ".";
}

void add_choose(Page& page, const domain::HabitChosen& chosen, Text label) {
  const bool current = page.book.current && page.book.current->id == chosen.habit_id && chosen.habit_id != kOwnWords;
  if (current) {
    page.rows.soft(Text::kHabitIsChosen);
    return;
  }
  const std::string id = absl::StrCat("choose ", chosen.habit_id);
  if (page.state.sure == id) {
    page.rows.sure(text(Text::kHabitReplaces, page.language()), Text::kHabitReplace, domain::OwnAct{chosen},
                   Text::kLeaveIt);
    return;
  }
  const PageDeed deed = page.book.current ? PageDeed{AskSure{id}} : PageDeed{domain::OwnAct{chosen}};
  page.rows.buttons({{id, text(label, page.language()), deed}});
}

void add_current(Page& page) {
  page.rows.heading(Text::kHabitMine);
  if (!page.book.current) {
    page.rows.soft(Text::kHabitNone);
    return;
  }
  const domain::ChosenHabit& habit = *page.book.current;
  page.rows.words(habit_sentence(habit.after, habit.will, page.language()));
  if (!habit.celebrate.empty()) page.rows.soft(full_stop(habit.celebrate));
  std::string count = sentence_text(repetitions_text(habit.repetitions, page.language()));
  if (habit.since != absl::InfinitePast()) {
    count = fill(Text::kHabitSince, page.language(), count, page.day(habit.since));
  }
  page.rows.soft(count + ".");
  if (page.state.sure == kDrop) {
    page.rows.sure(text(Text::kHabitDropSure, page.language()), Text::kHabitDropYes,
                   domain::OwnAct{domain::HabitDropped{}}, Text::kLeaveIt);
    return;
  }
  if (domain::asks_routine(habit)) {
    page.rows.warm(Text::kIsRoutine);
    page.rows.buttons(
        {{"routine", text(Text::kRoutineYes, page.language()), domain::OwnAct{domain::RoutineAnswered{true}}},
         {"not yet routine", text(Text::kRoutineNotYet, page.language()),
          domain::OwnAct{domain::RoutineAnswered{false}}}});
  }
  page.rows.buttons({{"done now", text(Text::kHabitJustDone, page.language()), domain::OwnAct{domain::HabitTicked{}}},
                     {kDrop, text(Text::kHabitDrop, page.language()), AskSure{kDrop}}});
}

void add_shelf(Page& page) {
  if (page.book.shelf.empty()) return;
  page.rows.heading(Text::kShelf);
  for (auto routine = page.book.shelf.rbegin(); routine != page.book.shelf.rend(); ++routine) {
    page.rows.words(habit_sentence(routine->after, routine->will, page.language()));
    page.rows.soft(fill(Text::kShelfSince, page.language(),
                        sentence_text(repetitions_text(routine->repetitions, page.language())),
                        page.day(routine->routine_since)));
  }
}

/// The agent's votes, best first, with `habit_id` at `rank`, or without it when it is there already.
std::vector<std::string> votes_with(const domain::TeamHabits& list, const std::string& habit_id, int rank) {
  std::array<std::string, 3> ranked;
  bool takes_back = false;
  for (const domain::TeamHabit& habit : list.habits) {
    if (habit.own_rank < 1 || habit.own_rank > 3) continue;
    if (habit.id != habit_id) ranked[static_cast<std::size_t>(habit.own_rank - 1)] = habit.id;
    takes_back = takes_back || (habit.id == habit_id && habit.own_rank == rank);
  }
  if (!takes_back) ranked[static_cast<std::size_t>(rank - 1)] = habit_id;
  std::vector<std::string> votes;
  std::copy_if(ranked.begin(), ranked.end(), std::back_inserter(votes), [](const auto& id) { return !id.empty(); });
  return votes;
}

void add_habit(Page& page, const domain::TeamHabit& habit) {
  const Language language = page.language();
  page.rows.words(habit_sentence(habit.after, habit.will, language));
  if (!habit.celebrate.empty()) page.rows.soft(full_stop(habit.celebrate));
  if (!habit.why.empty()) page.rows.soft(habit.why);
  if (!habit.shipped) {
    if (habit.points > 0) {
      page.rows.soft(habit.points == 1 ? std::string(text(Text::kHabitOnePoint, language))
                                       : fill(Text::kHabitPoints, language, habit.points));
    }
    PageRow& votes = page.rows.add(PageRowKind::kChoices, "");
    votes.id = absl::StrCat("vote ", habit.id);
    votes.chosen = habit.own_rank - 1;
    for (int rank = 1; rank <= 3; ++rank) {
      votes.buttons.push_back({absl::StrCat("vote ", habit.id, " ", rank), ordinal_text(rank, language),
                               VoteHabits{votes_with(*page.data.list, habit.id, rank)}});
    }
  }
  add_choose(page, {habit.id, habit.after, habit.will, habit.celebrate}, Text::kHabitChoose);
}

void add_list(Page& page) {
  const HabitsData& data = page.data;
  page.rows.heading(Text::kTeamHabits);
  if (data.asked == Asked::kUnavailable) {
    page.rows.warm(Text::kTeamHabitsAway);
    page.rows.buttons({{"again", text(Text::kTryAgain, page.language()), AskPageAgain{}, true}});
  } else if (!data.list) {
    page.rows.soft(Text::kTeamHabitsAsked);
  }
  if (!data.list) return;
  const auto own = [](const domain::TeamHabit& habit) { return !habit.shipped; };
  const bool any = std::any_of(data.list->habits.begin(), data.list->habits.end(), own);
  if (!any) {
    page.rows.soft(Text::kTeamHabitsEmpty);
  } else {
    page.rows.soft(Text::kVoteHelp);
    page.rows.soft(data.list->voters == 0 ? std::string(text(Text::kFewVoters, page.language()))
                                          : fill(Text::kVoters, page.language(), data.list->voters));
  }
  if (data.voted == Asked::kUnavailable) page.rows.warm(Text::kVoteFailed);
  bool shipped = false;
  for (const domain::TeamHabit& habit : data.list->habits) {
    if (habit.shipped && !shipped) page.rows.heading(Text::kShippedHabits);
    shipped = shipped || habit.shipped;
    add_habit(page, habit);
  }
}

void add_outcome(Page& page) {
  switch (page.data.put_forward) {
    case PutForward::kNot:
      return;
    case PutForward::kUnderWay:
      return page.rows.soft(Text::kPutUnderWay);
    case PutForward::kDone:
      return page.rows.soft(Text::kPutDone);
    case PutForward::kSameWords:
      return page.rows.warm(Text::kPutSame);
    case PutForward::kNoMore:
      return page.rows.warm(Text::kPutNoMore);
    case PutForward::kWrong:
      return page.rows.warm(Text::kPutWrong);
    case PutForward::kUnavailable:
      return page.rows.warm(Text::kPutAway);
  }
}

void add_form(Page& page) {
  const Language language = page.language();
  const HabitDraft& draft = page.state.draft;
  const auto field = [&](const char* id, Text label, const std::string& value) {
    PageRow& row = page.rows.add(PageRowKind::kField, text(label, language));
    row.id = id;
    row.value = value;
  };
  page.rows.heading(Text::kOwnHabit);
  page.rows.soft(Text::kOwnHabitHelp);
  field("after", Text::kFieldAfter, draft.after);
  field("will", Text::kFieldWill, draft.will);
  field("celebrate", Text::kFieldCelebrate, draft.celebrate);
  if (!draft.after.empty() && !draft.will.empty()) {
    page.rows.words(habit_sentence(draft.after, draft.will, language));
    add_choose(page, {kOwnWords, draft.after, draft.will, draft.celebrate}, Text::kHabitChooseOwn);
    page.rows.buttons({{"put forward", text(Text::kPutForward, language), PutHabitForward{}}});
  }
  add_outcome(page);
}

}  // namespace

OwnPageModel make_habits_page(const domain::Desk* desk, const HabitsData& data, const OwnPageState& state,
                              absl::Time now, absl::TimeZone zone, Language language) {
  const domain::HabitBook none;
  Page page{desk == nullptr ? none : desk->habits, data, state, now, zone, PageRows(language)};
  add_current(page);
  add_shelf(page);
  add_list(page);
  add_form(page);
  page.rows.soft(Text::kHabitsPrivate);
  return {OwnPage::kHabits, text(Text::kHabits, language), page.rows.take(), language};
}

}  // namespace aandacht::model
