// The page of reports, drawn.
#pragma once

#include <variant>
#include <vector>

#include "client/model/report_model.h"
#include "client/supervisor/page_frame.h"

namespace aandacht::supervisor {

/// Indexes into the model's labels.
struct ShowReport {
  int tab = 0;
};
struct ChoosePeriod {
  int period = 0;
};
struct ChooseRows {
  int by = 0;
};
struct ChooseReportTeam {
  int team = 0;  ///< 0: all.
};
struct SaveReport {};

using ReportAction = std::variant<ShowReport, ChoosePeriod, ChooseRows, ChooseReportTeam, SaveReport>;

/// What was pressed in this frame.
[[nodiscard]] std::vector<ReportAction> draw_reports(const model::ReportModel& model, PageFrame& frame);

}  // namespace aandacht::supervisor
