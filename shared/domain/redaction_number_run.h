// Inside redaction: one stretch of digits, under judgement of what number it is.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "shared/domain/redaction_digits.h"
#include "shared/domain/redaction_search.h"
#include "shared/domain/redaction_token.h"
#include "shared/domain/redaction_told.h"

namespace aandacht::domain::redaction {

/// The most parts that are looked at of a phone number; more digits than any has.
constexpr std::size_t kMostParts = 24;

[[nodiscard]] inline bool is_between(std::size_t value, std::size_t least, std::size_t most) {
  return value >= least && value <= most;
}

/// A stretch of digits that no other detector took, and what it is told to be. Parts are counted from 0, and a stretch
/// of them is half open: [from, to).
struct NumberRun {
  Search& search;
  const Tokens& tokens;
  std::vector<Digits::Part> parts;
  bool plus = false;
  std::size_t plus_token = 0;
  std::size_t total = 0;  ///< Digits.
  Told told = {};
  bool asked = false;  ///< The cue is a question's.

  /// Borrows `search`. Nothing is told yet: see resolve_cue().
  NumberRun(Search& search, Digits digits);

  /// The first token, the plus included.
  [[nodiscard]] std::size_t first_token() const;
  [[nodiscard]] std::string digits(std::size_t from, std::size_t to) const;
  /// How many digits stand from part `from` on.
  [[nodiscard]] std::size_t digits_from(std::size_t from) const;
  /// The part behind exactly `length` digits from part `from`; 0 when no part begins there.
  [[nodiscard]] std::size_t boundary(std::size_t from, std::size_t length) const;

  [[nodiscard]] bool is_corrected() const;
  /// A cue says that it is something that may be kept.
  [[nodiscard]] bool stays() const { return told.cue == Cue::kStays; }
  /// Nothing but fillers and marks follow: more may come in the next turn.
  [[nodiscard]] bool ends_utterance() const;
  /// Only words that say nothing follow: "dank u".
  [[nodiscard]] bool ends_politely() const;
  /// "de cvc staat op 10 plekken"
  [[nodiscard]] bool followed_by_noun() const;

  void take(std::size_t from, std::size_t to, SpanKind kind);
  /// True.
  bool take_all(SpanKind kind);

 private:
  void drop_article();
};

}  // namespace aandacht::domain::redaction
