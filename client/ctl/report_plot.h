// Reports as pictures.
#pragma once

#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "shared/domain/report.h"

namespace aandacht::ctl {

/// Mean sentiment by row, and below it the shares of negative and positive turns. Errors as write_plot();
/// FAILED_PRECONDITION: there is nothing to draw.
[[nodiscard]] absl::Status plot_sentiment(const domain::SentimentReport& report, const domain::ReportQuestion& question,
                                          absl::TimeZone zone, const std::string& file);

/// Due, kept and broken promises by day. Errors as above.
[[nodiscard]] absl::Status plot_promises(const domain::PromiseReport& report, const std::string& file);

}  // namespace aandacht::ctl
