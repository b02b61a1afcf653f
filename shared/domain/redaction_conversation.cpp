#include "shared/domain/redaction_conversation.h"

#include <algorithm>
#include <array>

#include "shared/base/utf8.h"
#include "shared/domain/number_words.h"
#include "shared/domain/redaction_detail.h"

namespace aandacht::domain {

using redaction::Cue;
using redaction::Expected;
using redaction::Token;
using redaction::TokenKind;
using redaction::Tokens;

namespace {

constexpr int kTurnsToAnswer = 4;
constexpr std::array kNumberCues = {Cue::kStays, Cue::kCard,   Cue::kCardCode, Cue::kBank,  Cue::kBsn,
                                    Cue::kPhone, Cue::kSecret, Cue::kEmail,    Cue::kBirth, Cue::kPostcode};
constexpr std::size_t kMostTurnsBetween = 2;  // by the other speaker, between two parts of one number
constexpr std::size_t kShortestReadBack = 3;  // digits
constexpr std::size_t kLongestLinked = 40;    // bytes of a turn that goes on behind "jan punt"
constexpr std::size_t kMostTurnsReadBack = 4;

bool is_part_of_value(const Token& token) {
  const bool ordinal_word = token.kind == TokenKind::kWord && token.key.size() >= 5 && token.key.ends_with("de") &&
                            ordinal(token.key).has_value();
  if (ordinal_word || (token.key.size() >= 6 && token.key.ends_with("ste") && ordinal(token.key))) return true;
  const bool letter = token.kind == TokenKind::kWord && (token.key.size() == 1 || token.letter != 0);
  return token.kind == TokenKind::kDigits || token.value >= 0 || token.month > 0 || letter || is_zero_letter(token) ||
         token.has(redaction::kMany | redaction::kEmailPart | redaction::kMailHouse) || token.key == "@" ||
         token.key == "at" || token.key.starts_with("apen") || token.key.starts_with("apest");
}

bool says_little(const Token& token) {
  return token.kind == TokenKind::kMark || token.has(redaction::kFiller | redaction::kGap | redaction::kFresh);
}

// Whether a number or an address may go on after these words, or before them.
bool ends_open(const Tokens& tokens) {
  std::size_t remarks = 0;  // "um hang on", "zegt u maar"
  for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {
    if (is_part_of_value(*token)) return true;
    if (token->has(redaction::kUnit)) return false;
    if (says_little(*token)) continue;
    if (!token->has(redaction::kStop | redaction::kConnector) || ++remarks > 2) return false;
  }
  return false;
}

bool begins_open(const Tokens& tokens) {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Token& token = tokens[at];
    // "oh right": no zero.
    const bool zero = at + 1 < tokens.size() && (tokens[at + 1].value >= 0 || is_zero_letter(tokens[at + 1]) ||
                                                 tokens[at + 1].kind == TokenKind::kDigits);
    if (is_zero_letter(token) && !zero) return false;
    if (is_part_of_value(token)) return true;
    if (!says_little(token) && !token.has(redaction::kConnector)) return false;
  }
  return false;
}

bool begins_with_sign(const Tokens& tokens) {
  const auto first = std::find_if(tokens.begin(), tokens.end(), [](const Token& token) { return !says_little(token); });
  if (first != tokens.end() && first->key == "at") {
    const auto next = first + 1;
    const bool house = next != tokens.end() && next->has(redaction::kMailHouse);
    for (auto dot = next; !house && dot != tokens.end() && dot < first + 5; ++dot) {
      if ((dot->key == "dot" || dot->key == "punt" || dot->key == ".") && dot + 1 != tokens.end() &&
          (dot + 1)->has(redaction::kTopLevel)) {
        return true;
      }
    }
    return house;
  }
  return first != tokens.end() && (first->key.starts_with("apen") || first->key.starts_with("apest") ||
                                   first->key == "@" || first->has(redaction::kEmailPart));
}

// "en het jaar?"
bool asks_part_of_date(const Tokens& tokens) {
  if (tokens.size() > 8) return false;
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.key == "jaar" || token.key == "jaartal" || token.key == "year" || token.key == "maand" ||
           token.key == "month" || token.key == "dag" || token.key == "day";
  });
}

// Spans of one text, the later ones laid over the earlier.
std::vector<RedactedSpan> united(std::vector<RedactedSpan> spans, const std::vector<RedactedSpan>& added) {
  for (RedactedSpan span : added) {
    for (const RedactedSpan& old : spans) {
      if (old.end <= span.begin || old.begin >= span.end) continue;
      span.begin = std::min(span.begin, old.begin);
      span.end = std::max(span.end, old.end);
    }
    std::erase_if(spans, [&](const RedactedSpan& old) { return old.begin < span.end && old.end > span.begin; });
    spans.push_back(span);
  }
  std::sort(spans.begin(), spans.end(), [](const RedactedSpan& a, const RedactedSpan& b) { return a.begin < b.begin; });
  return spans;
}

