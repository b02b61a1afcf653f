#include "shared/domain/redaction_conversation.h"

#include <algorithm>
#include <array>

#include "shared/base/utf8.h"
#include "shared/domain/redaction_asked.h"
#include "shared/domain/redaction_rounds.h"
#include "shared/domain/redaction_tagger.h"
#include "shared/domain/redaction_told.h"
#include "shared/domain/redaction_turn.h"

namespace aandacht::domain {

using redaction::Cue;
using redaction::Expected;
using redaction::Token;
using redaction::Tokens;

namespace {

constexpr int kTurnsToAnswer = 4;
constexpr std::array kNumberCues = {Cue::kStays, Cue::kCard,   Cue::kCardCode, Cue::kBank,  Cue::kBsn,
                                    Cue::kPhone, Cue::kSecret, Cue::kEmail,    Cue::kBirth, Cue::kPostcode};

}  // namespace

ConversationRedactor::ConversationRedactor() : ConversationRedactor(redaction::shipped_tagger()) {}

ConversationRedactor::Result ConversationRedactor::hear(Speaker speaker, std::string_view utterance_id,
                                                        std::string_view text) {
  const std::string said = base::to_valid_utf8(text);
  const auto known =
      std::find_if(turns_.begin(), turns_.end(), [&](const Turn& turn) { return turn.id == utterance_id; });
  if (known != turns_.end() && known->text == said) {
    return {{redaction::replace(said, known->spans), known->spans}, unconfirmed(utterance_id)};
  }
  const Tokens tokens = redaction::tokenise(said);
  Turn turn{std::string(utterance_id), speaker, said, redaction::redact_in(said, tokens, situation(speaker)).spans};
  if (said.size() <= kLongestTurn) {
    note_ends(turn, tokens);
    if (redaction::answers_expiry(payment_.next(), tokens) || says_when_card_expires(tokens)) {
      turn.begins_open = turn.ends_open = false;
    }
    redact_joined(turn);
    redact_begun(turn, tokens);
    redact_read_back(turn, tokens);
  }
  Result result{{redaction::replace(said, turn.spans), turn.spans}, unconfirmed(utterance_id)};
  remember(std::move(turn), tokens);
  return result;
}

// "and it runs out june twenty eight"
bool ConversationRedactor::says_when_card_expires(const Tokens& tokens) const {
  return payment_.next().stage == redaction::Payment::Stage::kPaying &&
         std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.month > 0; });
}

void ConversationRedactor::confirm(const std::vector<LateRedaction>& rewritten) {
  for (const LateRedaction& late : rewritten) {
    for (Turn& turn : turns_) {
      if (turn.id != late.utterance_id || turn.spans != late.redacted.spans) continue;
      turn.confirmed = turn.spans;
    }
  }
}

std::size_t ConversationRedactor::size() const {
  std::size_t bytes = sizeof(*this);
  for (const Turn& turn : turns_) {
    bytes += sizeof(turn) + turn.id.capacity() + turn.text.capacity() +
             (turn.spans.capacity() + turn.confirmed.capacity()) * sizeof(RedactedSpan);
  }
  return bytes;
}

std::vector<LateRedaction> ConversationRedactor::unconfirmed(std::string_view but) const {
  std::vector<LateRedaction> late;
  for (const Turn& turn : turns_) {
    if (turn.spans == turn.confirmed || turn.id == but) continue;
    late.push_back({turn.id,
                    redaction::replace(turn.text, turn.confirmed),
                    {redaction::replace(turn.text, turn.spans), turn.spans}});
  }
  return late;
}

redaction::Situation ConversationRedactor::situation(Speaker speaker) const {
  const bool by_agent = speaker == Speaker::kAgent;
  const redaction::Payment payment = payment_.next();
  Expected expected = Expected::from_bits(turns_left_ > 0 ? expected_ : 0);
  if (payment.asked == redaction::Payment::Asked::kSomethingElse) expected.remove(Cue::kCardCode);
  return {expected, words_[by_agent ? 1 : 0], by_agent, tagger_, payment};
}

void ConversationRedactor::note_ends(Turn& turn, const Tokens& tokens) {
  turn.ends_open = redaction::ends_open(tokens);
  turn.ends_linked = !tokens.empty() && tokens.back().has(redaction::kEmailPart);
  turn.begins_open = redaction::begins_open(tokens);
  turn.begins_with_sign = redaction::begins_with_sign(tokens);
}

void ConversationRedactor::remember(Turn turn, const Tokens& tokens) {
  if (turn.text.size() <= kLongestTurn) {
    turn.confirmed = turn.spans;
    const Expected asked = redaction::asked_in(tokens);
    turn.asks_for_another = redaction::asks_for_another(tokens, asked);
    expect(turn, tokens, asked);
    payment_.hear(tokens, turn.spans, turn.speaker == Speaker::kAgent);
    const std::vector<std::uint32_t> words = redaction::telling_words(tokens);
    if (!words.empty()) words_[turn.speaker == Speaker::kAgent ? 0 : 1] = words;
  } else {
    turn.text.clear();
    turn.spans.clear();
  }
  turns_.push_back(std::move(turn));
  if (turns_.size() > kMostTurns) turns_.pop_front();
}

// What this turn asks for, or leaves unfinished, the next ones may give.
void ConversationRedactor::expect(const Turn& turn, const Tokens& tokens, const Expected& asked_as_said) {
  Expected asked = turn.spans.empty()
                       ? asked_as_said
                       : redaction::asked_in(redaction::tokenise(redaction::replace(turn.text, turn.spans)));
  for (const RedactedSpan& span : turn.spans) asked.add(redaction::cue_of(span.kind));
  for (const Token& token : tokens) {
    if (token.placeholder_kind) asked.add(redaction::cue_of(*token.placeholder_kind));
  }
  if (asked.empty()) {
    turns_left_ = std::max(0, turns_left_ - 1);
    // A password in words is known only as the very next answer; "ja" is none.
    if (std::all_of(tokens.begin(), tokens.end(), redaction::says_little)) return;
    Expected rest;
    const Expected before = Expected::from_bits(expected_);
    if (before.has(Cue::kBirth) && redaction::asks_part_of_date(tokens)) rest.add(Cue::kBirthPart);
    for (const Cue cue : kNumberCues) {
      if (Expected::from_bits(expected_).has(cue)) rest.add(cue);
    }
    expected_ = rest.bits();
  } else {
    expected_ = asked.bits();
    turns_left_ = kTurnsToAnswer;
  }
}

}  // namespace aandacht::domain
