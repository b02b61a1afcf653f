// Fatigue, resets, habits and three E's; see own_acts.cpp for what agents do.
#include "shared/wire/own.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "shared/wire/check.h"
#include "shared/wire/time.h"

namespace aandacht::wire {
namespace {

constexpr absl::Time kNever = absl::InfinitePast();
constexpr absl::Time kOpen = absl::InfiniteFuture();

/// A counter that is no number is left out: a desk that cannot be read would stop the service for everybody.
void take_weighed(const google::protobuf::RepeatedPtrField<v1::WeighedCall>& messages, Check& check,
                  std::vector<domain::WeighedCall>& calls) {
  for (const v1::WeighedCall& call : messages) {
    if (!std::isfinite(call.weight())) continue;
    calls.push_back({check.time("end_time", call.has_end_time(), call.end_time(), kNever), call.weight()});
  }
}

/// A desk that was stored before there was fatigue has none: one that nobody set is 1, and so is what is no number.
double sensitivity_of(double sent) { return sent == 0 || !std::isfinite(sent) ? 1 : std::clamp(sent, .5, 1.5); }

v1::WeighedCall to_message(const domain::WeighedCall& call) {
  v1::WeighedCall message;
  if (is_finite(call.ended)) *message.mutable_end_time() = to_proto(call.ended);
  message.set_weight(call.weight);
  return message;
}

void put_times(const domain::Fatigue& fatigue, v1::Fatigue& message) {
  if (is_finite(fatigue.shift_began)) *message.mutable_shift_begin_time() = to_proto(fatigue.shift_began);
  if (is_finite(fatigue.busy_since)) *message.mutable_busy_since_time() = to_proto(fatigue.busy_since);
  if (is_finite(fatigue.free_since)) *message.mutable_free_since_time() = to_proto(fatigue.free_since);
  if (is_finite(fatigue.pause_ended)) *message.mutable_pause_end_time() = to_proto(fatigue.pause_ended);
  if (is_finite(fatigue.shared_until)) *message.mutable_share_end_time() = to_proto(fatigue.shared_until);
}

void take_times(const v1::Fatigue& message, Check& check, domain::Fatigue& fatigue) {
  fatigue.shift_began =
      check.time("shift_begin_time", message.has_shift_begin_time(), message.shift_begin_time(), kNever);
  fatigue.busy_since = check.time("busy_since_time", message.has_busy_since_time(), message.busy_since_time(), kNever);
  fatigue.free_since = check.time("free_since_time", message.has_free_since_time(), message.free_since_time(), kNever);
  fatigue.pause_ended = check.time("pause_end_time", message.has_pause_end_time(), message.pause_end_time(), kNever);
  fatigue.shared_until = check.time("share_end_time", message.has_share_end_time(), message.share_end_time(), kNever);
}

v1::FatigueScore to_message(const domain::FatigueScore& score) {
  v1::FatigueScore message;
  message.set_total(score.total);
  for (const domain::CausePoints& cause : score.causes) {
    v1::CausePoints& each = *message.add_causes();
    each.set_cause(to_proto(cause.cause));
    each.set_points(cause.points);
    each.set_amount(cause.amount);
  }
  return message;
}

domain::FatigueScore take(const v1::FatigueScore& message, Check& check) {
  domain::FatigueScore score{message.total(), {}};
  for (const v1::CausePoints& each : message.causes()) {
    if (!std::isfinite(each.amount())) continue;
    score.causes.push_back({check.required("score.causes.cause", each.cause()), each.points(), each.amount()});
  }
  return score;
}

void put_course(const domain::Reset& reset, v1::Reset& message) {
  message.set_state(to_proto(reset.state));
  message.set_asked_by_agent(reset.asked_by_agent);
  *message.mutable_length() = to_proto(reset.length);
  if (is_finite(reset.requested)) *message.mutable_request_time() = to_proto(reset.requested);
  if (is_finite(reset.answer_by)) *message.mutable_answer_by_time() = to_proto(reset.answer_by);
  if (is_finite(reset.accepted)) *message.mutable_accept_time() = to_proto(reset.accepted);
  if (is_finite(reset.ends)) *message.mutable_end_time() = to_proto(reset.ends);
  message.set_ending(to_proto(reset.ending));
}

void take_course(const v1::Reset& message, Check& check, domain::Reset& reset) {
  reset.state = check.required("state", message.state());
  reset.asked_by_agent = message.asked_by_agent();
  reset.length = check.take("length", from_proto(message.length()));
  reset.requested = check.time("request_time", message.has_request_time(), message.request_time(), kNever);
  reset.answer_by = check.time("answer_by_time", message.has_answer_by_time(), message.answer_by_time(), kOpen);
  reset.accepted = check.time("accept_time", message.has_accept_time(), message.accept_time(), kNever);
  reset.ends = check.time("end_time", message.has_end_time(), message.end_time(), kOpen);
  reset.ending = check.optional("ending", message.ending(), domain::ResetEnding::kTimeUp);
}

v1::ChosenHabit to_message(const domain::ChosenHabit& habit) {
  v1::ChosenHabit message;
  message.set_id(habit.id);
  message.set_after(habit.after);
  message.set_will(habit.will);
  message.set_celebrate(habit.celebrate);
  if (is_finite(habit.since)) *message.mutable_since_time() = to_proto(habit.since);
  message.set_repetition_count(habit.repetitions);
  message.set_ask_at_count(habit.ask_at);
  message.set_last_call_id(habit.last_call_id);
  return message;
}

v1::Routine to_message(const domain::Routine& routine) {
  v1::Routine message;
  message.set_id(routine.id);
  message.set_after(routine.after);
  message.set_will(routine.will);
  message.set_repetition_count(routine.repetitions);
  if (is_finite(routine.since)) *message.mutable_since_time() = to_proto(routine.since);
  if (is_finite(routine.routine_since)) *message.mutable_routine_time() = to_proto(routine.routine_since);
  return message;
}

domain::ChosenHabit take(const v1::ChosenHabit& message, Check& check) {
  return {message.id(),
          message.after(),
          message.will(),
          message.celebrate(),
          check.time("current.since_time", message.has_since_time(), message.since_time(), kNever),
          message.repetition_count(),
          message.ask_at_count(),
          message.last_call_id()};
}

domain::Routine take(const v1::Routine& message, Check& check) {
  return {message.id(),
          message.after(),
          message.will(),
          message.repetition_count(),
          check.time("shelf.since_time", message.has_since_time(), message.since_time(), kNever),
          check.time("shelf.routine_time", message.has_routine_time(), message.routine_time(), kNever)};
}

}  // namespace

v1::Fatigue to_proto(const domain::Fatigue& fatigue) {
  v1::Fatigue message;
  put_times(fatigue, message);
  message.set_calls_since_pause_count(fatigue.calls_since_pause);
  message.set_calls_in_shift_count(fatigue.calls_in_shift);
  message.set_heavy_in_shift_count(fatigue.heavy_in_shift);
  message.set_heavy_in_row_count(fatigue.heavy_in_row);
  for (const domain::BusySpan& span : fatigue.busy) {
    *message.add_busy()->mutable_start_time() = to_proto(span.from);
    *message.mutable_busy(message.busy_size() - 1)->mutable_end_time() = to_proto(span.to);
  }
  for (const domain::WeighedCall& call : fatigue.heavy) *message.add_heavy() = to_message(call);
  for (const domain::WeighedCall& call : fatigue.helpless) *message.add_helpless() = to_message(call);
  for (const absl::Duration work : fatigue.after_call_work) *message.add_after_call_work() = to_proto(work);
  message.set_sensitivity(fatigue.sensitivity);
  message.set_elevated(fatigue.elevated);
  return message;
}

v1::TeamLoad to_proto(const domain::TeamLoad& load) {
  v1::TeamLoad message;
  *message.mutable_mean_handling() = to_proto(load.mean_handling);
  message.set_occupancy(load.occupancy);
  message.set_agent_count(load.agents);
  return message;
}

v1::Reset to_proto(const domain::Reset& reset) {
  v1::Reset message;
  message.set_id(reset.id);
  put_course(reset, message);
  *message.mutable_score() = to_message(reset.score);
  message.set_exercise(to_proto(reset.exercise));
  message.set_exercise_id(reset.exercise_id);
  message.set_title(reset.title);
  for (const std::string& step : reset.steps) message.add_steps(step);
  if (reset.load) *message.mutable_load() = to_proto(*reset.load);
  message.set_full_before(reset.full_before);
  message.set_full_after(reset.full_after);
  return message;
}

v1::ResetBook to_proto(const domain::ResetBook& book) {
  v1::ResetBook message;
  if (book.current) *message.mutable_current() = to_proto(*book.current);
  for (const domain::Reset& reset : book.past) *message.add_past() = to_proto(reset);
  if (is_finite(book.last_offered)) *message.mutable_last_offer_time() = to_proto(book.last_offered);
  if (is_finite(book.last_declined)) *message.mutable_last_decline_time() = to_proto(book.last_declined);
  for (const std::string& id : book.used_exercise_ids) message.add_used_exercise_ids(id);
  if (book.load) *message.mutable_load() = to_proto(*book.load);
  message.set_count(book.count);
  return message;
}

v1::HabitBook to_proto(const domain::HabitBook& book) {
  v1::HabitBook message;
  if (book.current) *message.mutable_current() = to_message(*book.current);
  for (const domain::Routine& routine : book.shelf) *message.add_shelf() = to_message(routine);
  return message;
}

v1::ThreeEs to_proto(const domain::ThreeEs& grades) {
  v1::ThreeEs message;
  message.set_effectiveness(to_proto(grades.effectiveness));
  message.set_ease(to_proto(grades.ease));
  message.set_emotion(to_proto(grades.emotion));
  return message;
}

absl::StatusOr<domain::Fatigue> from_proto(const v1::Fatigue& message) {
  Check check;
  domain::Fatigue fatigue;
  take_times(message, check, fatigue);
  fatigue.calls_since_pause = message.calls_since_pause_count();
  fatigue.calls_in_shift = message.calls_in_shift_count();
  fatigue.heavy_in_shift = message.heavy_in_shift_count();
  fatigue.heavy_in_row = message.heavy_in_row_count();
  for (const v1::BusySpan& span : message.busy()) {
    fatigue.busy.push_back({check.time("busy.start_time", span.has_start_time(), span.start_time(), kNever),
                            check.time("busy.end_time", span.has_end_time(), span.end_time(), kNever)});
  }
  take_weighed(message.heavy(), check, fatigue.heavy);
  take_weighed(message.helpless(), check, fatigue.helpless);
  fatigue.after_call_work = check.list<absl::Duration>("after_call_work", message.after_call_work(), from_proto);
  fatigue.sensitivity = sensitivity_of(message.sensitivity());
  fatigue.elevated = message.elevated();
  return check.result(std::move(fatigue));
}

absl::StatusOr<domain::TeamLoad> from_proto(const v1::TeamLoad& message) {
  Check check;
  domain::TeamLoad load;
  load.mean_handling = check.take("mean_handling", from_proto(message.mean_handling()));
  // 0 is not known, and has no price.
  load.occupancy = std::isfinite(message.occupancy()) ? message.occupancy() : 0;
  load.agents = message.agent_count();
  return check.result(load);
}

absl::StatusOr<domain::Reset> from_proto(const v1::Reset& message) {
  Check check;
  domain::Reset reset;
  reset.id = message.id();
  take_course(message, check, reset);
  reset.score = take(message.score(), check);
  reset.exercise = check.optional("exercise", message.exercise(), domain::Exercise::kBreathing);
  reset.exercise_id = message.exercise_id();
  reset.title = message.title();
  reset.steps = words(message.steps());
  if (message.has_load()) reset.load = check.take("load", from_proto(message.load()));
  reset.full_before = message.full_before();
  reset.full_after = message.full_after();
  return check.result(std::move(reset));
}

absl::StatusOr<domain::ResetBook> from_proto(const v1::ResetBook& message) {
  Check check;
  domain::ResetBook book;
  if (message.has_current()) book.current = check.take("current", from_proto(message.current()));
  book.past = check.list<domain::Reset>("past", message.past(), from_proto);
  book.last_offered = check.time("last_offer_time", message.has_last_offer_time(), message.last_offer_time(), kNever);
  book.last_declined =
      check.time("last_decline_time", message.has_last_decline_time(), message.last_decline_time(), kNever);
  book.used_exercise_ids = words(message.used_exercise_ids());
  if (message.has_load()) book.load = check.take("load", from_proto(message.load()));
  book.count = message.count();
  return check.result(std::move(book));
}

absl::StatusOr<domain::HabitBook> from_proto(const v1::HabitBook& message) {
  Check check;
  domain::HabitBook book;
  if (message.has_current()) book.current = take(message.current(), check);
  for (const v1::Routine& routine : message.shelf()) book.shelf.push_back(take(routine, check));
  return check.result(std::move(book));
}

absl::StatusOr<domain::ThreeEs> from_proto(const v1::ThreeEs& message) {
  Check check;
  domain::ThreeEs grades;
  grades.effectiveness = check.required("effectiveness", message.effectiveness());
  grades.ease = check.required("ease", message.ease());
  grades.emotion = check.required("emotion", message.emotion());
  return check.result(grades);
}

}  // namespace aandacht::wire