bool covers(const std::vector<RedactedSpan>& spans, std::size_t begin, std::size_t end) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](const RedactedSpan& span) { return span.begin <= begin && span.end >= end; });
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const redaction::Digits& run : redaction::digit_runs(redaction::tokenise(text))) {
    for (const redaction::Digits::Part& part : run.parts) digits += part.digits;
  }
  return digits;
}

}  // namespace

// The turns of one speaker that a number may run through, as one text.
struct ConversationRedactor::Joined {
  std::string text;
  std::vector<std::size_t> turns;   // Indices into turns_, oldest first.
  std::vector<std::size_t> begins;  // Of each in `text`, then of the new turn.
};

ConversationRedactor::Joined ConversationRedactor::join(const Turn& turn) const {
  Joined joined;
  const Turn* after = &turn;
  std::size_t between = 0;
  for (std::size_t i = turns_.size(); i-- > 0 && between <= kMostTurnsBetween;) {
    const Turn& before = turns_[i];
    if (before.speaker != turn.speaker) {
      ++between;
      continue;
    }
    const bool linked = before.ends_linked && after->text.size() <= kLongestLinked;
    const bool goes_on = linked || (before.ends_open ? after->begins_open || after->begins_with_sign
                                                     : after->begins_with_sign && !before.text.empty());
    if (!goes_on) break;
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

void ConversationRedactor::hide(Turn& before, RedactedSpan span, std::vector<LateRedaction>& earlier) {
  if (covers(before.spans, span.begin, span.end)) return;
  std::string text = redaction::replace(before.text, before.spans);
  before.spans = united(std::move(before.spans), {span});
  Redacted redacted{redaction::replace(before.text, before.spans), before.spans};
  const auto told = std::find_if(earlier.begin(), earlier.end(),
                                 [&](const LateRedaction& late) { return late.utterance_id == before.id; });
  if (told == earlier.end()) {
    earlier.push_back({before.id, std::move(text), std::move(redacted)});
  } else {
    told->redacted = std::move(redacted);
  }
}

// The sender redacted "[phone]" here because of what it had sent as "nul zes twaalf" before.
void ConversationRedactor::redact_begun(Turn& turn) {
  if (turn.text.find('[') == std::string::npos) return;
  const Tokens tokens = redaction::tokenise(turn.text);
  const auto first = std::find_if(tokens.begin(), tokens.end(), [](const Token& token) { return !says_little(token); });
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
    if (runs.empty() || !ends_open(said)) return;
    const std::size_t begin = runs.back().parts.front().first;
    const std::size_t last = runs.back().parts.back().last;
    const bool at_end = std::all_of(said.begin() + static_cast<std::ptrdiff_t>(last) + 1, said.end(), says_little);
    if (!at_end || redaction::cue_before(said, begin).cue == Cue::kStays) return;
    hide(before, {said[begin].begin, said[last].end, *first->placeholder_kind}, turn.earlier);
    between = 0;
  }
}

void ConversationRedactor::redact_joined(Turn& turn) {
  const Joined joined = join(turn);
  if (joined.turns.empty()) return;
  const Expected expected = Expected::from_bits(turns_left_ > 0 ? expected_ : 0);
  const std::size_t start = joined.begins.back();
  for (const RedactedSpan& span : redaction::redact_expecting(joined.text, expected).spans) {
    if (span.end <= start) continue;  // Earlier turns were judged when they were said.
    turn.spans =
        united(std::move(turn.spans), {{span.begin > start ? span.begin - start : 0, span.end - start, span.kind}});
    for (std::size_t part = 0; part < joined.turns.size(); ++part) {
      Turn& before = turns_[joined.turns[part]];
      const std::size_t begin = joined.begins[part];
      const std::size_t end = begin + before.text.size();
      if (span.begin >= end) continue;
      const std::size_t first = span.begin > begin ? span.begin - begin : 0;
      hide(before, {first, before.text.size(), span.kind}, turn.earlier);
    }
    if (span.begin < start) {
      hide_read_back(turn, joined.turns.front(), digits_of(joined.text.substr(span.begin, span.end - span.begin)),
                     span.kind);
    }
  }
}

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
      hide(other, {tokens[run.parts.front().first].begin, tokens[run.parts.back().last].end, kind}, turn.earlier);
    }
  }
}

