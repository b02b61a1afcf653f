#include "shared/domain/redaction_number_run.h"

#include <algorithm>
#include <utility>

namespace aandacht::domain::redaction {

NumberRun::NumberRun(Search& searched, Digits found)
    : search(searched),
      tokens(searched.tokens),
      parts(std::move(found.parts)),
      plus(found.plus),
      plus_token(found.plus_token) {
  for (const Digits::Part& part : parts) total += part.digits.size();
  if (!parts.empty()) drop_article();
}

// "dat is een 06-nummer": the article is no digit.
void NumberRun::drop_article() {
  const bool article =
      parts.size() > 1 && !parts[0].written && tokens[parts[0].first].key == "een" && parts[1].written && !plus;
  if (!article) return;
  total -= 1;
  parts.erase(parts.begin());
  parts[0].fresh = true;
}

std::size_t NumberRun::first_token() const { return plus ? plus_token : parts.front().first; }

std::string NumberRun::digits(std::size_t from, std::size_t to) const {
  std::string joined;
  for (std::size_t i = from; i < to; ++i) joined += parts[i].digits;
  return joined;
}

std::size_t NumberRun::digits_from(std::size_t from) const {
  std::size_t length = 0;
  for (std::size_t i = from; i < parts.size() && i < from + kMostParts; ++i) length += parts[i].digits.size();
  return length;
}

std::size_t NumberRun::boundary(std::size_t from, std::size_t length) const {
  std::size_t sum = 0;
  for (std::size_t i = from; i < parts.size() && sum < length; ++i) {
    sum += parts[i].digits.size();
    if (sum == length) return i + 1;
  }
  return 0;
}

bool NumberRun::is_corrected() const {
  return std::any_of(parts.begin(), parts.end(), [](const Digits::Part& part) { return part.corrects; });
}

bool NumberRun::ends_utterance() const {
  for (std::size_t at = parts.back().last + 1; at < tokens.size(); ++at) {
    const Token& token = tokens[at];
    if (token.kind == TokenKind::kDigits || token.kind == TokenKind::kPlaceholder) return false;
    if (token.kind == TokenKind::kWord && !token.has(kFiller | kGap)) return false;
    if (token.has(kUnit)) return false;
  }
  return true;
}

bool NumberRun::ends_politely() const {
  return std::all_of(
      tokens.begin() + static_cast<std::ptrdiff_t>(parts.back().last) + 1, tokens.end(), [](const Token& token) {
        const bool word = token.kind == TokenKind::kWord && !token.has(kUnit);
        return token.kind == TokenKind::kMark || (word && token.has(kFiller | kGap | kConnector | kStop | kDeterminer));
      });
}

bool NumberRun::followed_by_noun() const {
  const std::size_t after = parts.back().last + 1;
  return after < tokens.size() && tokens[after].kind == TokenKind::kWord && !tokens[after].has(kFiller);
}

void NumberRun::take(std::size_t from, std::size_t to, SpanKind kind) {
  const bool with_plus = from == 0 && plus;
  search.take(with_plus ? plus_token : parts[from].first, parts[to - 1].last, kind);
}

bool NumberRun::take_all(SpanKind kind) {
  take(0, parts.size(), kind);
  return true;
}

}  // namespace aandacht::domain::redaction
