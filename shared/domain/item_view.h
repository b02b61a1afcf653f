// An item of the library as whoever tends it sees it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "shared/domain/item_life.h"

namespace aandacht::domain {

/// All that is known of one item.
struct ItemView {
  ItemKind kind = ItemKind::kWhy;
  std::string id;
  std::string language;
  std::string shipped;                         ///< As TOML; empty: nothing of this id was shipped.
  std::optional<ItemVersion> in_force;         ///< Live or retired; absent: what was shipped.
  std::optional<ItemVersion> newest;           ///< Absent: it was never tended.
  std::vector<std::string> translations = {};  ///< Ids of the same in other languages, one a language.

  [[nodiscard]] ItemState state() const { return newest ? newest->state : ItemState::kShipped; }
  [[nodiscard]] std::int64_t version() const { return newest ? newest->number : 0; }
  /// The words of the newest version; what was shipped when there is none.
  [[nodiscard]] const std::string& body() const { return newest ? newest->body : shipped; }
  /// What is read with; empty: nothing is.
  [[nodiscard]] std::string live_body() const {
    if (!in_force) return shipped;
    return in_force->state == ItemState::kLive ? in_force->body : std::string();
  }

  bool operator==(const ItemView&) const = default;
};

/// One line of the list.
struct ItemRow {
  ItemKind kind = ItemKind::kWhy;
  std::string id;
  std::string language;
  std::string title;
  ItemState state = ItemState::kShipped;       ///< Of the newest version.
  std::int64_t version = 0;                    ///< The newest; 0: shipped.
  bool in_force = false;                       ///< Something is: live here, or shipped and not hidden.
  std::string editor;                          ///< Who took the newest step; empty: nobody.
  absl::Time changed = absl::InfinitePast();   ///< When; InfinitePast: never.
  std::vector<std::string> translations = {};  ///< As ItemView's.

  bool operator==(const ItemRow&) const = default;
};

/// Something to mend in an item.
struct ItemFinding {
  std::string field;   ///< Empty: of the item as a whole.
  std::string kind;    ///< As content::Finding::kind; "unreadable" keeps the item from going live.
  std::string what;    ///< One sentence.
  std::string advice;  ///< What to do; may be empty.

  bool operator==(const ItemFinding&) const = default;
};

/// What an import does with an item.
enum class ImportOutcome { kNew, kChanged, kSame, kRetired, kWrong };

/// One item of an import, or what is wrong with it.
struct ImportRow {
  ImportOutcome outcome = ImportOutcome::kSame;
  ItemKind kind = ItemKind::kWhy;  ///< Without an id: not known.
  std::string id;
  std::string file;      ///< Empty: not in the files.
  std::size_t line = 0;  ///< From 1; 0: not known.
  std::string what;      ///< kWrong: what is wrong and what to do.

  bool operator==(const ImportRow&) const = default;
};

}  // namespace aandacht::domain
