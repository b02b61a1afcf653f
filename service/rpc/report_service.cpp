#include "aandacht/v1/reports.grpc.pb.h"
#include "service/rpc/answers.h"
#include "service/rpc/services.h"
#include "service/rpc/team_scope.h"
#include "shared/wire/enums.h"
#include "shared/wire/time.h"

namespace aandacht::rpc {
namespace {

std::optional<core::ReportBy> from_proto(v1::ReportBy by) {
  switch (by) {
    case v1::REPORT_BY_UNSPECIFIED:
      return core::ReportBy::kTotal;
    case v1::REPORT_BY_HOUR:
      return core::ReportBy::kHour;
    case v1::REPORT_BY_DAY:
      return core::ReportBy::kDay;
    case v1::REPORT_BY_HOUR_OF_DAY:
      return core::ReportBy::kHourOfDay;
    case v1::REPORT_BY_TOPIC:
      return core::ReportBy::kTopic;
    case v1::REPORT_BY_QUEUE:
      return core::ReportBy::kQueue;
    case v1::REPORT_BY_TEAM:
      return core::ReportBy::kTeam;
    default:
      return std::nullopt;
  }
}

void fill(const core::RowKey& key, core::ReportBy by, absl::TimeZone zone, v1::ReportKey& message) {
  if (by == core::ReportBy::kHour || by == core::ReportBy::kDay) {
    *message.mutable_start_time() = wire::to_proto(absl::FromCivil(key.hour, zone));
  }
  message.set_hour_of_day(key.hour_of_day);
  message.set_name(key.name);
}

void fill(const store::Counting& counting, v1::CountingProgress& message) {
  message.set_done(counting.done);
  message.set_counted(counting.counted);
  message.set_total(counting.all);
}

double share(double sum, int count) { return count == 0 ? 0 : sum / count; }

void fill(const core::SentimentSums& sums, v1::SentimentRow& row) {
  row.set_turn_count(sums.turns);
  row.set_negative_count(sums.negative);
  row.set_neutral_count(sums.neutral);
  row.set_positive_count(sums.positive);
  row.set_mean_score(share(sums.sum, sums.turns));
  row.set_call_count(sums.calls);
  row.set_scored_call_count(sums.scored_calls);
  row.set_mean_start(share(sums.start, sums.scored_calls));
  row.set_mean_end(share(sums.end, sums.scored_calls));
  row.set_mean_lowest(share(sums.lowest, sums.scored_calls));
}

void fill(const core::GradeCounts& counts, v1::GradeCounts& message) {
  message.set_low(counts[0]);
  message.set_middle(counts[1]);
  message.set_high(counts[2]);
}

void fill(const core::ExperienceCounts& counts, v1::ExperienceCounts& message) {
  fill(counts[0], *message.mutable_effectiveness());
  fill(counts[1], *message.mutable_ease());
  fill(counts[2], *message.mutable_emotion());
}

void fill(const core::MeanSums& sums, v1::ScoreChange& message) {
  message.set_count(sums.count);
  message.set_mean(sums.mean());
  if (sums.count >= 2) message.set_margin(sums.margin());
}

/// The days and teams of any of the requests.
template <typename Request>
absl::StatusOr<core::ReportScope> scope_of(const Request& request, const security::Caller& caller, core::Core& core) {
  if (!request.has_from_day() || !request.has_to_day()) {
    return absl::InvalidArgumentError("from_day and to_day are needed; send both");
  }
  const absl::StatusOr<absl::CivilDay> from = wire::day_from_proto(request.from_day());
  const absl::StatusOr<absl::CivilDay> to = wire::day_from_proto(request.to_day());
  if (!from.ok() || !to.ok()) return absl::InvalidArgumentError("from_day or to_day is out of range");
  auto teams =
      teams_of(request, caller, core.teams(), [&core](const auto& team) { return core.exports().keeps(team); });
  if (!teams.ok()) return teams.status();
  return core::ReportScope{*from, *to, *std::move(teams), {}};
}

// Unary calls are taken as bytes, to be read leniently.
using RawSentiment = v1::ReportService::WithRawCallbackMethod_GetSentimentReport<v1::ReportService::Service>;
using RawExperience = v1::ReportService::WithRawCallbackMethod_GetExperienceReport<RawSentiment>;
using RawCards = v1::ReportService::WithRawCallbackMethod_GetCardReport<RawExperience>;
using RawService = v1::ReportService::WithRawCallbackMethod_GetPromiseReport<RawCards>;

class ReportService final : public RawService {
 public:
  explicit ReportService(core::Core& core) : core_(core) {}