// "dus zeven drie vier": the other speaker repeats what was hidden.
void ConversationRedactor::redact_read_back(Turn& turn) const {
  const std::size_t oldest = turns_.size() > kMostTurnsReadBack ? turns_.size() - kMostTurnsReadBack : 0;
  const bool any_hidden = std::any_of(turns_.begin() + static_cast<std::ptrdiff_t>(oldest), turns_.end(),
                                  [&](const Turn& other) { return other.speaker != turn.speaker && !other.spans.empty(); });
  if (!any_hidden) return;
  const Tokens tokens = redaction::tokenise(turn.text);
  for (const redaction::Digits& run : redaction::digit_runs(tokens)) {
    std::string said;
    for (const redaction::Digits::Part& part : run.parts) said += part.digits;
    const std::size_t first = run.parts.front().first;
    const redaction::Told told = redaction::cue_before(tokens, first);
    if (said.size() < kShortestReadBack || told.partial || told.cue == Cue::kStays) continue;
    for (std::size_t i = oldest; i < turns_.size(); ++i) {
      if (turns_[i].speaker == turn.speaker) continue;
      for (const RedactedSpan& span : turns_[i].spans) {
        const std::string hidden = digits_of(turns_[i].text.substr(span.begin, span.end - span.begin));
        if (hidden.find(said) == std::string::npos) continue;
        turn.spans =
            united(std::move(turn.spans), {{tokens[first].begin, tokens[run.parts.back().last].end, span.kind}});
      }
    }
  }
}

// What this turn asks for, or leaves unfinished, the next ones may give.
void ConversationRedactor::expect(const Turn& turn) {
  Expected asked = redaction::asked_in(redaction::tokenise(redaction::replace(turn.text, turn.spans)));
  for (const RedactedSpan& span : turn.spans) asked.add(redaction::cue_of(span.kind));
  for (const Token& token : redaction::tokenise(turn.text)) {
    if (token.placeholder_kind) asked.add(redaction::cue_of(*token.placeholder_kind));
  }
  if (asked.empty()) {
    turns_left_ = std::max(0, turns_left_ - 1);
    // A password in words is known only as the very next answer; "ja" is none.
    const Tokens tokens = redaction::tokenise(turn.text);
    if (std::all_of(tokens.begin(), tokens.end(), says_little)) return;
    Expected rest;
    const Expected before = Expected::from_bits(expected_);
    if (before.has(Cue::kBirth) && asks_part_of_date(tokens)) rest.add(Cue::kBirthPart);
    for (const Cue cue : kNumberCues) {
      if (Expected::from_bits(expected_).has(cue)) rest.add(cue);
    }
    expected_ = rest.bits();
  } else {
    expected_ = asked.bits();
    turns_left_ = kTurnsToAnswer;
  }
}

ConversationRedactor::Result ConversationRedactor::hear(Speaker speaker, std::string_view utterance_id,
                                                        std::string_view text) {
  const std::string said = base::to_valid_utf8(text);
  const auto known =
      std::find_if(turns_.begin(), turns_.end(), [&](const Turn& turn) { return turn.id == utterance_id; });
  if (known != turns_.end() && known->text == said) {
    return {{redaction::replace(said, known->spans), known->spans}, known->earlier};
  }
  const Expected expected = Expected::from_bits(turns_left_ > 0 ? expected_ : 0);
  Turn turn{std::string(utterance_id), speaker, said, redaction::redact_expecting(said, expected).spans, {}};
  const bool is_short = said.size() <= kLongestTurn;
  if (is_short) {
    const Tokens tokens = redaction::tokenise(said);
    turn.ends_open = ends_open(tokens);
    turn.ends_linked = !tokens.empty() && tokens.back().has(redaction::kEmailPart);
    turn.begins_open = begins_open(tokens);
    turn.begins_with_sign = begins_with_sign(tokens);
    redact_joined(turn);
    redact_begun(turn);
    redact_read_back(turn);
  }
  Result result{{redaction::replace(said, turn.spans), turn.spans}, turn.earlier};
  if (is_short) {
    expect(turn);
  } else {
    turn.text.clear();
    turn.spans.clear();
  }
  turns_.push_back(std::move(turn));
  if (turns_.size() > kMostTurns) turns_.pop_front();
  return result;
}

ConversationRedactor::Result ConversationRedactors::hear(const std::string& call_id, Speaker speaker,
                                                         std::string_view utterance_id, std::string_view text) {
  const std::lock_guard lock(mutex_);
  const auto known = by_id_.find(call_id);
  if (known != by_id_.end()) {
    calls_.splice(calls_.begin(), calls_, known->second);
  } else {
    calls_.emplace_front(call_id, ConversationRedactor());
    by_id_[call_id] = calls_.begin();
    if (calls_.size() > most_) {
      by_id_.erase(calls_.back().first);
      calls_.pop_back();
    }
  }
  return calls_.front().second.hear(speaker, utterance_id, text);
}

}  // namespace aandacht::domain
