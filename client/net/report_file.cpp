#include "client/net/report_file.h"

#include <grpcpp/grpcpp.h>

#include <chrono>
#include <functional>
#include <utility>
#include <vector>

#include "aandacht/v1/reports.grpc.pb.h"
#include "absl/strings/str_cat.h"
#include "client/net/channel.h"
#include "shared/base/export_table.h"
#include "shared/content/choices.h"
#include "shared/wire/reports.h"

namespace aandacht::net {
namespace {

using base::ExportTable;
using domain::ReportBy;

constexpr auto kTimeout = std::chrono::seconds(30);

ExportTable begin(ExportFormat format, absl::TimeZone zone, std::vector<std::string> columns) {
  ExportTable table(format == ExportFormat::kCsv ? ExportTable::Format::kCsv : ExportTable::Format::kJsonLines, zone,
                    std::move(columns));
  table.head();
  return table;
}

const char* key_column(ReportBy by) {
  switch (by) {
    case ReportBy::kTotal:
      return "total";
    case ReportBy::kHour:
      return "hour";
    case ReportBy::kDay:
      return "day";
    case ReportBy::kHourOfDay:
      return "hour_of_day";
    case ReportBy::kTopic:
      return "topic";
    case ReportBy::kQueue:
      return "queue";
    case ReportBy::kTeam:
      return "team_id";
  }
  return "";
}

void write_key(const domain::ReportKey& key, ReportBy by, absl::TimeZone zone, ExportTable& table) {
  switch (by) {
    case ReportBy::kTotal:
      return table.text("total");
    case ReportBy::kHour:
      return table.time(key.start.value_or(absl::InfinitePast()));
    case ReportBy::kDay:
      return key.start ? table.text(absl::FormatCivilTime(absl::ToCivilDay(*key.start, zone))) : table.absent();
    case ReportBy::kHourOfDay:
      return table.count(key.hour_of_day);
    case ReportBy::kTopic:
    case ReportBy::kQueue:
    case ReportBy::kTeam:
      return table.text(key.name);
  }
}

/// A mean over `count`: absent over nothing.
void write_mean(double mean, int count, ExportTable& table) { count > 0 ? table.number(mean) : table.absent(); }

void write_grades(const domain::ExperienceCounts& counts, ExportTable& table) {
  for (const domain::GradeCounts& grades : counts) {
    for (const int count : grades) table.count(count);
  }
}

void write_change(const domain::ScoreChange& change, ExportTable& table) {
  table.count(change.count);
  write_mean(change.mean, change.count, table);
  change.margin ? table.number(*change.margin) : table.absent();
}

/// Asks and waits.
template <typename Response, typename Method, typename Request>
absl::StatusOr<Response> ask(const std::shared_ptr<grpc::Channel>& channel, Method method, const Request& request,
                             Stop* stop) {
  const std::unique_ptr<v1::ReportService::Stub> stub = v1::ReportService::NewStub(channel);
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + kTimeout);
  const Stop::Call call(stop, context);
  Response response;
  const absl::Status status = to_status((stub.get()->*method)(&context, request, &response));
  if (!status.ok()) return status;
  return response;
}

/// What was told, written down.
template <typename Response, typename Report>
absl::StatusOr<std::string> told(const absl::StatusOr<Response>& response,
                                 const std::function<std::string(const Report&)>& write) {
  if (!response.ok()) return response.status();
  const absl::StatusOr<Report> report = wire::from_proto(*response);
  if (!report.ok()) return report.status();
  return write(*report);
}

/// The whole file.
absl::StatusOr<std::string> table_for(const std::shared_ptr<grpc::Channel>& channel, const ReportWish& wish,
                                      Stop* stop) {
  using Stub = v1::ReportService::Stub;
  switch (wish.kind) {
    case ReportKind::kSentiment:
      return told<v1::GetSentimentReportResponse, domain::SentimentReport>(
          ask<v1::GetSentimentReportResponse>(channel, &Stub::GetSentimentReport,
                                              wire::to_sentiment_request(wish.question), stop),
          [&](const domain::SentimentReport& report) {
            return table_of(report, wish.question.by, wish.format, wish.zone);
          });
    case ReportKind::kExperience:
      return told<v1::GetExperienceReportResponse, domain::ExperienceReport>(
          ask<v1::GetExperienceReportResponse>(channel, &Stub::GetExperienceReport,
                                               wire::to_experience_request(wish.question), stop),
          [&](const domain::ExperienceReport& report) {
            return table_of(report, wish.question.by, wish.format, wish.zone);
          });
    case ReportKind::kCards:
      return told<v1::GetCardReportResponse, domain::CardReport>(
          ask<v1::GetCardReportResponse>(channel, &Stub::GetCardReport, wire::to_card_request(wish.question), stop),
          [&](const domain::CardReport& report) { return table_of(report, wish.format); });
    case ReportKind::kPromises:
      return told<v1::GetPromiseReportResponse, domain::PromiseReport>(
          ask<v1::GetPromiseReportResponse>(channel, &Stub::GetPromiseReport, wire::to_promise_request(wish.question),
                                            stop),
          [&](const domain::PromiseReport& report) { return table_of(report, wish.format); });
  }
  return absl::InvalidArgumentError("no such report");
}

}  // namespace

