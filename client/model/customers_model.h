// The console's page that brings customers in from a file: which file, which column is what, what would change, what is
// refused and why.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "client/model/folder_model.h"
#include "client/model/language.h"
#include "shared/domain/customer_columns.h"

namespace aandacht::model {

/// Whether the caller's role may bring customers in.
enum class ImportAllowed { kAsking, kYes, kNo, kTokenEnded, kAway };

enum class ImportStep {
  kNoFile,      ///< None is chosen.
  kReading,     ///< Its first rows.
  kUnreadable,  ///< `problem` says why.
  kReady,       ///< Can be tried.
  kTrying,
  kTried,  ///< Can be stored.
  kStoring,
  kStored,
  kStopping,
  kStopped,
  kBroken  ///< The service or the disk broke it off; can be gone on with.
};

/// A column of a CSV file.
struct ImportColumn {
  std::string header;
  std::string sample;  ///< Of the first row.
  domain::CustomerColumn is = domain::CustomerColumn::kNone;
};

/// A row that is not taken.
struct ImportRefusal {
  std::size_t line = 0;  ///< Of the file, from 1.
  std::string column;    ///< Empty: the row.
  domain::CellProblem problem = domain::CellProblem::kOther;
  std::string found;   ///< What stands there.
  std::string reason;  ///< In the service's words.
};

struct CustomersState {
  ImportAllowed allowed = ImportAllowed::kAsking;
  FolderState folder;
  std::string file;  ///< A name in the folder; empty: none is chosen.
  ImportStep step = ImportStep::kNoFile;
  std::string problem;
  bool is_csv = false;
  bool was_utf8 = true;
  char separator = ',';
  std::vector<ImportColumn> columns;
  int country = 0;       ///< Of import_countries().
  bool dry_run = true;   ///< What runs now, or ran last.
  std::size_t sent = 0;  ///< Rows so far.
  std::size_t rows = 0;  ///< In all, that can be sent; 0: not known.
  int created = 0;
  int changed = 0;
  int same = 0;
  std::vector<ImportRefusal> refusals;  ///< In the order of the file.
  std::size_t refused_rows = 0;         ///< A row may have several.
  int selected = -1;                    ///< Of `refusals`.
  std::string refused_file;             ///< Where the refused rows were saved; empty: nowhere.
  std::string refused_problem;          ///< Why they could not.
};

struct ImportColumnRow {
  std::string header;
  std::string sample;
  int is = 0;  ///< Of CustomersModel::fields.
};

struct ImportRefusalRow {
  std::string line;
  std::string column;
  std::string what;
};

/// What stands at the right about the chosen row.
struct ImportRefusalDetail {
  std::string title;
  std::string what;
  std::string to_do;
};

struct CustomersModel {
  std::string title;
  std::string blocked;  ///< Why this cannot be used; empty: it can.
  std::vector<std::string> blocked_details;
  std::string again;  ///< A verb that asks again; empty: none.
  std::string intro;
  FolderModel folder;
  std::string file_caption;
  std::vector<std::string> files;
  int file = -1;
  std::string file_hint;
  std::string file_note;  ///< How it is read, or why it cannot be.
  bool file_trouble = false;
  std::string columns_caption;
  std::vector<ImportColumnRow> columns;
  std::vector<std::string> fields;
  std::string country_caption;  ///< Empty: there are no columns to choose.
  std::vector<std::string> countries;
  int country = 0;
  std::string missing;  ///< What must be chosen first.
  std::string try_it;   ///< Verbs; empty: not now.
  std::string store;
  std::string stop;
  std::string state;  ///< How far it is, or how it went.
  std::vector<std::string> state_notes;
  bool trouble = false;
  std::string refusals_caption;
  std::vector<std::string> refusal_columns;
  std::vector<ImportRefusalRow> refusals;
  int selected = -1;
  std::optional<ImportRefusalDetail> detail;
  std::string save_refused;  ///< A verb; empty: nothing to save.
  std::string refused_note;
  std::string right_empty;  ///< What will stand at the right, while nothing does.
};

/// Pure.
[[nodiscard]] CustomersModel make_customers_model(const CustomersState& state, Language language);

/// A country whose numbers are written without it.
struct ImportCountry {
  const char* dutch;
  const char* english;
  const char* code;  ///< "31"
};
[[nodiscard]] const std::vector<ImportCountry>& import_countries();

/// Whether the columns that are chosen can be imported: one of them is the name.
[[nodiscard]] bool can_try(const CustomersState& state);

[[nodiscard]] bool is_busy(ImportStep step);

}  // namespace aandacht::model
