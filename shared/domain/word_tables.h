// Tables of one language's words, made once. Used by word_forms.cpp.
#pragma once

#include <string_view>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"

namespace aandacht::domain {

/// All words folded.
struct WordTables {
  absl::flat_hash_set<std::string_view> numbers;     ///< Number words, ordinals, days and months.
  absl::flat_hash_set<std::string_view> any_call;    ///< Fit any call.
  absl::flat_hash_set<std::string_view> many_calls;  ///< Fit many calls.
  absl::flat_hash_map<std::string_view, std::string_view> irregular;
};

/// Any thread; lives for ever.
[[nodiscard]] const WordTables& word_tables(bool english);

}  // namespace aandacht::domain
