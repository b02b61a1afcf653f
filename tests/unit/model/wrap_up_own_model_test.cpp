// The agent's own part of a wrap-up in words.
#include "client/model/wrap_up_own_model.h"

#include "tests/support/catch.h"
#include "tests/unit/model/example_desk.h"

namespace aandacht::model {
namespace {

using domain::Grade;

domain::ChosenHabit example_habit() {
  domain::ChosenHabit habit;
  habit.id = "wij-woord";
  habit.after = "ik een collega noem";
  habit.will = "zeg ik wij";
  habit.celebrate = "ik glimlach";
  habit.repetitions = 12;
  return habit;
}

/// A call whose words say: not solved, hard, left badly.
domain::Call hard_call() {
  domain::Call call = example_call(domain::CallState::kWrapUp);
  call.outcome.solved = domain::Verdict::kNo;
  call.sentiment.turns = 6;
  call.sentiment.feeling = domain::Feeling::kNegative;
  return call;
}

WrapUpOwnModel own_of(const domain::Call& call, const domain::HabitBook& habits = {}) {
  return make_wrap_up_own(call, habits, Language::kDutch);
}

}  // namespace

TEST_CASE("every answer guesses its own E and leaves the others") {
  const WrapUpOwnModel own = own_of(hard_call());
  CHECK(own.experience[0].question == "Opgelost?");
  CHECK(own.experience[0].choices[1].guess ==
        domain::OwnAct{domain::ExperienceGuessed{"call-1", {Grade::kMiddle, Grade::kUnknown, Grade::kUnknown}}});
  CHECK(own.experience[1].choices[2].guess ==
        domain::OwnAct{domain::ExperienceGuessed{"call-1", {Grade::kUnknown, Grade::kHigh, Grade::kUnknown}}});
  CHECK(own.experience[2].choices[0].guess ==
        domain::OwnAct{domain::ExperienceGuessed{"call-1", {Grade::kUnknown, Grade::kUnknown, Grade::kLow}}});
}

TEST_CASE("what the customer's words suggest is told only of an E that the agent guessed themselves") {
  domain::Call call = hard_call();
  for (const ExperienceRow& row : own_of(call).experience) {
    CHECK(row.suggested.empty());
    CHECK(row.answered.empty());
  }
  call.guess.ease = Grade::kHigh;
  const WrapUpOwnModel own = own_of(call);
  CHECK(own.experience[0].suggested.empty());
  CHECK(own.experience[1].suggested == "woorden: moeilijk");
  CHECK(own.experience[1].answered == "Makkelijk voor de klant? makkelijk");
  CHECK(own.experience[2].suggested.empty());
}

TEST_CASE("words that say nothing suggest nothing") {
  domain::Call call = example_call(domain::CallState::kWrapUp);
  call.guess = {Grade::kHigh, Grade::kHigh, Grade::kHigh};
  call.repeat_contact.reset();
  for (const ExperienceRow& row : own_of(call).experience) CHECK(row.suggested.empty());
}

TEST_CASE("a habit says what to do after what, and a tick is taken back by the next") {
  domain::HabitBook book;
  book.current = example_habit();
  const HabitRow open = *own_of(hard_call(), book).habit;
  CHECK(open.words == "Nadat ik een collega noem, zeg ik wij");
  CHECK_FALSE(open.done);
  CHECK(open.note == "Twaalf keer gedaan.");
  CHECK(open.tick == domain::OwnAct{domain::HabitTicked{"call-1", true}});
  CHECK(open.ask.empty());
  book.current->last_call_id = "call-1";
  book.current->repetitions = 13;
  const HabitRow done = *own_of(hard_call(), book).habit;
  CHECK(done.done);
  CHECK(done.note == "Ik glimlach. 13 keer gedaan.");
  CHECK(done.tick == domain::OwnAct{domain::HabitTicked{"call-1", false}});
}

TEST_CASE("a tick of an earlier call is none of this one") {
  domain::HabitBook book;
  book.current = example_habit();
  book.current->last_call_id = "call-0";
  CHECK_FALSE(own_of(hard_call(), book).habit->done);
}

TEST_CASE("from twenty repetitions on it asks whether it comes by itself") {
  domain::HabitBook book;
  book.current = example_habit();
  book.current->repetitions = 19;
  CHECK(own_of(hard_call(), book).habit->ask.empty());
  book.current->repetitions = 20;
  CHECK(own_of(hard_call(), book).habit->ask == "Gaat het al vanzelf?");
  CHECK(own_of(hard_call(), book).habit->note == "20 keer gedaan. Gaat het al vanzelf?");
}

TEST_CASE("without a habit there is no row for one") { CHECK_FALSE(own_of(hard_call()).habit.has_value()); }

TEST_CASE("the overlay has it in a wrap-up only") {
  domain::Desk desk = example_desk(domain::CallState::kWrapUp);
  desk.habits.current = example_habit();
  CHECK(model_of(desk).wrap_up->own.habit.has_value());
  CHECK_FALSE(model_of(example_desk(domain::CallState::kInCall)).wrap_up.has_value());
}

}  // namespace aandacht::model
