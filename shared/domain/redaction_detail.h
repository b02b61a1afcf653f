// Inside redaction: one utterance as tokens, and the detectors that look at them. For redaction*.cpp only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/redaction.h"

namespace aandacht::domain::redaction {

enum class TokenKind {
  kWord,         ///< Letters, apostrophes inside.
  kDigits,       ///< ASCII digits.
  kMark,         ///< One other character.
  kPlaceholder,  ///< "[phone]" and its like: never looked into.
};

struct Token {
  TokenKind kind = TokenKind::kMark;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool space_before = false;
  std::string key;  ///< Words: lower case, folded, empty when very long. Digits: themselves. Marks: the character.
};

/// Linear in the text.
[[nodiscard]] std::vector<Token> tokenise(std::string_view text);

/// True for "eh", "um" and the like.
[[nodiscard]] bool is_filler(std::string_view key);

/// The detectors. Each adds spans to `found` and marks the tokens it took in `taken`; tokens taken before are left
/// alone. All are linear in the number of tokens.
struct Finding {
  std::vector<RedactedSpan> found;
  std::vector<bool> taken;

  /// Takes tokens [first, last].
  void take(const std::vector<Token>& tokens, std::size_t first, std::size_t last, SpanKind kind);
  [[nodiscard]] bool is_free(std::size_t first, std::size_t last) const;
};

void find_emails(const std::vector<Token>& tokens, Finding& finding);
void find_ibans(const std::vector<Token>& tokens, Finding& finding);
void find_numbers(const std::vector<Token>& tokens, Finding& finding);
void find_passwords(const std::vector<Token>& tokens, Finding& finding);

/// What the words just before a number say it is.
enum class Cue { kNone, kStays, kCard, kCardCode, kBank, kBsn, kPhone, kSecret };

/// The nearest cue before token `at`, reached over words like "is", "mijn" and "eh" only.
[[nodiscard]] Cue cue_before(const std::vector<Token>& tokens, std::size_t at);

/// kCardCode when the words right after token `last` say so ("123 achterop"), else kNone.
[[nodiscard]] Cue cue_after(const std::vector<Token>& tokens, std::size_t last);

/// Digits said or written one after the other.
struct Digits {
  struct Part {
    std::string digits;
    std::size_t first = 0;  ///< Tokens.
    std::size_t last = 0;
    bool fresh = false;  ///< A number may begin here: the run begins, or "en" or a comma came before.
    bool written = false;
  };
  std::vector<Part> parts;
  bool plus = false;           ///< "+" or "plus" before it.
  std::size_t plus_token = 0;  ///< Read when `plus`.
};

/// The digits of token `at` and of what belongs to it ("double seven", "twenty one"); `next` becomes the token after.
/// Empty when no digits begin there.
[[nodiscard]] std::string digits_at(const std::vector<Token>& tokens, std::size_t at, std::size_t& next);

/// All runs of digits, in order.
[[nodiscard]] std::vector<Digits> digit_runs(const std::vector<Token>& tokens);

}  // namespace aandacht::domain::redaction
