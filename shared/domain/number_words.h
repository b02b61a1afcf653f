// Numbers as people say them.
#pragma once

#include <optional>
#include <string_view>

namespace aandacht::domain {

/// The value of one Dutch or English number word, 0 … 9999: "vier", "drieentachtig", "honderdtwaalf",
/// "negentienhonderd"; "seven", "twenty" (English compounds are two words). `word` is folded (see fold()).
[[nodiscard]] std::optional<int> cardinal(std::string_view word);

/// The value of one ordinal, 1 … 99: "twaalfde", "zesentwintigste", "26e", "second", "twentieth", "2nd". Folded.
[[nodiscard]] std::optional<int> ordinal(std::string_view word);

/// True for English "twenty" … "ninety", which a unit may follow.
[[nodiscard]] bool is_english_tens(std::string_view word);

/// A number written in digits, at most four of them.
[[nodiscard]] std::optional<int> written_number(std::string_view word);

}  // namespace aandacht::domain
