// Something of the service as a file: what, in which form, where, how far it is, and what became of it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "client/model/folder_model.h"
#include "client/model/language.h"
#include "shared/domain/report.h"

namespace aandacht::model {

/// The reports' tables, and what is exported row by row.
enum class ExportWhat {
  kSentimentTable,
  kExperienceTable,
  kCardTable,
  kPromiseTable,
  kCalls,
  kTurns,
  kSentiment,
  kPrompts
};
inline constexpr int kExportWhats = 8;

/// One of the four tables of reports.
[[nodiscard]] bool is_table(ExportWhat what);
/// Its rows stand for days, hours, topics …, as one chooses.
[[nodiscard]] bool has_rows_by(ExportWhat what);
/// Agents whose calls are in it can read who made it.
[[nodiscard]] bool is_told_to_agents(ExportWhat what);

enum class ExportPhase { kIdle, kMayReplace, kRunning, kStopping, kDone, kStopped, kFailed };

enum class ExportFailure { kNone, kNoFolder, kMayNotWrite, kDiskFull, kDisk, kAway, kRefused, kOther };

struct ExportState {
  ExportWhat what = ExportWhat::kSentimentTable;
  bool json_lines = false;
  FolderState folder;
  std::string name;         ///< Of the file, as it is typed.
  bool name_typed = false;  ///< Else it follows what is chosen.
  ExportPhase phase = ExportPhase::kIdle;
  std::int64_t rows = 0;  ///< So far, or in all.
  std::int64_t bytes = 0;
  std::string file;  ///< The last one that was begun.
  ExportFailure failure = ExportFailure::kNone;
  std::string detail;      ///< A status' message.
  bool days_fit = true;    ///< The days that are chosen can be exported.
  bool was_told = false;   ///< Of the last file: is_told_to_agents().
  std::string clock_zone;  ///< "Europe/Amsterdam"; empty: not known.
};

struct ExportModel {
  std::string intro;
  std::string what_caption;
  std::vector<std::string> whats;
  int what = 0;
  std::string about;  ///< What stands in it.
  std::string form_caption;
  std::vector<std::string> forms;
  int form = 0;
  FolderModel folder;
  std::string name_caption;
  std::string name_trouble;    ///< Empty: it will do.
  std::string reason_caption;  ///< Empty: nobody is told.
  std::string reason_hint;
  std::string told;  ///< Who can see that you did.
  std::string save;
  bool can_save = false;
  std::string stop;      ///< The verb while it runs; empty: it does not.
  std::string question;  ///< May the file of that name go; empty: nothing is asked.
  std::string yes;
  std::string no;
  std::string state;  ///< How far it is, or what became of it.
  bool trouble = false;

  bool operator==(const ExportModel&) const = default;
};

/// Pure.
[[nodiscard]] ExportModel make_export_model(const ExportState& state, Language language);

/// "aandacht-turns-2026-11-01-2026-11-07.csv": short enough to be seen whole in its field.
[[nodiscard]] std::string export_file_name(const ExportState& state, const domain::ReportQuestion& question);

}  // namespace aandacht::model