std::string table_of(const domain::SentimentReport& report, ReportBy by, ExportFormat format, absl::TimeZone zone) {
  ExportTable table = begin(format, zone,
                            {key_column(by), "call_count", "scored_call_count", "turn_count", "negative_count",
                             "neutral_count", "positive_count", "mean_score", "mean_start", "mean_end", "mean_lowest"});
  for (const domain::SentimentRow& row : report.rows) {
    write_key(row.key, by, zone, table);
    for (const int count : {row.calls, row.scored_calls, row.turns, row.negative, row.neutral, row.positive})
      table.count(count);
    write_mean(row.mean, row.turns, table);
    for (const double mean : {row.start, row.end, row.lowest}) write_mean(mean, row.scored_calls, table);
    table.end_row();
  }
  return table.take();
}

std::string table_of(const domain::ExperienceReport& report, ReportBy by, ExportFormat format, absl::TimeZone zone) {
  std::vector<std::string> columns = {key_column(by), "call_count", "surveyed_count"};
  for (const char* who : {"answer", "text"}) {
    for (const char* e : {"effectiveness", "ease", "emotion"}) {
      for (const char* grade : {"low", "middle", "high"}) columns.push_back(absl::StrCat(who, "_", e, "_", grade));
    }
  }
  ExportTable table = begin(format, zone, std::move(columns));
  for (const domain::ExperienceReportRow& row : report.rows) {
    write_key(row.key, by, zone, table);
    table.count(row.calls);
    table.count(row.surveyed);
    write_grades(row.answers, table);
    write_grades(row.text, table);
    table.end_row();
  }
  return table.take();
}

std::string table_of(const domain::CardReport& report, ExportFormat format) {
  ExportTable table =
      begin(format, absl::UTCTimeZone(),
            {"kind", "shown_count", "used_count", "after_used_count", "after_used_mean", "after_used_margin_90",
             "after_not_used_count", "after_not_used_mean", "after_not_used_margin_90"});
  for (const domain::CardReportRow& row : report.rows) {
    table.text(content::name_of(content::kCardKinds, row.kind));
    table.count(row.shown);
    table.count(row.used);
    write_change(row.after_used, table);
    write_change(row.after_not_used, table);
    table.end_row();
  }
  return table.take();
}

std::string table_of(const domain::PromiseReport& report, ExportFormat format) {
  ExportTable table =
      begin(format, absl::UTCTimeZone(),
            {"day", "made_count", "dated_count", "due_count", "kept_count", "broken_count", "overdue_count"});
  for (const domain::PromiseDay& day : report.days) {
    table.text(absl::FormatCivilTime(day.day));
    for (const int count : {day.made, day.dated, day.due, day.kept, day.broken, day.overdue}) table.count(count);
    table.end_row();
  }
  return table.take();
}

absl::StatusOr<ExportSize> download_report_file(const std::shared_ptr<grpc::Channel>& channel, const ReportWish& wish,
                                                const ExportPlace& place, Stop* stop) {
  WholeFile file(place.path, place.replace, Readers::kEverybody);
  if (absl::Status status = file.open(); !status.ok()) return status;
  const absl::StatusOr<std::string> table = table_for(channel, wish, stop);
  if (!table.ok()) return table.status();
  absl::Status status = file.write(*table);
  if (status.ok() && stop != nullptr) status = stop->status();
  if (status.ok()) status = file.finish();
  if (!status.ok()) return status;
  RowCount count(wish.format);
  count.add(*table);
  return count.size();
}

}  // namespace aandacht::net
