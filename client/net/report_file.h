// Reports as files: the rows of a report's table, with numbers for a spreadsheet instead of words for a person.
#pragma once

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "client/net/export_download.h"
#include "shared/domain/report.h"

namespace aandacht::net {

enum class ReportKind { kSentiment, kExperience, kCards, kPromises };

// The whole of each: a header row and the rows, in the form of the service's exports (docs/import-export.md). The first
// column is what `by` says, where rows can be chosen; days and hours are those of `zone`.

[[nodiscard]] std::string table_of(const domain::SentimentReport& report, domain::ReportBy by, ExportFormat format,
                                   absl::TimeZone zone);
[[nodiscard]] std::string table_of(const domain::ExperienceReport& report, domain::ReportBy by, ExportFormat format,
                                   absl::TimeZone zone);
[[nodiscard]] std::string table_of(const domain::CardReport& report, ExportFormat format);
[[nodiscard]] std::string table_of(const domain::PromiseReport& report, ExportFormat format);

struct ReportWish {
  ReportKind kind = ReportKind::kSentiment;
  domain::ReportQuestion question;
  ExportFormat format = ExportFormat::kCsv;
  absl::TimeZone zone;  ///< Of the service.
};

/// Asks for the report and writes it; blocks. Nothing is asked when the file cannot be begun.
///
/// \param stop  ends it from another thread; may be null.
/// Statuses are those of Reports and WholeFile, CANCELLED when it was stopped.
[[nodiscard]] absl::StatusOr<ExportSize> download_report_file(const std::shared_ptr<grpc::Channel>& channel,
                                                              const ReportWish& wish, const ExportPlace& place,
                                                              Stop* stop = nullptr);

}  // namespace aandacht::net
