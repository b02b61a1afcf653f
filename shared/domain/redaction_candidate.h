// Inside redaction: words that the tagger would take, and whether they may be what it thinks.
#pragma once

#include <cstddef>
#include <string>

#include "shared/domain/redaction_search.h"

namespace aandacht::domain::redaction {

/// Tokens [from, to) of an utterance; at least one. Borrows the search.
struct Candidate {
  Candidate(const Search& searched, std::size_t first, std::size_t end)
      : search(searched), tokens(searched.tokens), from(first), to(end) {}

  const Search& search;
  const Tokens& tokens;
  std::size_t from;
  std::size_t to;

  /// Nothing but numbers, and words that tell nothing.
  [[nodiscard]] bool is_number_alone() const;
  /// As they are said or written.
  [[nodiscard]] std::string digits() const;
  /// Begins as a number where everybody calls: "0900-8870", "112".
  [[nodiscard]] bool is_everybodys_number() const;
  /// Something else of the utterance was taken.
  [[nodiscard]] bool is_beside_found() const;
};

/// "foutcode 301", "error code 4410": what a screen or a list reports.
[[nodiscard]] bool follows_fault(const Candidate& candidate);

/// "993 voor IMAP", "moet de poort 465 zijn": a port that mail is fetched or sent by (RFC 8314, RFC 5321, RFC 1939).
[[nodiscard]] bool is_mail_port(const Candidate& candidate);

/// Whether they may be of the kind. A number has digits or letters that are spelled, a card's code more than one; when
/// a card expires, a time, an age, what a screen reports and where everybody calls may be known.
[[nodiscard]] bool may_be(const Candidate& candidate, SpanKind kind);

/// The same of a number: a card's, its code, an account, a citizen's or a telephone's.
[[nodiscard]] bool may_be_number(const Candidate& candidate, SpanKind kind);

}  // namespace aandacht::domain::redaction
