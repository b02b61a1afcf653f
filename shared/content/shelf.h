// Content files as a shelf of items: what can be tended, where it stands, and the files as they are with changes in.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "shared/content/item_text.h"
#include "shared/content/load.h"
#include "shared/content/mistakes.h"
#include "shared/content/read_item.h"

namespace aandacht::content {

/// Which item.
using ItemKey = std::pair<domain::ItemKind, std::string>;

/// What is in force instead of what the files have; nullopt: nothing, it is retired.
using Changes = std::map<ItemKey, std::optional<ItemText>>;

/// The text of what is in force, as its author wrote it: for its comments.
using Sources = std::map<ItemKey, std::string>;

/// New items are written into this file of each language, which has nothing else in it.
inline constexpr std::string_view kAddedFile = "added.toml";

/// An item that the files have.
struct ShelvedItem {
  ItemText item;
  std::string file;  ///< "nl/whys.toml".
  std::size_t line = 0;
  std::string bytes;  ///< Its lines in the file; empty: it stands between braces.

  /// The item's own text with its comments, see item_source.h.
  [[nodiscard]] std::string source() const;
};

class Shelf {
 public:
  Shelf() = default;

  /// What cannot be read as an item is left out and added to `mistakes`.
  static Shelf of(std::vector<SourceFile> files, Mistakes& mistakes);

  /// In the order of the files.
  [[nodiscard]] const std::vector<ShelvedItem>& items() const { return items_; }
  /// nullptr: the files do not have it.
  [[nodiscard]] const ShelvedItem* find(const ItemKey& key) const;
  [[nodiscard]] const WordsByLanguage& words() const { return words_; }

  /// The files with the changes in: what is not changed stays as it was, byte for byte; what is, stands in its place;
  /// what is new stands in the language's kAddedFile by kind and id. The same content and changes give the same bytes.
  ///
  /// \param sources  of what changed; comments are kept, those of the files too where a text has none of its own
  [[nodiscard]] std::vector<SourceFile> written(const Changes& changes, const Sources& sources = {}) const;

 private:
  std::vector<SourceFile> files_;
  std::vector<ShelvedItem> items_;
  std::map<ItemKey, std::size_t> places_;
  WordsByLanguage words_;
};

}  // namespace aandacht::content
