// Inside redaction: the forms in which a postcode is written, spoken and spelled.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "shared/domain/redaction_search.h"
#include "shared/domain/redaction_token.h"
#include "shared/domain/redaction_told.h"

namespace aandacht::domain::redaction {

/// Tokens [first, last].
struct TokenRange {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// "1234 AB", "twaalf vierendertig a b": four digits and two letters that something says are no word.
[[nodiscard]] std::optional<TokenRange> dutch_postcode(const Search& search, std::size_t first);

/// "SW1A 1AA": outward code (A9, A99, AA9, AA99, A9A, AA9A) and inward code (9AA).
[[nodiscard]] std::optional<TokenRange> british_postcode(const Search& search, std::size_t first);

/// Belgian, said in words beside its town.
[[nodiscard]] std::optional<TokenRange> belgian_postcode(const Search& search, std::size_t first);

/// Belgian and American, of digits alone: only after a cue, in an address, or behind a state.
[[nodiscard]] std::optional<TokenRange> plain_postcode(const Search& search, std::size_t first);

/// Where the numbers begin that lead to token `at`, over fillers; `at` when none does.
[[nodiscard]] std::size_t run_begin(const Tokens& tokens, std::size_t at);

/// What the words before token `first`, or the question, say that stands there.
[[nodiscard]] Told told_postcode(const Search& search, std::size_t first);

/// Over what may stand between the parts of a postcode, at most three tokens.
void skip_fillers(const Tokens& tokens, std::size_t& at);

/// The token behind exactly `wanted` digits from `at` on, 0 when there are not; `written`: not in words.
[[nodiscard]] std::size_t exact_digits(const Tokens& tokens, std::size_t at, std::size_t wanted, bool& written);

/// Letters of a postcode: a … z.
[[nodiscard]] bool is_ascii_letters(std::string_view key);

/// Token `left` is a word without a space behind it.
[[nodiscard]] inline bool touches_word(const Tokens& tokens, std::size_t left) {
  return tokens[left].kind == TokenKind::kWord && touches(tokens, left);
}

}  // namespace aandacht::domain::redaction