  grpc::ServerUnaryReactor* GetSentimentReport(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                               grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &ReportService::sentiment);
  }

  grpc::ServerUnaryReactor* GetExperienceReport(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                                grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &ReportService::experience);
  }

  grpc::ServerUnaryReactor* GetCardReport(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                          grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &ReportService::cards);
  }

  grpc::ServerUnaryReactor* GetPromiseReport(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                             grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &ReportService::promises);
  }

 private:
  void sentiment(const v1::GetSentimentReportRequest& request, const Answer<v1::GetSentimentReportResponse>& answer) {
    const auto by = from_proto(request.by());
    if (!by) return answer.refuse_enum("by");
    absl::StatusOr<core::ReportScope> scope = scope_of(request, answer.caller(), core_);
    if (!scope.ok()) return answer.finish(scope.status());
    scope->language = request.language();
    const auto report = core_.reports().sentiment(*scope, *by);
    if (!report.ok()) return answer.finish(report.status());
    for (const auto& [key, sums] : report->figures.rows()) {
      v1::SentimentRow& row = *answer.response().add_rows();
      fill(key, *by, core_.reports().zone(), *row.mutable_key());
      fill(sums, row);
    }
    fill(report->counting, *answer.response().mutable_counting());
    answer.response().set_time_zone(core_.reports().zone().name());
    answer.finish(absl::OkStatus());
  }

  void experience(const v1::GetExperienceReportRequest& request,
                  const Answer<v1::GetExperienceReportResponse>& answer) {
    const auto by = from_proto(request.by());
    if (!by) return answer.refuse_enum("by");
    absl::StatusOr<core::ReportScope> scope = scope_of(request, answer.caller(), core_);
    if (!scope.ok()) return answer.finish(scope.status());
    scope->language = request.language();
    const auto report = core_.reports().experience(*scope, *by);
    if (!report.ok()) return answer.finish(report.status());
    for (const auto& [key, sums] : report->figures.rows()) {
      v1::ExperienceReportRow& row = *answer.response().add_rows();
      fill(key, *by, core_.reports().zone(), *row.mutable_key());
      row.set_call_count(sums.calls);
      row.set_surveyed_count(sums.surveyed);
      fill(sums.answers, *row.mutable_answers());
      fill(sums.text, *row.mutable_text());
    }
    fill(report->counting, *answer.response().mutable_counting());
    answer.response().set_time_zone(core_.reports().zone().name());
    answer.finish(absl::OkStatus());
  }

  void cards(const v1::GetCardReportRequest& request, const Answer<v1::GetCardReportResponse>& answer) {
    const absl::StatusOr<core::ReportScope> scope = scope_of(request, answer.caller(), core_);
    if (!scope.ok()) return answer.finish(scope.status());
    const auto report = core_.reports().cards(*scope);
    if (!report.ok()) return answer.finish(report.status());
    for (const auto& [kind, sums] : report->figures.kinds) {
      v1::CardReportRow& row = *answer.response().add_rows();
      row.set_kind(wire::to_proto(kind));
      row.set_shown_count(sums.shown);
      row.set_used_count(sums.used);
      fill(sums.change_used, *row.mutable_after_used());
      fill(sums.change_not_used, *row.mutable_after_not_used());
    }
    answer.response().set_left_out(report->figures.left_out);
    fill(report->counting, *answer.response().mutable_counting());
    answer.finish(absl::OkStatus());
  }

  void promises(const v1::GetPromiseReportRequest& request, const Answer<v1::GetPromiseReportResponse>& answer) {
    const absl::StatusOr<core::ReportScope> scope = scope_of(request, answer.caller(), core_);
    if (!scope.ok()) return answer.finish(scope.status());
    const auto report = core_.reports().promises(*scope);
    if (!report.ok()) return answer.finish(report.status());
    for (const auto& [day, counts] : report->figures.days) {
      v1::PromiseDay& row = *answer.response().add_days();
      *row.mutable_day() = wire::to_proto(day);
      row.set_made_count(counts.made);
      row.set_dated_count(counts.dated);
      row.set_due_count(counts.due);
      row.set_kept_count(counts.kept);
      row.set_broken_count(counts.broken);
      row.set_overdue_count(counts.overdue);
    }
    answer.response().set_left_out(report->figures.left_out);
    fill(report->counting, *answer.response().mutable_counting());
    answer.finish(absl::OkStatus());
  }

  core::Core& core_;
};

}  // namespace

std::unique_ptr<grpc::Service> make_report_service(core::Core& core) { return std::make_unique<ReportService>(core); }

}  // namespace aandacht::rpc
