// What is chosen on the page of reports: the tab, the days, the rows and the team.
#pragma once

#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "client/model/export_model.h"
#include "shared/domain/report.h"

namespace aandacht::model {

enum class ReportTab { kSentiment, kExperience, kCards, kPromises, kExport };
inline constexpr int kReportTabs = 5;

/// The last so many days, today among them.
inline constexpr int kReportPeriods[] = {1, 7, 30, 90};
/// After these, as a choice: days that are picked by hand.
inline constexpr int kOwnDays = 4;

/// What is chosen on the page.
struct ReportChoice {
  ReportTab tab = ReportTab::kSentiment;
  int period = 1;       ///< Of kReportPeriods, or kOwnDays.
  absl::CivilDay from;  ///< Read when it is kOwnDays; both count.
  absl::CivilDay to;
  domain::ReportBy by = domain::ReportBy::kDay;
  std::string team;  ///< Read when `one_team`; "" is the team of those in none.
  bool one_team = false;

  bool operator==(const ReportChoice&) const = default;
};

/// Why days that were typed cannot be asked for.
enum class DaysFault { kNone, kNoFirst, kNoLast, kBackwards, kFuture, kTooMany };

struct CheckedDays {
  DaysFault fault = DaysFault::kNone;
  absl::CivilDay from;  ///< Both are set when there is no fault.
  absl::CivilDay to;
};

/// `most`: days that are taken at once.
[[nodiscard]] CheckedDays check_days(const std::string& from, const std::string& to, absl::CivilDay today, int most);

/// What the service takes at once: 100 days by the hour, and 1100 otherwise; of calls and turns as many as there are.
[[nodiscard]] int most_days(const ReportChoice& choice, ExportWhat exported);

/// What the service is asked for it.
[[nodiscard]] domain::ReportQuestion question_of(const ReportChoice& choice, absl::CivilDay today);

/// The rows that can be chosen, in the order of ReportModel::rows_by.
[[nodiscard]] const std::vector<domain::ReportBy>& report_rows();

/// Whether the rows stand for days, hours, topics …, as one chooses.
[[nodiscard]] bool chooses_rows(const ReportChoice& choice, ExportWhat exported);

/// The table that a tab shows.
[[nodiscard]] ExportWhat table_of(ReportTab tab);

}  // namespace aandacht::model
