// Draws the page where the library is tended.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "client/model/library_model.h"
#include "client/supervisor/page_frame.h"
#include "client/ui/pane.h"
#include "client/ui/table.h"
#include "client/ui/text_area.h"

namespace aandacht::supervisor {

/// What the page's fields hold between two frames. Whoever draws sets them when the form changes otherwise than by
/// typing.
struct LibraryFields {
  ui::TextArea words{"", 200, true};
  ui::TextArea name{"", 100, true};            ///< Of a new item.
  ui::TextArea other_name{"", 100, true};      ///< Of the same in the other language.
  std::map<std::string, ui::TextArea> fields;  ///< By the field's name.
  ui::TableMemory table;
};

// What was pressed or typed.
struct FilterLibrary {
  int kind = -1;  ///< An index into LibraryModel::kinds; -1: not this one.
  int language = -1;
  int state = -1;
};
/// The search field holds something else.
struct SearchLibrary {};
struct SelectItem {
  model::LibraryKey key;
};
/// With what stands in LibraryFields::name.
struct NewItem {};
struct OpenExchange {
  bool imports = false;
};
/// Begins the other language, with what stands in LibraryFields::other_name.
struct BeginOther {};
/// A field holds something else.
struct TypedField {
  std::string name;
};
struct ShowTab {
  int tab = 0;
};
struct DoItem {
  model::LibraryButton::Act act = model::LibraryButton::Act::kSave;
};
struct AnswerRetire {
  bool yes = false;
};
/// Again: stops comparing.
struct CompareVersion {
  std::int64_t version = 0;
};
struct RestoreVersion {
  std::int64_t version = 0;
};
/// Puts one of both texts into a field that both changed.
struct TakeText {
  std::string name;
  std::string text;
};
struct MergeDone {};

using LibraryAction =
    std::variant<FilterLibrary, SearchLibrary, SelectItem, NewItem, OpenExchange, BeginOther, TypedField, ShowTab,
                 DoItem, AnswerRetire, CompareVersion, RestoreVersion, TakeText, MergeDone>;

/// \param beside  draws the part at the right in the item's place; empty: the item is drawn
void draw_library(const model::LibraryModel& model, LibraryFields& fields, PageFrame& frame,
                  std::vector<LibraryAction>& actions, const std::function<void(const ui::Box&)>& beside = {});

/// A field for a name with its verb beside it, over the pen's column. True when the verb was pressed, or Enter.
[[nodiscard]] bool write_named(ui::Pen& pen, const std::string& id, ui::TextArea& name, const std::string& hint,
                               const std::string& verb);

/// The part at the right.
void draw_library_item(const model::LibraryItemModel& item, LibraryFields& fields, const ui::Box& box, PageFrame& frame,
                       std::vector<LibraryAction>& actions);

}  // namespace aandacht::supervisor
