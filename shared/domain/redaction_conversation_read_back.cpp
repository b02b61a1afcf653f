// What the other speaker repeats of a number is hidden too, whether it was known as one by then or not.
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
using redaction::Tokens;

namespace {

constexpr std::size_t kShortestReadBack = 3;  // digits
constexpr std::size_t kShortestPiece = 2;     // of a card's code
constexpr std::size_t kMostTurnsReadBack = 4;

}  // namespace

// "nul zes twaalf, ja": what the other repeated before anybody could tell what it was.
void ConversationRedactor::hide_read_back(Turn& turn, std::size_t oldest, const std::string& digits, SpanKind kind) {
  for (std::size_t i = oldest; i < turns_.size(); ++i) {
    Turn& other = turns_[i];
    if (other.speaker == turn.speaker) continue;
    const Tokens tokens = redaction::tokenise(other.text);
    for (const redaction::Digits& run : redaction::digit_runs(tokens)) {
      std::string said;
      for (const redaction::Digits::Part& part : run.parts) said += part.digits;
      if (said.size() < kShortestReadBack || digits.find(said) == std::string::npos) continue;
      hide(other, {tokens[run.parts.front().first].begin, tokens[run.parts.back().last].end, kind});
    }
  }
}

// "dus zeven drie vier": the other speaker repeats what was hidden.
void ConversationRedactor::redact_read_back(Turn& turn, const Tokens& tokens) const {
  const std::size_t oldest = turns_.size() > kMostTurnsReadBack ? turns_.size() - kMostTurnsReadBack : 0;
  std::vector<std::pair<std::string, SpanKind>> hidden;
  std::string code;  // "six six", and a turn later "two"
  for (std::size_t i = oldest; i < turns_.size(); ++i) {
    if (turns_[i].speaker == turn.speaker) continue;
    for (const RedactedSpan& span : turns_[i].spans) {
      hidden.emplace_back(redaction::digits_in(turns_[i].text.substr(span.begin, span.end - span.begin)), span.kind);
      if (span.kind == SpanKind::kCardCode) code += hidden.back().first;
    }
  }
  if (!code.empty()) hidden.emplace_back(std::move(code), SpanKind::kCardCode);
  if (hidden.empty()) return;
  for (const redaction::Digits& run : redaction::digit_runs(tokens)) {
    std::string said;
    for (const redaction::Digits::Part& part : run.parts) said += part.digits;
    const std::size_t first = run.parts.front().first;
    const redaction::Told told = redaction::cue_before(tokens, first);
    if (said.size() < kShortestPiece || told.partial || told.cue == Cue::kStays) continue;
    for (const auto& [digits, kind] : hidden) {
      // "vijf een", which is all that was said of the code
      const bool piece = kind == SpanKind::kCardCode && digits == said;
      if (!piece && (said.size() < kShortestReadBack || digits.find(said) == std::string::npos)) continue;
      turn.spans =
          redaction::laid_over(std::move(turn.spans), {{tokens[first].begin, tokens[run.parts.back().last].end, kind}});
    }
  }
}

}  // namespace aandacht::domain
