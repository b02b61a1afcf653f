#include "shared/domain/redaction.h"

#include <algorithm>

#include "shared/base/utf8.h"
#include "shared/domain/redaction_detail.h"

namespace aandacht::domain {
namespace {

// Taking one thing out can show another; two rounds are usual, more need a text made for it.
constexpr int kMostRounds = 16;

std::vector<RedactedSpan> find_once(std::string_view text) {
  const std::vector<redaction::Token> tokens = redaction::tokenise(text);
  redaction::Finding finding;
  finding.taken.assign(tokens.size(), false);
  redaction::find_emails(tokens, finding);
  redaction::find_ibans(tokens, finding);
  redaction::find_passwords(tokens, finding);
  redaction::find_numbers(tokens, finding);
  std::sort(finding.found.begin(), finding.found.end(),
            [](const RedactedSpan& a, const RedactedSpan& b) { return a.begin < b.begin; });
  return std::move(finding.found);
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

// Spans of a text in which `before` were already replaced, as spans of the text that those refer to, merged with them.
std::vector<RedactedSpan> merge(const std::vector<RedactedSpan>& before, const std::vector<RedactedSpan>& added) {
  std::vector<RedactedSpan> merged;
  merged.reserve(before.size() + added.size());
  auto old = before.begin();
  std::ptrdiff_t shift = 0;  // from the replaced text to the input
  for (const RedactedSpan& span : added) {
    while (old != before.end() &&
           static_cast<std::ptrdiff_t>(old->begin) <= static_cast<std::ptrdiff_t>(span.begin) + shift) {
      shift += static_cast<std::ptrdiff_t>(old->end - old->begin) -
               static_cast<std::ptrdiff_t>(placeholder(old->kind).size());
      merged.push_back(*old++);
    }
    merged.push_back({static_cast<std::size_t>(static_cast<std::ptrdiff_t>(span.begin) + shift),
                      static_cast<std::size_t>(static_cast<std::ptrdiff_t>(span.end) + shift), span.kind});
  }
  merged.insert(merged.end(), old, before.end());
  return merged;
}

}  // namespace

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
  }
  return "secret";
}

Redacted redact(std::string_view text) {
  Redacted result;
  result.text = base::to_valid_utf8(text);
  for (int round = 0; round < kMostRounds; ++round) {
    const std::vector<RedactedSpan> added = find_once(result.text);
    if (added.empty()) break;
    result.text = replace(result.text, added);
    result.spans = merge(result.spans, added);
  }
  return result;
}

}  // namespace aandacht::domain
