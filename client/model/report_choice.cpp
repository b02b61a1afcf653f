#include "client/model/report_choice.h"

#include <optional>

#include "client/model/day_text.h"

namespace aandacht::model {

CheckedDays check_days(const std::string& from, const std::string& to, absl::CivilDay today, int most) {
  const std::optional<absl::CivilDay> first = read_day(from);
  if (!first) return {DaysFault::kNoFirst, {}, {}};
  const std::optional<absl::CivilDay> last = read_day(to);
  if (!last) return {DaysFault::kNoLast, {}, {}};
  if (*last < *first) return {DaysFault::kBackwards, {}, {}};
  if (*last > today) return {DaysFault::kFuture, {}, {}};
  if (*last - *first >= most) return {DaysFault::kTooMany, {}, {}};
  return {DaysFault::kNone, *first, *last};
}

int most_days(const ReportChoice& choice, ExportWhat exported) {
  constexpr int kByHour = 100;
  constexpr int kOtherwise = 1100;
  constexpr int kAll = 100 * 366;
  if (choice.tab == ReportTab::kExport && !is_table(exported)) return kAll;
  return chooses_rows(choice, exported) && choice.by == domain::ReportBy::kHour ? kByHour : kOtherwise;
}

domain::ReportQuestion question_of(const ReportChoice& choice, absl::CivilDay today) {
  domain::ReportQuestion question{choice.from, choice.to, choice.by, {}};
  if (choice.period != kOwnDays) {
    question.from = today + 1 - kReportPeriods[choice.period];
    question.to = today;
  }
  if (choice.one_team) question.teams = {choice.team};
  return question;
}

const std::vector<domain::ReportBy>& report_rows() {
  using domain::ReportBy;
  static const std::vector<domain::ReportBy> rows = {ReportBy::kDay,   ReportBy::kHour,  ReportBy::kHourOfDay,
                                                     ReportBy::kTopic, ReportBy::kQueue, ReportBy::kTeam};
  return rows;
}

bool chooses_rows(const ReportChoice& choice, ExportWhat exported) {
  return choice.tab == ReportTab::kSentiment || (choice.tab == ReportTab::kExport && has_rows_by(exported));
}

ExportWhat table_of(ReportTab tab) {
  switch (tab) {
    case ReportTab::kSentiment:
    case ReportTab::kExport:
      return ExportWhat::kSentimentTable;
    case ReportTab::kExperience:
      return ExportWhat::kExperienceTable;
    case ReportTab::kCards:
      return ExportWhat::kCardTable;
    case ReportTab::kPromises:
      return ExportWhat::kPromiseTable;
  }
  return ExportWhat::kSentimentTable;
}

}  // namespace aandacht::model
