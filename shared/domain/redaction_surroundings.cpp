#include "shared/domain/redaction_surroundings.h"

#include <algorithm>

#include "shared/base/one_of.h"

namespace aandacht::domain::redaction {
namespace {

using base::is_one_of;

constexpr std::size_t kMostBetween = 7;  // tokens between two parts of one number
constexpr std::size_t kCodeDigits = 3;   // of a card's code
constexpr std::size_t kMostOfCode = 4;   // as American Express has

}  // namespace

Length length_of(SpanKind kind) {
  switch (kind) {
    case SpanKind::kCardNumber:
      return {13, 19};
    case SpanKind::kIban:
      return {9, 18};
    case SpanKind::kPhone:
      return {9, 11};
    case SpanKind::kBsn:
      return {8, 11};
    case SpanKind::kCardCode:
      return {kCodeDigits, kMostOfCode};
    case SpanKind::kEmail:
    case SpanKind::kSecret:
    case SpanKind::kBirthDate:
    case SpanKind::kPostcode:
      return {};
  }
  return {};
}

bool is_letter(const Token& token) { return token.kind == TokenKind::kWord && token.key.size() == 1; }

bool is_number(const Token& token) { return token.kind == TokenKind::kDigits || token.value >= 0; }

Surroundings::Surroundings(const Search& searched)
    : search(searched),
      tokens(searched.tokens),
      dates(date_shapes(searched.tokens)),
      runs(digit_runs(searched.tokens)) {}

bool Surroundings::is_free(std::size_t at) const {
  return tokens[at].kind != TokenKind::kPlaceholder && search.is_free(at, at);
}

bool Surroundings::free_between(std::size_t from, std::size_t to) const {
  for (std::size_t at = from; at < to; ++at) {
    if (!is_free(at)) return false;
  }
  return true;
}

bool Surroundings::is_free_beyond(std::size_t begin, std::size_t end, std::size_t last) const {
  for (std::size_t at = std::max(begin, last + 1); at <= end; ++at) {
    if (!is_free(at)) return false;
  }
  return true;
}

// Nothing but "en dan nog een" from token `from` to `to`.
bool Surroundings::only_small(std::size_t from, std::size_t to) const {
  if (to - from > kMostBetween) return false;
  for (std::size_t at = from; at < to; ++at) {
    const Token& token = tokens[at];
    const bool mark = token.kind == TokenKind::kMark && is_one_of(token.key, {",", ".", "-"});
    const bool small = token.kind == TokenKind::kWord && token.cue == Cue::kNone && !token.has(kUnit) &&
                       token.has(kFiller | kGap | kFresh | kDeterminer);
    if (!mark && !small) return false;
  }
  return true;
}

std::size_t Surroundings::first_of(const RedactedSpan& span) const {
  std::size_t at = 0;
  while (at + 1 < tokens.size() && tokens[at].end <= span.begin) ++at;
  return at;
}

std::size_t Surroundings::last_of(const RedactedSpan& span) const {
  std::size_t at = tokens.size() - 1;
  while (at > 0 && tokens[at].begin >= span.end) --at;
  return at;
}

std::string Surroundings::digits_in(const RedactedSpan& span) const {
  std::string digits;
  for (const Digits& run : runs) {
    for (const Digits::Part& part : run.parts) {
      const Token& token = tokens[part.first];
      if (token.begin >= span.begin && token.end <= span.end) digits += part.digits;
    }
  }
  return digits;
}

std::size_t Surroundings::length_of(const Digits& run) const {
  std::size_t length = 0;
  for (std::size_t i = 0; i < run.parts.size(); ++i) {
    const std::size_t at = run.parts[i].first;
    const bool article =
        i + 1 < run.parts.size() && tokens[at].key == "een" && at > 0 && tokens[at - 1].has(kGap);  // "nog een vier"
    length += article ? 0 : run.parts[i].digits.size();
  }
  return length;
}

// "m-c-a-l-l"
std::size_t Surroundings::with_spelled(std::size_t last) const {
  while (last + 2 < tokens.size() && is_letter(tokens[last]) && tokens[last + 1].key == "-" &&
         is_letter(tokens[last + 2]) && is_free(last + 1) && is_free(last + 2)) {
    last += 2;
  }
  return last;
}

}  // namespace aandacht::domain::redaction
