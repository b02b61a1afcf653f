// What the other speaker repeats of a number is hidden too, whether it was known as one by then or not.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "shared/domain/redaction_conversation.h"
#include "shared/domain/redaction_digits.h"
#include "shared/domain/redaction_spans.h"
#include "shared/domain/redaction_told.h"
#include "shared/domain/redaction_turn.h"

namespace aandacht::domain {

using redaction::Cue;
using redaction::Token;
using redaction::TokenKind;
using redaction::Tokens;

namespace {

constexpr std::size_t kShortestReadBack = 3;  // digits
constexpr std::size_t kSurelyTheSame = 5;
constexpr std::size_t kShortestSecretWord = 4;  // letters
constexpr std::size_t kLongestHouse = 4;
constexpr std::size_t kShortestPiece = 2;  // of a card's code
constexpr std::size_t kMostTurnsReadBack = 4;

// What a turn before said and does not keep.
struct Hidden {
  std::string digits;
  SpanKind kind = SpanKind::kSecret;
};

// Parts of a run that are said as digits: without the article of "3381 en dan een hekje".
std::size_t parts_of(const redaction::Digits& run, const Tokens& tokens) {
  const std::size_t behind = run.parts.back().last + 1;
  const bool article = run.parts.size() > 1 && tokens[run.parts.back().first].key == "een" && behind < tokens.size() &&
                       tokens[behind].kind == TokenKind::kWord && !redaction::says_little(tokens[behind]);
  return run.parts.size() - (article ? 1 : 0);
}

std::string digits_of_first(const redaction::Digits& run, std::size_t parts) {
  std::string digits;
  for (std::size_t i = 0; i < parts; ++i) digits += run.parts[i].digits;
  return digits;
}

// "number 18", "nummer 14", where an address was said: no noun says of what else.
bool names_house(const Tokens& tokens, std::size_t at, const std::string& said, const std::vector<Hidden>& hidden) {
  const bool address = std::any_of(hidden.begin(), hidden.end(),
                                   [](const Hidden& before) { return before.kind == SpanKind::kPostcode; });
  return address && said.size() <= kLongestHouse && at > 0 && tokens[at - 1].has(redaction::kNumberNoun) &&
         redaction::cue_before(tokens, at).cue != Cue::kStays;
}

bool is_number(const Token& token) { return token.kind == TokenKind::kDigits || token.value >= 0; }

// "vijf twee zeven", which the other did not understand the first time.
bool is_bare(const Tokens& tokens) {
  return std::all_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return redaction::says_little(token) || is_number(token) || redaction::is_zero_letter(token);
  });
}

bool is_telling_word(const Token& token) {
  return token.kind == TokenKind::kWord && token.key.size() >= kShortestSecretWord && token.value < 0 &&
         token.cue == Cue::kNone && token.roles == 0;
}

// Where `tokens` repeat a word of a secret, or a word and the number behind it of an address.
std::vector<std::pair<std::size_t, std::size_t>> repeated_words(const Tokens& tokens, const Tokens& hidden,
                                                                SpanKind kind) {
  std::vector<std::pair<std::size_t, std::size_t>> found;
  for (std::size_t word = 0; word < hidden.size(); ++word) {
    const bool street = kind == SpanKind::kPostcode && word + 1 < hidden.size() && is_number(hidden[word + 1]);
    if (!street && (kind == SpanKind::kPostcode || !is_telling_word(hidden[word]))) continue;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      if (tokens[at].key != hidden[word].key) continue;
      if (!street) {
        found.emplace_back(at, at);
      } else if (at + 1 < tokens.size() && tokens[at + 1].key == hidden[word + 1].key) {
        found.emplace_back(at, at + 1);
      }
    }
  }
  return found;
}

// A part of it; of a card's code, "vijf een", all of what was said.
bool repeats(const std::string& said, const Hidden& before) {
  if (before.kind == SpanKind::kCardCode && said.size() >= kShortestPiece && before.digits == said) return true;
  return said.size() >= kShortestReadBack && before.digits.find(said) != std::string::npos;
}

}  // namespace

