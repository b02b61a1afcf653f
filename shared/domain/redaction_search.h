// Inside redaction: one utterance under search, and the detectors that look at it one after the other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "shared/classify/tagger.h"
#include "shared/domain/redaction.h"
#include "shared/domain/redaction_asked.h"
#include "shared/domain/redaction_payment.h"
#include "shared/domain/redaction_token.h"

namespace aandacht::domain::redaction {

inline constexpr std::size_t kKinds = 9;          ///< Of SpanKind.
inline constexpr std::size_t kMostTokens = 2048;  ///< Of a text that is tagged and completed; more is read by rules.

/// What the conversation has shown before an utterance.
struct Situation {
  Expected expected;
  std::vector<std::uint32_t> question = {};  ///< Hashes of what the other speaker said last, without what says nothing.
  bool by_agent = false;                     ///< The agent speaks.
  const classify::Tagger* tagger = nullptr;  ///< nullptr: the rules alone.
  Payment payment = {};
};

/// One utterance under search. Each detector adds to `found` and marks the tokens it took; tokens taken before are left
/// alone. All are linear in the number of tokens.
struct Search {
  const Tokens& tokens;
  const Situation& situation;
  const Expected& expected = situation.expected;
  std::vector<RedactedSpan> found = {};
  std::vector<RedactedSpan> sure = {};  ///< Of `found`, what needs no second opinion.
  std::vector<bool> taken = {};
  std::size_t content = 0;  ///< Words that are no number, filler or connector: 0 to 2 in a bare answer.

  /// Borrows both.
  Search(const Tokens& tokens, const Situation& situation);

  /// Takes tokens [first, last].
  void take(std::size_t first, std::size_t last, SpanKind kind);
  /// Keeps tokens [first, last] from later detectors.
  void shield(std::size_t first, std::size_t last);
  [[nodiscard]] bool is_free(std::size_t first, std::size_t last) const;
  [[nodiscard]] bool bare() const { return content <= 2; }
};

void find_emails(Search& search);
void find_ibans(Search& search);
void find_passwords(Search& search);
void find_birth_dates(Search& search);
void find_postcodes(Search& search);
/// After find_postcodes: the street joins the number or the postcode that is hidden beside it.
void find_streets(Search& search);
void find_insurance_numbers(Search& search);
void find_numbers(Search& search);
/// After find_numbers, of what is left.
void find_card_codes(Search& search);
/// All of the above, in their order.
void find_by_rules(Search& search);
/// After the rules: what the trained tagger takes besides.
void find_by_tagger(Search& search);
/// After all that finds: what was found in part becomes whole.
void complete_found(Search& search);

/// Whether an utterance has anything that could belong to a number, an address or a secret; most have not.
[[nodiscard]] bool may_hide(const Search& search);

}  // namespace aandacht::domain::redaction
