// What the console's library page knows and what somebody wrote there. Plain values, and what becomes of them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "client/model/connection.h"
#include "shared/content/item_text.h"
#include "shared/content/merge.h"
#include "shared/domain/item_view.h"

namespace aandacht::model {

using LibraryKey = std::pair<domain::ItemKind, std::string>;

/// An item as somebody writes it. Kept until it was saved.
struct LibraryForm {
  domain::ItemView view;   ///< As the service told last; nothing in it of a new item.
  content::ItemText base;  ///< What the writing began at.
  std::int64_t base_version = 0;
  content::ItemText mine;
  std::optional<content::Merge> merge;  ///< Both changed the same words: a person must choose.

  [[nodiscard]] bool is_new() const { return !view.newest && view.shipped.empty(); }
  [[nodiscard]] bool is_dirty() const { return mine != base; }
};

enum class LibraryTab { kWrite, kPreview, kHistory };

struct LibraryState {
  std::vector<domain::ItemRow> rows;  ///< That fit the filters.
  bool rows_known = false;
  bool four_eyes = false;
  std::string words;
  std::optional<domain::ItemKind> kind;
  std::string language;  ///< Empty: all.
  std::optional<domain::ItemState> state;

  std::optional<LibraryKey> selected;
  std::optional<LibraryForm> form;        ///< Of the selected, once it was told.
  std::optional<content::ItemText> twin;  ///< The same in the other language.
  bool lacks_twin = false;                ///< The service says that there is none.
  std::string begin_refused;              ///< Why the other language was not begun; empty: it was, or nobody asked.
  std::vector<domain::ItemFinding> findings;
  std::vector<domain::ItemVersion> versions;  ///< Newest first.
  std::int64_t compared = -1;                 ///< The version that is compared; -1: none.
  LibraryTab tab = LibraryTab::kWrite;
  bool asks_retire = false;
  bool busy = false;                       ///< The service has not answered yet.
  std::string refused;                     ///< Why the last step was not taken, as the service said it.
  std::string merged_with;                 ///< Whose words are in the form beside one's own.
  std::map<LibraryKey, LibraryForm> kept;  ///< Written and not saved; offered again when selected.
  ConnectionState connection = ConnectionState::kConnecting;
};

/// The item as it is now, opened for writing.
[[nodiscard]] LibraryForm opened(const domain::ItemView& view);

/// A new item with nothing in it.
[[nodiscard]] LibraryForm new_item(domain::ItemKind kind, const std::string& language, const std::string& id);

/// Somebody else saved meanwhile: `form` with both in it, upon their version. What only a person can decide is in
/// `merge`.
[[nodiscard]] LibraryForm merged(const LibraryForm& form, const domain::ItemView& theirs);

/// The same with the form that is shown. Nobody is told that both stand in it before a person chose what clashes.
void take_merge(LibraryState& state, const domain::ItemView& theirs);

/// The other of Dutch and English, "nl" or "en"; empty of any other language.
[[nodiscard]] std::string other_language(const std::string& language);

/// The id of the same item in the other of Dutch and English: what the form says it translates, or what the service
/// says stands beside it; empty when there is none.
[[nodiscard]] std::string twin_of(const LibraryForm& form);

/// A field as it stands in a text area: a list has a line for each.
[[nodiscard]] std::string area_text(const content::ItemText& item, const content::FieldShape& shape);

/// Puts what stands in a text area into the item.
void set_from_area(content::ItemText& item, const content::FieldShape& shape, const std::string& text);

}  // namespace aandacht::model
