// Inside redaction: the utterance around what was found in it, in which that becomes whole.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "shared/domain/redaction_date.h"
#include "shared/domain/redaction_digits.h"
#include "shared/domain/redaction_search.h"

namespace aandacht::domain::redaction {

/// Tokens first to last, both of it.
struct Extent {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// How many digits a whole number has.
struct Length {
  std::size_t least = 0;
  std::size_t most = 0;
};

/// Of a whole number of the kind; {0, 0}: it is none.
[[nodiscard]] Length length_of(SpanKind kind);

/// One letter by itself.
[[nodiscard]] bool is_letter(const Token& token);
[[nodiscard]] bool is_number(const Token& token);

/// One utterance with its numbers and days. Token arguments are indices into `tokens`. Borrows the search, whose taken
/// tokens may change meanwhile.
struct Surroundings {
  explicit Surroundings(const Search& search);

  const Search& search;
  const Tokens& tokens;
  const std::vector<DateShape> dates;
  const std::vector<Digits> runs;

  /// Neither taken nor a placeholder.
  [[nodiscard]] bool is_free(std::size_t at) const;
  /// All of [from, to).
  [[nodiscard]] bool free_between(std::size_t from, std::size_t to) const;
  /// What of [begin, end] lies behind `last`.
  [[nodiscard]] bool is_free_beyond(std::size_t begin, std::size_t end, std::size_t last) const;
  /// Nothing but "en dan nog een" in [from, to).
  [[nodiscard]] bool only_small(std::size_t from, std::size_t to) const;

  /// The first and the last token of a span.
  [[nodiscard]] std::size_t first_of(const RedactedSpan& span) const;
  [[nodiscard]] std::size_t last_of(const RedactedSpan& span) const;
  [[nodiscard]] std::string digits_in(const RedactedSpan& span) const;
  /// Digits of a run, without the article of "nog een vier".
  [[nodiscard]] std::size_t length_of(const Digits& run) const;
  /// The last letter of "m-c-a-l-l" from its first or a later one on.
  [[nodiscard]] std::size_t with_spelled(std::size_t last) const;
};

}  // namespace aandacht::domain::redaction
