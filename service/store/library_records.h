// What is remembered about items of the library.
#pragma once

#include <optional>
#include <string>

#include "shared/domain/item_life.h"

namespace aandacht::store {

/// Where an item stands.
struct ItemRecord {
  domain::ItemKind kind = domain::ItemKind::kWhy;
  std::string id;
  std::string language;
  domain::ItemVersion newest;
  std::optional<domain::ItemVersion> in_force;  ///< Live or retired; absent: what was shipped, if anything.

  bool operator==(const ItemRecord&) const = default;
};

}  // namespace aandacht::store
