// Reports as the console may have them.
#pragma once

#include "client/model/report_model.h"

namespace aandacht::test {

/// Two weeks of a team, all four reports.
[[nodiscard]] model::ReportSources typical_reports();

/// Ninety days by the hour, forty queues with long names, every note there is.
[[nodiscard]] model::ReportSources full_reports(model::ReportChoice& choice);

/// Turns that are saved as a file, at this point of it.
[[nodiscard]] model::ReportSources with_file(model::ExportPhase phase);

/// The service answered, and there was nothing.
[[nodiscard]] model::ReportSources empty_reports();

[[nodiscard]] model::ReportModel reports_model(const model::ReportSources& sources, const model::ReportChoice& choice,
                                               model::Language language);

}  // namespace aandacht::test
