// Phrases as people write them, for alerts.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace aandacht::domain {

/// What is wrong with a phrase.
enum class PhraseFault {
  kNone,
  kEmpty,      ///< No letter or digit in it, or in one of its alternatives.
  kTooLong,    ///< Over 120 bytes (a regular expression: over 500).
  kGapAtEnd,   ///< It begins or ends with "...".
  kOpenQuote,  ///< A quote without its other half.
  kRegex,      ///< RE2 refuses it.
  kTooLarge,   ///< A regular expression that needs more memory than one may.
  kFitsAll     ///< It fits every text, or nearly everything that is said.
};

/// A phrase made ready, or what is wrong with it and at which of its bytes.
struct ReadPhrase {
  std::string pattern;  ///< For PhraseSet.
  PhraseFault fault = PhraseFault::kNone;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string detail;  ///< RE2's own words.
};

/// Reads a phrase in which words stand for themselves, whatever their capitals, accents and punctuation, also written
/// apart or together ("klachten commissie") and with a plain ending ("klacht" finds "klachten"). "a/b" is either
/// word, "opzeg*" any ending, "..." between words up to four others; "in quotes" every word is as it is written.
[[nodiscard]] ReadPhrase read_phrase(std::string_view written);

/// Checks a regular expression: at most 500 bytes and 1 MB.
[[nodiscard]] ReadPhrase read_regex(std::string_view written);

}  // namespace aandacht::domain
