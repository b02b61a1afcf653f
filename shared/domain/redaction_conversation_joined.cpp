// Numbers and addresses that a speaker goes on with in a later turn: hidden whole, also where they began.
#include <algorithm>

#include "shared/domain/redaction_asked.h"
#include "shared/domain/redaction_conversation.h"
#include "shared/domain/redaction_digits.h"
#include "shared/domain/redaction_rounds.h"
#include "shared/domain/redaction_spans.h"
#include "shared/domain/redaction_told.h"
#include "shared/domain/redaction_turn.h"

namespace aandacht::domain {

using redaction::Cue;
using redaction::Token;
using redaction::Tokens;

namespace {

constexpr std::size_t kMostTurnsBetween = 2;  // by the other speaker, between two parts of one number
constexpr std::size_t kLongestLinked = 40;    // bytes of a turn that goes on behind "jan punt"
constexpr std::size_t kLongestJoined = 2048;  // bytes; a number is said in less

}  // namespace

ConversationRedactor::Joined ConversationRedactor::join(const Turn& turn) const {
  Joined joined;
  const Turn* after = &turn;
  std::size_t between = 0;
  std::size_t bytes = turn.text.size();
  for (std::size_t i = turns_.size(); i-- > 0 && between <= kMostTurnsBetween;) {
    const Turn& before = turns_[i];
    if (before.speaker != turn.speaker) {
      if (before.asks_for_another) break;
      ++between;
      continue;
    }
    const bool linked = before.ends_linked && after->text.size() <= kLongestLinked;
    const bool goes_on = linked || (before.ends_open ? after->begins_open || after->begins_with_sign
                                                     : after->begins_with_sign && !before.text.empty());
    if (!goes_on || bytes + before.text.size() > kLongestJoined) break;
    bytes += before.text.size() + 1;
    joined.turns.insert(joined.turns.begin(), i);
    after = &before;
    between = 0;
  }
  for (const std::size_t i : joined.turns) {
    joined.begins.push_back(joined.text.size());
    joined.text += turns_[i].text;
    joined.text += ' ';
  }
  joined.begins.push_back(joined.text.size());
  joined.text += turn.text;
  return joined;
}

void ConversationRedactor::hide(Turn& before, RedactedSpan span) {
  if (redaction::covers(before.spans, span.begin, span.end)) return;
  before.spans = redaction::laid_over(std::move(before.spans), {span});
}

void ConversationRedactor::redact_joined(Turn& turn) {
  const Joined joined = join(turn);
  if (joined.turns.empty()) return;
  const std::size_t start = joined.begins.back();
  for (const RedactedSpan& span : redaction::redact_in(joined.text, situation(turn.speaker)).spans) {
    if (span.end <= start) continue;  // Earlier turns were judged when they were said.
    turn.spans = redaction::laid_over(std::move(turn.spans),
                                      {{span.begin > start ? span.begin - start : 0, span.end - start, span.kind}});
    for (std::size_t part = 0; part < joined.turns.size(); ++part) {
      Turn& before = turns_[joined.turns[part]];
      const std::size_t begin = joined.begins[part];
      const std::size_t end = begin + before.text.size();
      if (span.begin >= end) continue;
      const std::size_t first = span.begin > begin ? span.begin - begin : 0;
      hide(before, {first, before.text.size(), span.kind});
    }
    if (span.begin < start) {
      hide_read_back(turn, joined.turns.front(),
                     redaction::digits_in(joined.text.substr(span.begin, span.end - span.begin)), span.kind);
    }
  }
}

// The sender redacted "[phone]" here because of what it had sent as "nul zes twaalf" before.
void ConversationRedactor::redact_begun(const Turn& turn, const Tokens& tokens) {
  if (turn.text.find('[') == std::string::npos) return;
  const auto first =
      std::find_if(tokens.begin(), tokens.end(), [](const Token& token) { return !redaction::says_little(token); });
  if (first == tokens.end() || !first->placeholder_kind) return;
  std::size_t between = 0;
  for (std::size_t i = turns_.size(); i-- > 0 && between <= kMostTurnsBetween;) {
    Turn& before = turns_[i];
    const Tokens said = redaction::tokenise(before.text);
    if (before.speaker != turn.speaker) {
      // Asked for in between: this one begins there.
      if (!redaction::asked_in(said).empty()) return;
      ++between;
      continue;
    }
    const std::vector<redaction::Digits> runs = redaction::digit_runs(said);
    if (runs.empty() || !redaction::ends_open(said)) return;
    const std::size_t begin = runs.back().parts.front().first;
    const std::size_t last = runs.back().parts.back().last;
    const bool at_end =
        std::all_of(said.begin() + static_cast<std::ptrdiff_t>(last) + 1, said.end(), redaction::says_little);
    if (!at_end || redaction::cue_before(said, begin).cue == Cue::kStays) return;
    hide(before, {said[begin].begin, said[last].end, *first->placeholder_kind});
    between = 0;
  }
}

}  // namespace aandacht::domain
