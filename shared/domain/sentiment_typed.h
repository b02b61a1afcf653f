// What only typed lines have: punctuation, capitals, smileys.
#pragma once

#include <string_view>

namespace aandacht::domain {

struct TypedSigns {
  bool question = false;
  int exclamations = 0;
  bool shouts = false;  ///< A word of three or more capitals in a line that also has small letters.
  int smiles = 0;       ///< ":)", "<3", "😊", …
  int frowns = 0;       ///< ":(", "😡", …
};

/// Takes any bytes; letters outside ASCII are neither capitals nor small.
[[nodiscard]] TypedSigns typed_signs(std::string_view original);

}  // namespace aandacht::domain
