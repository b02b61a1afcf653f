// The console's page of reports: figures with axes, numbers beside them, and all the wording.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "client/model/export_model.h"
#include "client/model/language.h"
#include "client/model/report_choice.h"
#include "shared/domain/report.h"

namespace aandacht::model {

/// What the service told; absent: not yet.
struct ReportSources {
  std::optional<domain::SentimentReport> sentiment;
  std::optional<domain::ExperienceReport> experience;
  std::optional<domain::CardReport> cards;
  std::optional<domain::PromiseReport> promises;
  std::vector<std::string> teams;          ///< That had calls.
  std::optional<absl::CivilDay> asked_on;  ///< The day that the question was asked on; the period ends with it.
  std::string problem;                     ///< A status' message; empty: none.
  bool away = false;                       ///< The service does not answer; what is shown may be old.
  std::string typed_from;                  ///< Of days picked by hand, as they are typed.
  std::string typed_to;
  absl::CivilDay today;   ///< In the service's time zone.
  std::string time_zone;  ///< The service's; empty: not known yet, then it is this machine's.
  ExportState file;
};

struct ReportPoint {
  double x = 0;
  std::optional<double> y;
  double low = 0;
  double high = 0;
  std::string words;
};

enum class ReportLook { kLine, kBars, kInterval };

struct ReportSeries {
  std::string name;
  ReportLook look = ReportLook::kLine;
  std::vector<ReportPoint> points;
};

enum class ReportAcross { kTime, kHours, kNames };

/// One picture.
struct ReportFigure {
  std::string title;
  std::string x_title;
  std::string y_title;
  std::optional<double> from;
  std::optional<double> to;
  bool whole = false;    ///< Counts.
  bool percent = false;  ///< Shares of a hundred.
  ReportAcross across = ReportAcross::kNames;
  std::vector<std::string> names;
  std::vector<ReportSeries> series;
  std::optional<double> rule;
  std::optional<double> x_from = std::nullopt;  ///< Of an axis of time, seconds since the epoch; absent: as the points.
  std::optional<double> x_to = std::nullopt;
  bool whole_days = false;  ///< Marks of an axis of time stand at days, not within one.
};

/// Numbers in rows; the first cell stands left, the others right.
struct ReportTable {
  std::vector<std::string> captions;
  std::vector<std::vector<std::string>> rows;
};

struct ReportModel {
  std::string title;
  std::vector<std::string> tabs;
  int tab = 0;
  std::vector<std::string> periods;
  int period = 0;
  std::vector<std::string> rows_by;  ///< Empty: there is no choice.
  int by = 0;
  std::string team_hint;
  std::vector<std::string> teams;  ///< All of them first.
  int team = 0;
  std::vector<ReportFigure> figures;
  ReportTable table;
  std::vector<std::string> notes;
  std::string empty;         ///< Instead of figures: what will appear here, and how.
  std::string empty_detail;  ///< Below it.
  std::string trouble;       ///< Something did not work, and what still does.
  bool own_days = false;     ///< The days are picked by hand.
  absl::CivilDay from;
  absl::CivilDay to;
  std::string from_caption;
  std::string to_caption;
  std::string days_fault;  ///< Empty: the days will do.
  std::string days_note;   ///< In which time zone they are.
  std::string save_label;  ///< Goes to the tab of files; empty: there is nothing to save on this tab.
  std::optional<ExportModel> file;
  Language language = Language::kDutch;
  absl::TimeZone zone = absl::UTCTimeZone();
};

[[nodiscard]] ReportModel make_report_model(const ReportSources& sources, const ReportChoice& choice, Language language,
                                            absl::TimeZone zone);

}  // namespace aandacht::model
