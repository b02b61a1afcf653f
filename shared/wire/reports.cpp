#include "shared/wire/reports.h"

#include "shared/wire/enums.h"
#include "shared/wire/time.h"

namespace aandacht::wire {
namespace {

template <typename Request>
Request request_of(const domain::ReportQuestion& question) {
  Request request;
  *request.mutable_from_day() = to_proto(question.from);
  *request.mutable_to_day() = to_proto(question.to);
  for (const std::string& team : question.teams) request.add_team_ids(team);
  return request;
}

absl::StatusOr<domain::ReportKey> from_proto(const v1::ReportKey& message) {
  domain::ReportKey key{std::nullopt, message.hour_of_day(), message.name()};
  if (message.has_start_time()) {
    const absl::StatusOr<absl::Time> start = wire::from_proto(message.start_time());
    if (!start.ok()) return start.status();
    key.start = *start;
  }
  return key;
}

domain::CountingProgress from_proto(const v1::CountingProgress& message) {
  return {message.done(), message.counted(), message.total()};
}

domain::GradeCounts from_proto(const v1::GradeCounts& message) {
  return {message.low(), message.middle(), message.high()};
}

domain::ExperienceCounts from_proto(const v1::ExperienceCounts& message) {
  return {from_proto(message.effectiveness()), from_proto(message.ease()), from_proto(message.emotion())};
}

domain::ScoreChange from_proto(const v1::ScoreChange& message) {
  domain::ScoreChange change{message.count(), message.mean(), std::nullopt};
  if (message.has_margin()) change.margin = message.margin();
  return change;
}

}  // namespace

v1::ReportBy to_proto(domain::ReportBy by) {
  switch (by) {
    case domain::ReportBy::kTotal:
      return v1::REPORT_BY_UNSPECIFIED;
    case domain::ReportBy::kHour:
      return v1::REPORT_BY_HOUR;
    case domain::ReportBy::kDay:
      return v1::REPORT_BY_DAY;
    case domain::ReportBy::kHourOfDay:
      return v1::REPORT_BY_HOUR_OF_DAY;
    case domain::ReportBy::kTopic:
      return v1::REPORT_BY_TOPIC;
    case domain::ReportBy::kQueue:
      return v1::REPORT_BY_QUEUE;
    case domain::ReportBy::kTeam:
      return v1::REPORT_BY_TEAM;
  }
  return v1::REPORT_BY_UNSPECIFIED;
}

v1::GetSentimentReportRequest to_sentiment_request(const domain::ReportQuestion& question) {
  auto request = request_of<v1::GetSentimentReportRequest>(question);
  request.set_by(to_proto(question.by));
  request.set_language(question.language);
  return request;
}

v1::GetExperienceReportRequest to_experience_request(const domain::ReportQuestion& question) {
  auto request = request_of<v1::GetExperienceReportRequest>(question);
  request.set_by(to_proto(question.by));
  request.set_language(question.language);
  return request;
}

v1::GetCardReportRequest to_card_request(const domain::ReportQuestion& question) {
  return request_of<v1::GetCardReportRequest>(question);
}

v1::GetPromiseReportRequest to_promise_request(const domain::ReportQuestion& question) {
  return request_of<v1::GetPromiseReportRequest>(question);
}

absl::StatusOr<domain::SentimentReport> from_proto(const v1::GetSentimentReportResponse& message) {
  domain::SentimentReport report{{}, from_proto(message.counting()), message.time_zone()};
  report.rows.reserve(static_cast<std::size_t>(message.rows_size()));
  for (const v1::SentimentRow& each : message.rows()) {
    absl::StatusOr<domain::ReportKey> key = from_proto(each.key());
    if (!key.ok()) return key.status();
    report.rows.push_back({*std::move(key), each.turn_count(), each.negative_count(), each.neutral_count(),
                           each.positive_count(), each.mean_score(), each.call_count(), each.scored_call_count(),
                           each.mean_start(), each.mean_end(), each.mean_lowest()});
  }
  return report;
}

absl::StatusOr<domain::ExperienceReport> from_proto(const v1::GetExperienceReportResponse& message) {
  domain::ExperienceReport report{{}, from_proto(message.counting())};
  for (const v1::ExperienceReportRow& each : message.rows()) {
    absl::StatusOr<domain::ReportKey> key = from_proto(each.key());
    if (!key.ok()) return key.status();
    report.rows.push_back({*std::move(key), each.call_count(), each.surveyed_count(), from_proto(each.answers()),
                           from_proto(each.text())});
  }
  return report;
}

domain::CardReport from_proto(const v1::GetCardReportResponse& message) {
  domain::CardReport report{{}, message.left_out(), from_proto(message.counting())};
  for (const v1::CardReportRow& each : message.rows()) {
    const auto kind = wire::from_proto(each.kind());
    if (!kind) continue;
    report.rows.push_back({*kind, each.shown_count(), each.used_count(), from_proto(each.after_used()),
                           from_proto(each.after_not_used())});
  }
  return report;
}

absl::StatusOr<domain::PromiseReport> from_proto(const v1::GetPromiseReportResponse& message) {
  domain::PromiseReport report{{}, message.left_out(), from_proto(message.counting())};
  for (const v1::PromiseDay& each : message.days()) {
    const absl::StatusOr<absl::CivilDay> day = day_from_proto(each.day());
    if (!day.ok()) return day.status();
    report.days.push_back({*day, each.made_count(), each.dated_count(), each.due_count(), each.kept_count(),
                           each.broken_count(), each.overdue_count()});
  }
  return report;
}

}  // namespace aandacht::wire
