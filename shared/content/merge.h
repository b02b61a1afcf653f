// Two people edited the same item: one version of it, field by field, and what only a person can decide.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/content/item_text.h"

namespace aandacht::content {

/// What became of one field.
struct FieldMerge {
  enum class From {
    kNobody,    ///< Neither changed it.
    kTheirs,    ///< Only they did.
    kMine,      ///< Only I did.
    kBoth,      ///< Both did; the result has both changes.
    kConflict,  ///< Both did at the same place: the result is mine until somebody decides.
  };
  std::string name;
  Field base;  ///< With an empty value where the item has no such field; the same for `theirs` and `mine`.
  Field theirs;
  Field mine;
  Field result;
  From from = From::kNobody;

  bool operator==(const FieldMerge&) const = default;
};

struct Merge {
  ItemText item;                   ///< Conflicts with my words in them.
  std::vector<FieldMerge> fields;  ///< All that any of the three has, in the kind's order.

  [[nodiscard]] std::vector<std::string> conflicts() const;
};

/// Merges what they and I made of `base`. All three are of the same kind and id.
///
/// Texts are merged by words: changes that touch nothing of one another are both taken, the same change is taken once.
/// Lists are sets: what either took out is out, what either added is in; when only one changed a list it keeps that
/// one's order. Without conflicts the result is the same whoever is called `theirs`.
[[nodiscard]] Merge merge(const ItemText& base, const ItemText& theirs, const ItemText& mine);

/// A merged text. \param conflict  set to true when both changed the same place; then the result is `mine`
[[nodiscard]] std::string merge_text(std::string_view base, std::string_view theirs, std::string_view mine,
                                     bool& conflict);

}  // namespace aandacht::content
