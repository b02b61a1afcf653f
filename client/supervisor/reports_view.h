// The page of reports, drawn.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "client/model/report_model.h"
#include "client/supervisor/export_view.h"
#include "client/supervisor/page_frame.h"
#include "client/ui/date_field.h"

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
/// Both fields of days, as they stand.
struct TypeDays {
  std::string from;
  std::string to;
};
/// Goes to the tab of files.
struct SaveReport {};

using ReportAction =
    std::variant<ShowReport, ChoosePeriod, ChooseRows, ChooseReportTeam, TypeDays, SaveReport, ExportAction>;

/// What the page holds between two frames.
struct ReportFields {
  ui::DateField from;
  ui::DateField to;
  TypeDays said;  ///< What was last reported of them.
  ExportFields file;
};

/// What was pressed or typed in this frame.
[[nodiscard]] std::vector<ReportAction> draw_reports(const model::ReportModel& model, ReportFields& fields,
                                                     PageFrame& frame);

}  // namespace aandacht::supervisor
