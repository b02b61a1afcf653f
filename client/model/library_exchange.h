// The library as files: taken out of a folder or put into one, from the console.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "client/model/folder_model.h"
#include "client/model/language.h"
#include "shared/domain/item_view.h"

namespace aandacht::model {

enum class ExchangeWay { kImport, kExport };

enum class ExchangePhase {
  kChoose,
  kLooking,  ///< What would change is found out; nothing is changed.
  kAsk,      ///< It is told, and somebody says whether.
  kWriting,
  kDone,
  kFailed,  ///< Nothing more is under way; it can be begun again.
};

enum class ExchangeFailure { kAway, kRefused, kNoFolder, kMayNotWrite, kDiskFull, kNothingThere, kPartly, kOther };

struct ExchangeState {
  ExchangeWay way = ExchangeWay::kImport;
  ExchangePhase phase = ExchangePhase::kChoose;
  FolderState folder;
  std::size_t file = 0;  ///< Import: 0 is the whole folder, else one more than an index into folder.files.
  std::string name;      ///< Export: of the folder that is made in the chosen one; empty: none is.
  bool four_eyes = false;
  std::string place;                    ///< What is read, or written into.
  std::vector<domain::ImportRow> rows;  ///< Import: what becomes of each item.
  bool live = false;                    ///< Import: put in force, not drafts.
  std::size_t added = 0;                ///< Export: files that are new there, …
  std::size_t replaced = 0;             ///< … that something else stands in now, …
  std::size_t same = 0;                 ///< … and that are there already.
  std::size_t done = 0;                 ///< Export: files that are written; kPartly: that have their name.
  bool stopped = false;                 ///< Export: the last one was, and changed nothing.
  int selected = -1;                    ///< Import: of ExchangeModel::rows.
  ExchangeFailure failure = ExchangeFailure::kOther;
  std::string detail;  ///< As the service or the disk says it.
};

struct ExchangeRow {
  std::string outcome;
  std::string item;
  std::string place;  ///< "nl/whys.toml:12"
  bool wrong = false;
  std::string explained;  ///< What is wrong, and what to do.
};

struct ExchangeButton {
  enum class Act { kLook, kDrafts, kLive, kWrite, kBack, kStop, kClose };
  Act act = Act::kClose;
  std::string label;
  bool main = false;
};

struct ExchangeModel {
  std::string title;
  std::string about;
  bool chooses = false;  ///< The folder can be chosen now.
  FolderModel folder;
  std::string file_caption;        ///< Import.
  std::vector<std::string> files;  ///< The first is the whole folder; empty: there are none to choose from.
  int file = 0;
  std::string name_caption;  ///< Export; empty: no name is asked.
  std::string standing;      ///< What goes on, what would change, what was done.
  bool trouble = false;
  std::vector<std::string> columns;
  std::vector<ExchangeRow> rows;  ///< What would change or was changed; wrong ones first. Same ones are only counted.
  int selected = -1;
  std::string explained;  ///< Of the selected row.
  std::vector<ExchangeButton> buttons;
};

/// Pure.
[[nodiscard]] ExchangeModel make_exchange_model(const ExchangeState& state, Language language);

/// The verbs that open it: import, export.
[[nodiscard]] std::string exchange_verb(ExchangeWay way, Language language);

}  // namespace aandacht::model
