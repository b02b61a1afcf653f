#include "client/ctl/own_json.h"
#include "client/ctl/reset_lines.h"

namespace aandacht::ctl {
namespace {

Json grade_json(domain::Grade grade) {
  return grade == domain::Grade::kUnknown ? Json(nullptr) : Json(grade_text(grade));
}

Json experience_json(const domain::CallExperience& experience, absl::TimeZone zone) {
  return {{"call", experience.call_id},
          {"at", moment_json(experience.ended, zone)},
          {"guess", three_es_json(experience.guess)},
          {"suggested", three_es_json(experience.suggested)},
          {"answered", three_es_json(experience.answered)}};
}

Json told_or_null(int fullness) { return fullness == 0 ? Json(nullptr) : Json(fullness); }

Json reset_json(const domain::Reset& reset, absl::TimeZone zone) {
  return {{"id", reset.id},
          {"state", word(reset.state)},
          {"at", moment_json(reset.requested, zone)},
          {"seconds", absl::ToInt64Seconds(reset.length)},
          {"exercise", reset.exercise_id},
          {"score", reset.score.total},
          {"full_before", told_or_null(reset.full_before)},
          {"full_after", told_or_null(reset.full_after)}};
}

}  // namespace

const char* grade_text(domain::Grade grade) {
  switch (grade) {
    case domain::Grade::kUnknown:
      return "-";
    case domain::Grade::kLow:
      return "low";
    case domain::Grade::kMiddle:
      return "middle";
    case domain::Grade::kHigh:
      return "high";
  }
  return "-";
}

Json three_es_json(const domain::ThreeEs& grades) {
  return {{"effectiveness", grade_json(grades.effectiveness)},
          {"ease", grade_json(grades.ease)},
          {"emotion", grade_json(grades.emotion)}};
}

Json my_day_json(const domain::MyDay& day, absl::TimeZone zone) {
  Json json = {{"day", absl::FormatCivilTime(day.day)},
               {"calls", day.calls},
               {"heavy_calls", day.heavy_calls},
               {"handling_seconds", absl::ToInt64Seconds(day.handling)}};
  json["resets"] = Json::array();
  for (const domain::Reset& reset : day.resets) json["resets"].push_back(reset_json(reset, zone));
  json["experiences"] = Json::array();
  for (const auto& each : day.experiences) json["experiences"].push_back(experience_json(each, zone));
  json["earlier_experiences"] = Json::array();
  for (const auto& each : day.earlier_experiences) json["earlier_experiences"].push_back(experience_json(each, zone));
  json["stored"] = Json::array();
  for (const domain::StoredKind& stored : day.stored) {
    json["stored"].push_back(
        {{"kind", stored.kind}, {"count", stored.count}, {"since", moment_json(stored.since, zone)}});
  }
  json["looks"] = Json::array();
  for (const domain::Look& look : day.looks) {
    json["looks"].push_back(
        {{"at", moment_json(look.time, zone)}, {"who", look.who}, {"what", look.what}, {"reason", look.reason}});
  }
  return json;
}

Json team_habit_json(const domain::TeamHabit& habit) {
  return {{"id", habit.id},   {"after", habit.after},   {"will", habit.will},         {"celebrate", habit.celebrate},
          {"why", habit.why}, {"points", habit.points}, {"own_rank", habit.own_rank}, {"shipped", habit.shipped}};
}

Json habit_book_json(const domain::HabitBook& book, absl::TimeZone zone) {
  Json json = {{"habit", nullptr}, {"routines", Json::array()}};
  if (book.current) {
    const domain::ChosenHabit& habit = *book.current;
    json["habit"] = {{"id", habit.id},
                     {"after", habit.after},
                     {"will", habit.will},
                     {"celebrate", habit.celebrate},
                     {"since", moment_json(habit.since, zone)},
                     {"repetitions", habit.repetitions},
                     {"asked_from", habit.ask_at},
                     {"asked", domain::asks_routine(habit)}};
  }
  for (const domain::Routine& routine : book.shelf) {
    json["routines"].push_back({{"id", routine.id},
                                {"after", routine.after},
                                {"will", routine.will},
                                {"repetitions", routine.repetitions},
                                {"since", moment_json(routine.since, zone)},
                                {"routine_since", moment_json(routine.routine_since, zone)}});
  }
  return json;
}

}  // namespace aandacht::ctl