// "nul zes twaalf, ja": what the other repeated before anybody could tell what it was.
void ConversationRedactor::hide_read_back(Turn& turn, std::size_t oldest, const std::string& digits, SpanKind kind) {
  for (std::size_t i = oldest; i < turns_.size(); ++i) {
    Turn& other = turns_[i];
    if (other.speaker == turn.speaker) continue;
    const Tokens tokens = redaction::tokenise(other.text);
    for (const redaction::Digits& run : redaction::digit_runs(tokens)) {
      const std::string said = redaction::digits_of(run);
      const bool begun = kind == SpanKind::kCardCode && said.size() >= kShortestPiece && digits.starts_with(said);
      if (!begun && !repeats(said, {digits, kind})) continue;
      hide(other, {tokens[run.parts.front().first].begin, tokens[run.parts.back().last].end, kind});
    }
  }
}

// "so hargreaves is the answer we hold", "Rietgors 31 staat erin": words of a secret or an address that the other said.
void ConversationRedactor::redact_words_read_back(Turn& turn, const Tokens& tokens, std::size_t oldest) const {
  for (std::size_t i = oldest; i < turns_.size(); ++i) {
    if (turns_[i].speaker == turn.speaker) continue;
    for (const RedactedSpan& span : turns_[i].spans) {
      if (span.kind != SpanKind::kSecret && span.kind != SpanKind::kPostcode) continue;
      const Tokens hidden = redaction::tokenise(turns_[i].text.substr(span.begin, span.end - span.begin));
      for (const auto& [first, last] : repeated_words(tokens, hidden, span.kind)) {
        turn.spans = redaction::laid_over(std::move(turn.spans), {{tokens[first].begin, tokens[last].end, span.kind}});
      }
    }
  }
}

// "dus zeven drie vier": the other speaker repeats what was hidden, or the same one says it again.
void ConversationRedactor::redact_read_back(Turn& turn, const Tokens& tokens) const {
  const std::size_t oldest = turns_.size() > kMostTurnsReadBack ? turns_.size() - kMostTurnsReadBack : 0;
  redact_words_read_back(turn, tokens, oldest);
  const bool bare = is_bare(tokens);
  std::vector<Hidden> hidden;
  std::string code;  // "six six", and a turn later "two"
  for (std::size_t i = oldest; i < turns_.size(); ++i) {
    const bool own = turns_[i].speaker == turn.speaker;
    if (own && !bare) continue;
    for (const RedactedSpan& span : turns_[i].spans) {
      hidden.push_back({redaction::digits_in(turns_[i].text.substr(span.begin, span.end - span.begin)), span.kind});
      if (span.kind == SpanKind::kCardCode && !own) code += hidden.back().digits;
    }
  }
  if (hidden.empty()) return;
  hidden.push_back({std::move(code), SpanKind::kCardCode});
  for (const redaction::Digits& run : redaction::digit_runs(tokens)) {
    const std::size_t first = run.parts.front().first;
    const std::size_t parts = parts_of(run, tokens);
    const std::size_t last = run.parts[parts - 1].last;
    const std::string said = digits_of_first(run, parts);
    const bool house = names_house(tokens, first, said, hidden);
    if (house)
      turn.spans = redaction::laid_over(std::move(turn.spans),
                                        {{tokens[first - 1].begin, tokens[last].end, SpanKind::kPostcode}});
    const redaction::Told told = redaction::cue_before(tokens, first);
    const bool same = said.size() >= kSurelyTheSame;  // "de lijn kraakte twee nul vijf drie vijf"
    if (house || told.partial || (told.cue == Cue::kStays && !same)) continue;
    for (const Hidden& before : hidden) {
      if (!repeats(said, before)) continue;
      turn.spans = redaction::laid_over(std::move(turn.spans), {{tokens[first].begin, tokens[last].end, before.kind}});
    }
  }
}

}  // namespace aandacht::domain
