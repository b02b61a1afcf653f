// The text that every reader matches on, and the way back to the words that were said.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace aandacht::domain {

/// Text to match on: lower case, composed (NFC per letter), ' for every apostrophe, one space between words, none at
/// the ends. Kept are letters, digits, apostrophes inside words ("that's", "zo'n") and before a clipped one ("'s
/// avonds",
/// "'t"), and a comma, point or colon between two digits ("1,8", "10:30"). All else, ill-formed UTF-8 included, parts
/// words. Diacritics stay; see folded().
struct Normalised {
  std::string text;
  std::vector<std::uint32_t> origin;  ///< Byte i of `text` comes from this byte of the original; one more for the end.

  bool operator==(const Normalised&) const = default;
};

/// Any bytes are taken; linear in time and space. At most 4 GiB.
[[nodiscard]] Normalised normalise(std::string_view original);

/// The same without diacritics ("één" → "een", "vóór" → "voor"), still pointing into the same original.
[[nodiscard]] Normalised folded(const Normalised& normalised);

/// `text` without diacritics; for phrases and words that are matched on folded text. Takes any UTF-8.
[[nodiscard]] std::string fold(std::string_view text);

/// The words of `original` that bytes [begin, end) of the normalised text came from, as they were written, without the
/// punctuation around them. Points into `original`, which must be what `normalised` was made from; empty when begin >=
/// end.
[[nodiscard]] std::string_view original_words(const Normalised& normalised, std::string_view original,
                                              std::size_t begin, std::size_t end);

/// The stems of the words that mean something, in order: Snowball for "nl" and "en" ("en-GB" counts as "en", all else
/// as Dutch), without function words, folded. Any thread.
[[nodiscard]] std::vector<std::string> stems(std::string_view normalised, std::string_view language);

/// The stem of one word as stems() gives it, of a function word too. `word` is normalised.
[[nodiscard]] std::string stem(std::string_view word, std::string_view language);

/// The function words of a language, without digits. Lives for ever.
[[nodiscard]] std::span<const std::string_view> stop_words(std::string_view language);

/// True for function words, which stems() leaves out. `word` is normalised.
[[nodiscard]] bool is_stop_word(std::string_view word, std::string_view language);

/// "nl" or "en", by function words; "nl" when in doubt. Takes normalised text.
[[nodiscard]] std::string_view guess_language(std::string_view normalised);

}  // namespace aandacht::domain
