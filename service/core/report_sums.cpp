#include "service/core/report_sums.h"

#include <cmath>
#include <limits>

namespace aandacht::core {
namespace {

RowKey key_of(const ReportKeys& keys, absl::Time hour, const std::string& team, const std::string& queue,
              const std::string& why_id) {
  RowKey key;
  const absl::CivilHour civil = absl::ToCivilHour(hour, keys.zone);
  switch (keys.by) {
    case ReportBy::kTotal:
      break;
    case ReportBy::kHour:
      key.hour = civil;
      break;
    case ReportBy::kDay:
      key.hour = absl::CivilHour(absl::CivilDay(civil));
      break;
    case ReportBy::kHourOfDay:
      key.hour_of_day = static_cast<int>(civil.hour());
      break;
    case ReportBy::kTopic:
      if (!why_id.empty() && keys.topic_of) key.name = keys.topic_of(why_id);
      break;
    case ReportBy::kQueue:
      key.name = queue;
      break;
    case ReportBy::kTeam:
      key.name = team;
      break;
  }
  return key;
}

RowKey key_of(const ReportKeys& keys, const store::CountedCall& call) {
  return key_of(keys, call.hour, call.count.team, call.count.queue, call.why_id);
}

void add_grade(GradeCounts& counts, domain::Grade grade) {
  switch (grade) {
    case domain::Grade::kUnknown:
      return;
    case domain::Grade::kLow:
      ++counts[0];
      return;
    case domain::Grade::kMiddle:
      ++counts[1];
      return;
    case domain::Grade::kHigh:
      ++counts[2];
      return;
  }
}

void add_grades(ExperienceCounts& counts, const domain::ThreeEs& grades) {
  add_grade(counts[0], grades.effectiveness);
  add_grade(counts[1], grades.ease);
  add_grade(counts[2], grades.emotion);
}

void add_mean(MeanSums& to, const MeanSums& part) {
  to.count += part.count;
  to.sum += part.sum;
  to.squares += part.squares;
}

// "Friday" may be told as 00:00 UTC of it, which is Friday in no zone west of Greenwich, or as 23:59 where the call is.
absl::CivilDay due_day(const store::CountedPromise& promise, absl::TimeZone zone) {
  if (!promise.due) return promise.day;
  const absl::CivilSecond utc = absl::ToCivilSecond(*promise.due, absl::UTCTimeZone());
  if (utc == absl::CivilSecond(absl::CivilDay(utc))) return absl::CivilDay(utc);
  return absl::ToCivilDay(*promise.due, zone);
}

}  // namespace

void SentimentReport::add(const store::SentimentHour& hour) {
  SentimentSums& row = rows_[key_of(keys_, hour.hour, hour.team, hour.queue, hour.why_id)];
  row.turns += hour.turns;
  row.sum += hour.sum;
  row.negative += hour.negative;
  row.neutral += hour.neutral;
  row.positive += hour.positive;
}

void SentimentReport::add(const store::CountedCall& call) {
  SentimentSums& row = rows_[key_of(keys_, call)];
  ++row.calls;
  if (call.count.scored == 0) return;
  ++row.scored_calls;
  row.start += call.count.start;
  row.end += call.count.end;
  row.lowest += call.count.lowest;
}

void ExperienceReport::add(const store::CountedCall& call) {
  ExperienceSums& row = rows_[key_of(keys_, call)];
  ++row.calls;
  if (call.answers != domain::ThreeEs()) ++row.surveyed;
  add_grades(row.answers, call.answers);
  add_grades(row.text, call.count.text);
}

void MeanSums::add(double value) {
  ++count;
  sum += value;
  squares += value * value;
}

double MeanSums::margin() const {
  if (count < 2) return std::numeric_limits<double>::infinity();
  const double variance = std::max(0.0, (squares - sum * sum / count) / (count - 1));
  return 1.645 * std::sqrt(variance / count);
}

void CardReport::add(const store::CountedCard& card) {
  Cell& cell = cells_[{card.team, absl::ToCivilDay(card.hour, zone_), card.kind}];
  cell.agents.insert(card.agent_id);
  ++cell.sums.shown;
  if (card.used) ++cell.sums.used;
  if (!card.before || !card.after) return;
  (card.used ? cell.sums.change_used : cell.sums.change_not_used).add(*card.after - *card.before);
}

CardReport::Sums CardReport::sums() const {
  Sums sums;
  for (const auto& [key, cell] : cells_) {
    if (cell.agents.size() < kFewestAgents) {
      sums.left_out = true;
      continue;
    }
    CardSums& kind = sums.kinds[std::get<domain::CardKind>(key)];
    kind.shown += cell.sums.shown;
    kind.used += cell.sums.used;
    add_mean(kind.change_used, cell.sums.change_used);
    add_mean(kind.change_not_used, cell.sums.change_not_used);
  }
  return sums;
}

void PromiseReport::add(const store::CountedCall& call) {
  Cell& cell = cells_[{call.count.team, absl::ToCivilDay(call.hour, zone_)}];
  cell.agents.insert(call.count.agent_id);
  cell.made += call.count.promises;
  cell.dated += call.count.dated_promises;
}

void PromiseReport::add(const store::CountedPromise& promise) {
  const absl::CivilDay day = due_day(promise, zone_);
  if (day < from_ || day > to_) return;
  PromiseDay& counts = days_[day];
  ++counts.due;
  switch (promise.state) {
    case domain::PromiseState::kKept:
      ++counts.kept;
      return;
    case domain::PromiseState::kBroken:
      ++counts.broken;
      return;
    case domain::PromiseState::kOpen:
      if (promise.due && day < absl::ToCivilDay(now_, zone_)) ++counts.overdue;
      return;
  }
}

PromiseReport::Sums PromiseReport::sums() const {
  Sums sums{days_, false};
  for (const auto& [key, cell] : cells_) {
    if (cell.agents.size() < kFewestAgents) {
      sums.left_out = true;  // Made or not: that would tell of a few.
      continue;
    }
    if (cell.made == 0) continue;
    sums.days[key.second].made += cell.made;
    sums.days[key.second].dated += cell.dated;
  }
  return sums;
}

}  // namespace aandacht::core
