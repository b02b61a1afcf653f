// Tables of one language's words, made once. Used by word_forms.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "shared/base/word_map.h"

namespace aandacht::domain {

/// All words folded.
struct WordTables {
  std::vector<std::string_view> numbers;     ///< Number words, ordinals, days and months.
  std::vector<std::string_view> any_call;    ///< Fit any call.
  std::vector<std::string_view> many_calls;  ///< Fit many calls.
  base::WordMap<std::string_view> irregular;
};

/// Any thread; lives for ever.
[[nodiscard]] const WordTables& word_tables(bool english);

}  // namespace aandacht::domain
