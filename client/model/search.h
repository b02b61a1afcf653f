// Type-ahead for whys: what was typed and what came back.
#pragma once

#include <string>
#include <vector>

#include "shared/domain/library.h"

namespace aandacht::model {

struct Search {
  bool open = false;              ///< The agent is searching.
  std::string text;               ///< As typed.
  bool waiting = false;           ///< An answer for `text` is under way.
  std::vector<domain::Why> whys;  ///< Best first, for the latest answered text.

  bool operator==(const Search&) const = default;
};

}  // namespace aandacht::model
