#include "client/model/wrap_up_own_model.h"

#include "absl/strings/str_cat.h"
#include "client/model/counts.h"
#include "client/model/format.h"
#include "client/model/strings.h"
#include "shared/domain/experience.h"

namespace aandacht::model {
namespace {

using domain::Grade;

constexpr std::array kGrades{Grade::kLow, Grade::kMiddle, Grade::kHigh};

Text one_of(Grade grade, Text low, Text middle, Text high) {
  if (grade == Grade::kLow) return low;
  return grade == Grade::kMiddle ? middle : high;
}

/// Of that E only: the others stay as they are.
domain::ThreeEs only(Experience experience, Grade grade) {
  domain::ThreeEs guess;
  switch (experience) {
    case Experience::kEffectiveness:
      guess.effectiveness = grade;
      break;
    case Experience::kEase:
      guess.ease = grade;
      break;
    case Experience::kEmotion:
      guess.emotion = grade;
      break;
  }
  return guess;
}

const char* id_of(Experience experience) {
  switch (experience) {
    case Experience::kEffectiveness:
      return "effectiveness";
    case Experience::kEase:
      return "ease";
    case Experience::kEmotion:
      return "emotion";
  }
  return "";
}

ExperienceRow make_row(Experience experience, const domain::Call& call, const domain::ThreeEs& suggested,
                       Language language) {
  ExperienceRow row;
  row.id = id_of(experience);
  row.question = experience_question(experience, language);
  for (std::size_t i = 0; i < kGrades.size(); ++i) {
    row.choices[i] = {grade_text(experience, kGrades[i], language),
                      domain::ExperienceGuessed{call.id, only(experience, kGrades[i])}};
  }
  row.guess = grade_of(call.guess, experience);
  if (row.guess == Grade::kUnknown) return row;
  row.answered = absl::StrCat(row.question, " ", grade_text(experience, row.guess, language));
  // After the own guess only: what the words say would decide it.
  const Grade said = grade_of(suggested, experience);
  if (said != Grade::kUnknown) {
    row.suggested = fill(Text::kWordsSay, language, grade_text(experience, said, language));
  }
  return row;
}

HabitRow make_habit(const domain::ChosenHabit& habit, const std::string& call_id, Language language) {
  HabitRow row;
  row.words = habit_sentence(habit.after, habit.will, language);
  row.done = habit.last_call_id == call_id;
  row.note = sentence_text(repetitions_text(habit.repetitions, language)) + ".";
  if (row.done && !habit.celebrate.empty()) {
    const bool ends = habit.celebrate.back() == '.';
    row.note = absl::StrCat(sentence_text(habit.celebrate), ends ? " " : ". ", row.note);
  }
  row.tick = domain::HabitTicked{call_id, !row.done};
  if (!domain::asks_routine(habit)) return row;
  row.ask = text(Text::kIsRoutine, language);
  absl::StrAppend(&row.note, " ", row.ask);
  row.routine = text(Text::kRoutineYes, language);
  row.not_yet = text(Text::kRoutineNotYet, language);
  return row;
}

}  // namespace

const char* experience_question(Experience experience, Language language) {
  switch (experience) {
    case Experience::kEffectiveness:
      return text(Text::kSolved, language);
    case Experience::kEase:
      return text(Text::kEase, language);
    case Experience::kEmotion:
      return text(Text::kEmotion, language);
  }
  return "";
}

const char* grade_text(Experience experience, Grade grade, Language language) {
  if (grade == Grade::kUnknown) return "";
  switch (experience) {
    case Experience::kEffectiveness:
      return text(one_of(grade, Text::kSolvedNo, Text::kSolvedPartly, Text::kSolvedYes), language);
    case Experience::kEase:
      return text(one_of(grade, Text::kEaseHard, Text::kEaseMiddle, Text::kEaseEasy), language);
    case Experience::kEmotion:
      return text(one_of(grade, Text::kEmotionBad, Text::kEmotionMiddle, Text::kEmotionGood), language);
  }
  return "";
}

Grade grade_of(const domain::ThreeEs& grades, Experience experience) {
  switch (experience) {
    case Experience::kEffectiveness:
      return grades.effectiveness;
    case Experience::kEase:
      return grades.ease;
    case Experience::kEmotion:
      return grades.emotion;
  }
  return Grade::kUnknown;
}

std::string habit_sentence(const std::string& after, const std::string& will, Language language) {
  return after.empty() ? sentence_text(will) : fill(Text::kHabitSentence, language, after, will);
}

std::string repetitions_text(int repetitions, Language language) {
  if (repetitions == 0) return text(Text::kHabitNeverDone, language);
  if (repetitions == 1) return text(Text::kHabitDoneOnce, language);
  return fill(Text::kHabitDone, language, number_text(repetitions, language));
}

WrapUpOwnModel make_wrap_up_own(const domain::Call& call, const domain::HabitBook& habits, Language language) {
  const domain::ThreeEs suggested = domain::read_experience(call);
  WrapUpOwnModel model{{make_row(Experience::kEffectiveness, call, suggested, language),
                        make_row(Experience::kEase, call, suggested, language),
                        make_row(Experience::kEmotion, call, suggested, language)},
                       std::nullopt};
  if (habits.current) model.habit = make_habit(*habits.current, call.id, language);
  return model;
}

}  // namespace aandacht::model
