#include "shared/wire/my_day.h"

#include "shared/wire/check.h"
#include "shared/wire/own.h"
#include "shared/wire/time.h"

namespace aandacht::wire {
namespace {

v1::StoredRow to_message(const domain::StoredKind& stored) {
  v1::StoredRow message;
  message.set_kind(stored.kind);
  message.set_count(stored.count);
  if (is_finite(stored.since)) *message.mutable_since_time() = to_proto(stored.since);
  return message;
}

absl::StatusOr<domain::StoredKind> take(const v1::StoredRow& message) {
  Check check;
  const absl::Time since =
      check.time("since_time", message.has_since_time(), message.since_time(), absl::InfinitePast());
  return check.result(domain::StoredKind{message.kind(), message.count(), since});
}

absl::StatusOr<domain::Look> take(const v1::LookRow& message) {
  Check check;
  const absl::Time time = check.time("time", message.has_time(), message.time(), absl::InfinitePast());
  return check.result(domain::Look{time, message.who(), message.what(), message.reason()});
}

}  // namespace

v1::ExperienceRow to_proto(const domain::CallExperience& experience) {
  v1::ExperienceRow message;
  message.set_call_id(experience.call_id);
  if (is_finite(experience.ended)) *message.mutable_end_time() = to_proto(experience.ended);
  *message.mutable_guess() = to_proto(experience.guess);
  *message.mutable_suggested() = to_proto(experience.suggested);
  *message.mutable_answered() = to_proto(experience.answered);
  return message;
}

absl::StatusOr<domain::CallExperience> from_proto(const v1::ExperienceRow& message) {
  Check check;
  domain::CallExperience experience;
  experience.call_id = message.call_id();
  experience.ended = check.time("end_time", message.has_end_time(), message.end_time(), absl::InfinitePast());
  experience.guess = check.take("guess", from_proto(message.guess()));
  experience.suggested = check.take("suggested", from_proto(message.suggested()));
  experience.answered = check.take("answered", from_proto(message.answered()));
  return check.result(std::move(experience));
}

v1::LookRow to_proto(const domain::Look& look) {
  v1::LookRow message;
  if (is_finite(look.time)) *message.mutable_time() = to_proto(look.time);
  message.set_who(look.who);
  message.set_what(look.what);
  message.set_reason(look.reason);
  return message;
}

v1::GetMyDayResponse to_proto(const domain::MyDay& day) {
  v1::GetMyDayResponse message;
  *message.mutable_day() = to_proto(day.day);
  message.set_call_count(day.calls);
  message.set_heavy_call_count(day.heavy_calls);
  *message.mutable_handling() = to_proto(day.handling);
  for (const domain::Reset& reset : day.resets) *message.add_resets() = to_proto(reset);
  for (const domain::CallExperience& each : day.experiences) *message.add_experiences() = to_proto(each);
  for (const domain::CallExperience& each : day.earlier_experiences) {
    *message.add_earlier_experiences() = to_proto(each);
  }
  for (const domain::StoredKind& stored : day.stored) *message.add_stored() = to_message(stored);
  for (const domain::Look& look : day.looks) *message.add_looks() = to_proto(look);
  return message;
}

absl::StatusOr<domain::MyDay> from_proto(const v1::GetMyDayResponse& message) {
  Check check;
  domain::MyDay day;
  day.day = check.take("day", day_from_proto(message.day()));
  day.calls = message.call_count();
  day.heavy_calls = message.heavy_call_count();
  day.handling = check.take("handling", from_proto(message.handling()));
  day.resets = check.list<domain::Reset>("resets", message.resets(), from_proto);
  day.experiences = check.list<domain::CallExperience>("experiences", message.experiences(), from_proto);
  day.earlier_experiences =
      check.list<domain::CallExperience>("earlier_experiences", message.earlier_experiences(), from_proto);
  day.stored = check.list<domain::StoredKind>("stored", message.stored(), take);
  day.looks = check.list<domain::Look>("looks", message.looks(), take);
  return check.result(std::move(day));
}

v1::ListTeamHabitsResponse to_proto(const domain::TeamHabits& habits) {
  v1::ListTeamHabitsResponse message;
  for (const domain::TeamHabit& habit : habits.habits) {
    v1::TeamHabit& each = *message.add_habits();
    each.set_id(habit.id);
    each.set_after(habit.after);
    each.set_will(habit.will);
    each.set_celebrate(habit.celebrate);
    each.set_why(habit.why);
    each.set_point_count(habit.points);
    each.set_own_rank(habit.own_rank);
    each.set_shipped(habit.shipped);
  }
  message.set_quarter(habits.quarter);
  message.set_voter_count(habits.voters);
  return message;
}

domain::TeamHabits from_proto(const v1::ListTeamHabitsResponse& message) {
  domain::TeamHabits habits;
  for (const v1::TeamHabit& each : message.habits()) {
    habits.habits.push_back({each.id(), each.after(), each.will(), each.celebrate(), each.why(), each.point_count(),
                             each.own_rank(), each.shipped()});
  }
  habits.quarter = message.quarter();
  habits.voters = message.voter_count();
  return habits;
}

}  // namespace aandacht::wire
