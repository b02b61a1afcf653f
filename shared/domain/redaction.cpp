#include "shared/domain/redaction.h"

#include <algorithm>
#include <array>

#include "shared/base/utf8.h"
#include "shared/domain/number_words.h"
#include "shared/domain/redaction_cue_words.h"
#include "shared/domain/redaction_date.h"
#include "shared/domain/redaction_rounds.h"
#include "shared/domain/redaction_search.h"
#include "shared/domain/redaction_tagger.h"

namespace aandacht::domain {
namespace redaction {
namespace {

// Each round takes at least one word, so that it ends; two are usual, more than ten need a text made for it. Of such a
// text at most kMostRead bytes are read, or kFewestRounds rounds made, whichever is more.
constexpr std::size_t kMostRounds = 256;
constexpr std::size_t kFewestRounds = 8;
constexpr std::size_t kMostRead = 96 * 1024;
constexpr std::size_t kRoundsOfTail = 4;

std::size_t most_rounds(std::size_t bytes) {
  return std::clamp(kMostRead / std::max<std::size_t>(bytes, 1), kFewestRounds, kMostRounds);
}

}  // namespace

bool may_hide(const Search& search) {
  if (!search.expected.empty()) return true;
  std::size_t ones = 0;
  for (std::size_t at = 0; at < search.tokens.size(); ++at) {
    const Token& token = search.tokens[at];
    if (is_day_in_ordinals(search.tokens, at)) return true;
    if (token.kind == TokenKind::kDigits || token.cue == Cue::kBirth || token.has(kSecretLead)) return true;
    if (may_be_mail_sign(token.key) || is_one_of(token.key, {"ad", "et", "aapje", "slingeraap"})) return true;
    if (token.has(kEmailPart | kMany)) return true;
    if (token.value < 0 && !is_zero_letter(token)) continue;
    if (token.value > 1 || token.value == 0) return true;
    if (++ones >= 2) return true;
  }
  return false;
}

namespace {

// In order, without empty ones; what overlaps becomes one.
std::vector<RedactedSpan> united(std::vector<RedactedSpan> spans) {
  std::stable_sort(spans.begin(), spans.end(),
                   [](const RedactedSpan& a, const RedactedSpan& b) { return a.begin < b.begin; });
  std::vector<RedactedSpan> apart;
  apart.reserve(spans.size());
  for (const RedactedSpan& span : spans) {
    if (span.begin >= span.end) continue;
    if (!apart.empty() && span.begin < apart.back().end) {
      apart.back().end = std::max(apart.back().end, span.end);
    } else {
      apart.push_back(span);
    }
  }
  return apart;
}

// Where a place in the text with placeholders was in the input; in a placeholder: the begin or end of what it stands
// for.
std::size_t original_place(const std::vector<RedactedSpan>& hidden, std::size_t place, bool is_end) {
  std::size_t at = 0;      // in the input
  std::size_t placed = 0;  // in the text with placeholders
  for (const RedactedSpan& span : hidden) {
    const std::size_t gap = span.begin - at;
    if (place <= placed + gap) return at + (place - placed);
    placed += gap + placeholder(span.kind).size();
    at = span.end;
    if (place < placed || (is_end && place == placed)) return is_end ? span.end : span.begin;
  }
  return at + (place - placed);
}

// A digit, a number, a month, an ordinal, or what may stand for one or beside one.
bool may_count(const Token& token) {
  if (token.kind == TokenKind::kDigits || token.kind == TokenKind::kPlaceholder) return true;
  if (token.value >= 0 || token.month > 0 || token.has(kMany) || is_zero_letter(token)) return true;
  return token.kind == TokenKind::kWord && (token.key.starts_with("nul") || ordinal(token.key));
}

}  // namespace

void find_by_rules(Search& search) {
  find_emails(search);
  if (std::none_of(search.tokens.begin(), search.tokens.end(), may_count)) {
    find_passwords(search);
    return;  // All others have a number.
  }
  find_ibans(search);
  find_passwords(search);
  find_birth_dates(search);
  find_postcodes(search);
  find_streets(search);
  find_insurance_numbers(search);
  find_numbers(search);
  find_card_codes(search);
}

std::vector<RedactedSpan> find_once(const Tokens& tokens, const Situation& situation) {
  Search search(tokens, situation);
  if (!may_hide(search)) return {};
  find_by_rules(search);
  find_by_tagger(search);
  complete_found(search);
  return united(std::move(search.found));
}

std::string replace(std::string_view text, const std::vector<RedactedSpan>& spans) {
  std::string replaced;
  replaced.reserve(text.size());
  std::size_t at = 0;
  for (const RedactedSpan& span : spans) {
    replaced += text.substr(at, span.begin - at);
    replaced += placeholder(span.kind);
    at = span.end;
  }
  replaced += text.substr(at);
  return replaced;
}

std::vector<RedactedSpan> merge_rounds(const std::vector<RedactedSpan>& before,
                                       const std::vector<RedactedSpan>& added) {
  std::vector<RedactedSpan> merged = before;
  for (const RedactedSpan& span : added) {
    merged.push_back({original_place(before, span.begin, false), original_place(before, span.end, true), span.kind});
  }
  return united(std::move(merged));
}

namespace {

// When there is no end to it, all that follows the first find goes, so that a second redaction would find nothing.
Redacted hide_tail(std::string_view text, Redacted result, const Situation& situation) {
  for (std::size_t round = 0; round < kRoundsOfTail; ++round) {
    const std::vector<RedactedSpan> added = find_once(tokenise(result.text), situation);
    if (added.empty()) return result;
    const std::vector<RedactedSpan> merged = merge_rounds(result.spans, {added.front()});
    const auto found = std::mismatch(merged.begin(), merged.end(), result.spans.begin(), result.spans.end()).first;
    if (found == merged.end()) return result;
    const std::size_t begin = found->begin;
    std::erase_if(result.spans, [&](const RedactedSpan& span) { return span.begin >= begin; });
    result.spans.push_back({begin, text.size(), added.front().kind});
    result.text = replace(text, result.spans);
  }
  return {std::string(placeholder(SpanKind::kSecret)), {{0, text.size(), SpanKind::kSecret}}};
}

}  // namespace

Redacted redact_in(std::string_view text, const Situation& situation) {
  return redact_in(text, tokenise(text), situation);
}

Redacted redact_in(std::string_view text, const Tokens& tokens, const Situation& situation) {
  Redacted result;
  result.text = text;
  const std::size_t most = most_rounds(text.size());
  for (std::size_t round = 0; round < most; ++round) {
    const std::vector<RedactedSpan> added = find_once(round == 0 ? tokens : tokenise(result.text), situation);
    if (added.empty()) return result;
    std::vector<RedactedSpan> merged = merge_rounds(result.spans, added);
    if (merged == result.spans) return result;
    result.spans = std::move(merged);
    result.text = replace(text, result.spans);
  }
  return hide_tail(text, std::move(result), situation);
}

Search::Search(const Tokens& said, const Situation& known) : tokens(said), situation(known) {
  taken.assign(tokens.size(), false);
  for (const Token& token : tokens) {
    const bool says_nothing = token.has(kFiller | kGap | kConnector | kUnit | kMany) || token.cue != Cue::kNone ||
                              token.value >= 0 || token.month > 0 || token.key.size() <= 1;
    if (token.kind == TokenKind::kWord && !says_nothing) ++content;
  }
}

void Search::take(std::size_t first, std::size_t last, SpanKind kind) {
  found.push_back({tokens[first].begin, tokens[last].end, kind});
  shield(first, last);
}

void Search::shield(std::size_t first, std::size_t last) {
  std::fill(taken.begin() + static_cast<std::ptrdiff_t>(first), taken.begin() + static_cast<std::ptrdiff_t>(last) + 1,
            true);
}

bool Search::is_free(std::size_t first, std::size_t last) const {
  return std::none_of(taken.begin() + static_cast<std::ptrdiff_t>(first),
                      taken.begin() + static_cast<std::ptrdiff_t>(last) + 1, [](bool is_taken) { return is_taken; });
}

}  // namespace redaction

std::string_view placeholder(SpanKind kind) {
  switch (kind) {
    case SpanKind::kCardNumber:
      return "[card number]";
    case SpanKind::kCardCode:
      return "[card code]";
    case SpanKind::kIban:
      return "[iban]";
    case SpanKind::kBsn:
      return "[bsn]";
    case SpanKind::kEmail:
      return "[email]";
    case SpanKind::kPhone:
      return "[phone]";
    case SpanKind::kSecret:
      return "[secret]";
    case SpanKind::kBirthDate:
      return "[birth date]";
    case SpanKind::kPostcode:
      return "[postcode]";
  }
  return "[secret]";
}

std::string_view name(SpanKind kind) {
  switch (kind) {
    case SpanKind::kCardNumber:
      return "card_number";
    case SpanKind::kCardCode:
      return "card_code";
    case SpanKind::kIban:
      return "iban";
    case SpanKind::kBsn:
      return "bsn";
    case SpanKind::kEmail:
      return "email";
    case SpanKind::kPhone:
      return "phone";
    case SpanKind::kSecret:
      return "secret";
    case SpanKind::kBirthDate:
      return "birth_date";
    case SpanKind::kPostcode:
      return "postcode";
  }
  return "secret";
}

Redacted redact(std::string_view text) {
  return redaction::redact_in(base::to_valid_utf8(text), {{}, {}, false, redaction::shipped_tagger()});
}

}  // namespace aandacht::domain
