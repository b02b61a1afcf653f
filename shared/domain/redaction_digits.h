// Inside redaction: digits and letters as they are written, spoken and spelled.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "shared/domain/redaction_token.h"

namespace aandacht::domain::redaction {

/// Digits said or written one after the other.
struct Digits {
  struct Part {
    std::string digits;
    std::size_t first = 0;  ///< Tokens.
    std::size_t last = 0;
    bool fresh = false;  ///< A number may begin here: the run begins, or "en" or a comma came before.
    bool written = false;
    bool corrects = false;  ///< "nee wacht" came before.
  };
  std::vector<Part> parts;
  bool plus = false;           ///< "+" or "plus" before it.
  std::size_t plus_token = 0;  ///< Read when `plus`.
};

/// The digits of all its parts.
[[nodiscard]] std::string digits_of(const Digits& run);

/// The digits of token `at` and of what belongs to it ("double seven", "twenty one"); `next` becomes the token after.
/// Empty, and `next` as it was, when no digits begin there.
[[nodiscard]] std::string digits_at(const Tokens& tokens, std::size_t at, std::size_t& next);

/// A sign of money stands before token `at`, or before the digits it goes on from: "€ 385", "£84.50" at "50".
[[nodiscard]] bool follows_currency(const Tokens& tokens, std::size_t at);

/// All runs of digits, in order.
[[nodiscard]] std::vector<Digits> digit_runs(const Tokens& tokens);

/// The letter that is spelled at `at`: "b", "bee", "bravo", "b van bernard", "b for bravo"; `next` becomes the token
/// after. 0 when none is.
[[nodiscard]] char letter_at(const Tokens& tokens, std::size_t at, std::size_t& next);

}  // namespace aandacht::domain::redaction
