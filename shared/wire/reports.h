// Reports from and to the contracts.
#pragma once

#include "aandacht/v1/reports.pb.h"
#include "absl/status/statusor.h"
#include "shared/domain/report.h"

namespace aandacht::wire {

[[nodiscard]] v1::ReportBy to_proto(domain::ReportBy by);

[[nodiscard]] v1::GetSentimentReportRequest to_sentiment_request(const domain::ReportQuestion& question);
[[nodiscard]] v1::GetExperienceReportRequest to_experience_request(const domain::ReportQuestion& question);
[[nodiscard]] v1::GetCardReportRequest to_card_request(const domain::ReportQuestion& question);
[[nodiscard]] v1::GetPromiseReportRequest to_promise_request(const domain::ReportQuestion& question);

/// INVALID_ARGUMENT: a time out of range. Rows of a kind that this version does not know are left out.
[[nodiscard]] absl::StatusOr<domain::SentimentReport> from_proto(const v1::GetSentimentReportResponse& message);
[[nodiscard]] absl::StatusOr<domain::ExperienceReport> from_proto(const v1::GetExperienceReportResponse& message);
[[nodiscard]] domain::CardReport from_proto(const v1::GetCardReportResponse& message);
[[nodiscard]] absl::StatusOr<domain::PromiseReport> from_proto(const v1::GetPromiseReportResponse& message);

}  // namespace aandacht::wire
