// What agents do for themselves; declared in own.h.
#include <cmath>
#include <variant>

#include "shared/wire/check.h"
#include "shared/wire/own.h"
#include "shared/wire/time.h"

namespace aandacht::wire {
namespace {

void put(const domain::ResetAsked& act, v1::OwnAct& message) {
  *message.mutable_ask_reset()->mutable_length() = to_proto(act.length);
  message.mutable_ask_reset()->set_language(act.language);
}

void put(const domain::ResetAnswered& act, v1::OwnAct& message) {
  v1::AnswerReset& answer = *message.mutable_answer_reset();
  answer.set_reset_id(act.reset_id);
  answer.set_answer(to_proto(act.answer));
  answer.set_language(act.language);
}

void put(const domain::FullnessTold& act, v1::OwnAct& message) {
  v1::TellFullness& told = *message.mutable_tell_fullness();
  told.set_reset_id(act.reset_id);
  told.set_after(act.after);
  told.set_fullness(act.fullness);
}

void put(const domain::SensitivitySet& act, v1::OwnAct& message) {
  message.mutable_set_sensitivity()->set_sensitivity(act.sensitivity);
}

void put(const domain::EnergyShared& act, v1::OwnAct& message) {
  *message.mutable_share_energy()->mutable_span() = to_proto(act.span);
}

void put(const domain::HabitChosen& act, v1::OwnAct& message) {
  v1::ChooseHabit& chosen = *message.mutable_choose_habit();
  chosen.set_habit_id(act.habit_id);
  chosen.set_after(act.after);
  chosen.set_will(act.will);
  chosen.set_celebrate(act.celebrate);
}

void put(const domain::HabitTicked& act, v1::OwnAct& message) {
  message.mutable_tick_habit()->set_call_id(act.call_id);
  message.mutable_tick_habit()->set_done(act.done);
}

void put(const domain::RoutineAnswered& act, v1::OwnAct& message) {
  message.mutable_answer_routine()->set_routine(act.routine);
}

void put(const domain::HabitDropped&, v1::OwnAct& message) { message.mutable_drop_habit(); }

void put(const domain::ExperienceGuessed& act, v1::OwnAct& message) {
  message.mutable_guess_experience()->set_call_id(act.call_id);
  *message.mutable_guess_experience()->mutable_guess() = to_proto(act.guess);
}

void put(const domain::OwnSideForgotten&, v1::OwnAct& message) { message.mutable_forget_own_side(); }

domain::OwnAct take_kind(const v1::OwnAct& message, Check& check) {
  switch (message.kind_case()) {
    case v1::OwnAct::kAskReset:
      return domain::ResetAsked{check.take("ask_reset.length", from_proto(message.ask_reset().length())),
                                message.ask_reset().language()};
    case v1::OwnAct::kAnswerReset:
      return domain::ResetAnswered{message.answer_reset().reset_id(),
                                   check.required("answer_reset.answer", message.answer_reset().answer()),
                                   message.answer_reset().language()};
    case v1::OwnAct::kTellFullness:
      return domain::FullnessTold{message.tell_fullness().reset_id(), message.tell_fullness().after(),
                                  message.tell_fullness().fullness()};
    case v1::OwnAct::kSetSensitivity:
      if (!std::isfinite(message.set_sensitivity().sensitivity())) check.fail("set_sensitivity", "is no number");
      return domain::SensitivitySet{message.set_sensitivity().sensitivity()};
    case v1::OwnAct::kShareEnergy:
      return domain::EnergyShared{check.take("share_energy.span", from_proto(message.share_energy().span()))};
    case v1::OwnAct::kChooseHabit:
      return domain::HabitChosen{message.choose_habit().habit_id(), message.choose_habit().after(),
                                 message.choose_habit().will(), message.choose_habit().celebrate()};
    case v1::OwnAct::kTickHabit:
      return domain::HabitTicked{message.tick_habit().call_id(), message.tick_habit().done()};
    case v1::OwnAct::kAnswerRoutine:
      return domain::RoutineAnswered{message.answer_routine().routine()};
    case v1::OwnAct::kDropHabit:
      return domain::HabitDropped{};
    case v1::OwnAct::kGuessExperience:
      return domain::ExperienceGuessed{
          message.guess_experience().call_id(),
          check.take("guess_experience.guess", from_proto(message.guess_experience().guess()))};
    case v1::OwnAct::kForgetOwnSide:
      return domain::OwnSideForgotten{};
    case v1::OwnAct::KIND_NOT_SET:
      break;
  }
  check.fail("kind", "is missing or not known");
  return domain::HabitDropped{};
}

}  // namespace

v1::OwnAct to_proto(const domain::OwnAct& act) {
  v1::OwnAct message;
  std::visit([&message](const auto& kind) { put(kind, message); }, act);
  return message;
}

absl::StatusOr<domain::OwnAct> from_proto(const v1::OwnAct& message) {
  Check check;
  domain::OwnAct act = take_kind(message, check);
  return check.result(std::move(act));
}

}  // namespace aandacht::wire
