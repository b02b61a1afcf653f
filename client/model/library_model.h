// The console's library page as plain values with all wording.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "client/model/language.h"
#include "client/model/library_state.h"
#include "client/model/overlay_model.h"
#include "client/model/text_difference.h"

namespace aandacht::model {

struct LibraryRow {
  LibraryKey key;
  std::string title;
  std::string kind;
  std::string language;
  std::string state;
  bool in_force = false;
};

/// Something to mend under a field.
struct LibraryFinding {
  std::string what;
  std::string advice;
  bool blocks = false;  ///< Keeps it from going live.
};

struct LibraryField {
  content::FieldShape shape;
  std::string caption;
  std::string twin;  ///< What the other language says, or that it says nothing; empty: there is no other.
  bool twin_is_words = false;
  std::vector<LibraryFinding> findings;
};

/// A field that two changed at the same place.
struct MergeRow {
  content::FieldShape shape;
  std::string caption;
  std::string theirs_caption;
  std::vector<DifferencePart> theirs;  ///< From what both began at.
  std::string theirs_text;             ///< As it stands in a text area.
  std::string mine_caption;
  std::vector<DifferencePart> mine;
  std::string mine_text;
  std::string take_theirs;
  std::string take_mine;
  std::string result_caption;
};

struct VersionRow {
  std::int64_t number = 0;
  std::string about;               ///< "versie 3 · Live"
  std::vector<std::string> steps;  ///< "22 nov 14:02 · Anna · Concept: korter"
  bool compared = false;
  std::vector<std::pair<std::string, std::vector<DifferencePart>>> differences;  ///< By field, from it to now.
  std::string no_difference;
};

struct LibraryButton {
  enum class Act { kSave, kSubmit, kPublish, kRetire };
  Act act = Act::kSave;
  std::string label;
  bool main = false;
};

struct LibraryItemModel {
  std::string title;
  std::string about;     ///< Kind, language, id.
  std::string standing;  ///< State, version, who; whether it is in use.
  std::string
      twin_caption;  ///< "Ernaast: het Engels"; or that it has none; empty: of another language, or not known yet.
  std::optional<LibraryKey> twin;  ///< What stands beside it.
  std::string open_twin;           ///< The verb that goes there; empty: there is none.
  std::string begin_hint;          ///< Of the name that the other language gets; empty: it is not begun here.
  std::string begin;               ///< The verb that begins it.
  std::string begin_refused;       ///< Why it was not begun; empty: nothing to say.
  std::vector<std::string> tabs;
  int tab = 0;
  std::vector<LibraryField> fields;
  std::vector<LibraryFinding> findings;  ///< Of the item as a whole.
  std::string fine;                      ///< Said when nothing is to be mended.
  std::optional<CardModel> preview;
  std::string preview_empty;
  std::vector<VersionRow> versions;
  std::string no_versions;  ///< Said where there are none yet.
  std::string compare;
  std::string restore;
  std::vector<LibraryButton> buttons;
  std::string note;         ///< Not saved yet, merged with; empty: nothing to say.
  std::string refused;      ///< Why the last step was not taken; empty: it was.
  std::string merge_title;  ///< Empty: nothing to merge.
  std::vector<MergeRow> merge;
  std::string merge_done;
  std::string ask_retire;  ///< Empty: not asked.
  std::string keep_it;
  std::string retire_it;
};

struct LibraryModel {
  std::string title;
  std::string search_hint;
  std::vector<std::string> kinds;  ///< The first is all.
  int kind = 0;
  std::vector<std::string> languages;
  int language = 0;
  std::vector<std::string> states;
  int state = 0;
  std::string new_verb;
  std::string new_hint;
  std::string import_verb;
  std::string export_verb;
  std::vector<std::string> columns;  ///< What, kind, language, state.
  std::vector<LibraryRow> rows;
  int selected = -1;
  std::string list_empty;
  std::string choose;  ///< Said at the right while nothing is selected.
  std::optional<LibraryItemModel> item;
};

/// The states that can be filtered by, in the order of LibraryModel::states without the first.
[[nodiscard]] const std::vector<domain::ItemState>& library_states();

/// Puts the rows in the order in which they are shown: those in the window's language first, and in it by their titles.
void sort_library_rows(std::vector<domain::ItemRow>& rows, Language language);

/// Pure.
[[nodiscard]] LibraryModel make_library_model(const LibraryState& state, Language language, absl::Time now,
                                              absl::TimeZone zone);

/// The part of one item. `state.form` is there.
[[nodiscard]] LibraryItemModel make_library_item(const LibraryState& state, Language language, absl::Time now,
                                                 absl::TimeZone zone);

}  // namespace aandacht::model
