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
constexpr std::size_t kMostTellingWords = 16;
constexpr std::size_t kMostTellingBetween = 4;
constexpr std::size_t kLongestJoined = 2048;  // bytes; a number is said in less

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

// Hashes of the words of a question, without those that say nothing.
std::vector<std::uint32_t> telling_words(const Tokens& tokens) {
  std::vector<std::uint32_t> words;
  for (const Token& token : tokens) {
    const bool tells = token.kind == TokenKind::kWord && token.value < 0 && token.key.size() > 2 &&
                       (token.cue != Cue::kNone || !token.has(redaction::kFiller | redaction::kDeterminer));
    if (tells && words.size() < kMostTellingWords) words.push_back(redaction::word_hash(token.key));
  }
  return words;
}

// Between two parts of one number little else is said, and nothing else is asked for.
bool asks_for_another(std::string_view text) {
  const Tokens tokens = redaction::tokenise(text);
  if (telling_words(tokens).size() > kMostTellingBetween) return true;
  if (!redaction::asked_in(tokens).empty()) return true;
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.key == "hoeveel" || token.key == "wanneer" || token.key == "when" || token.key == "many";
  });
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const redaction::Digits& run : redaction::digit_runs(redaction::tokenise(text))) {
    for (const redaction::Digits::Part& part : run.parts) digits += part.digits;
  }
  return digits;
}

}  // namespace

ConversationRedactor::Joined ConversationRedactor::join(const Turn& turn) const {
  Joined joined;
  const Turn* after = &turn;
  std::size_t between = 0;
  std::size_t bytes = turn.text.size();
  for (std::size_t i = turns_.size(); i-- > 0 && between <= kMostTurnsBetween;) {
    const Turn& before = turns_[i];
    if (before.speaker != turn.speaker) {
      if (asks_for_another(before.text)) break;
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
  if (covers(before.spans, span.begin, span.end)) return;
  before.spans = united(std::move(before.spans), {span});
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

// The sender redacted "[phone]" here because of what it had sent as "nul zes twaalf" before.
void ConversationRedactor::redact_begun(const Turn& turn, const Tokens& tokens) {
  if (turn.text.find('[') == std::string::npos) return;
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
    hide(before, {said[begin].begin, said[last].end, *first->placeholder_kind});
    between = 0;
  }
}

void ConversationRedactor::redact_joined(Turn& turn) {
  const Joined joined = join(turn);
  if (joined.turns.empty()) return;
  const std::size_t start = joined.begins.back();
  for (const RedactedSpan& span : redaction::redact_in(joined.text, situation(turn.speaker)).spans) {
    if (span.end <= start) continue;  // Earlier turns were judged when they were said.
    turn.spans =
        united(std::move(turn.spans), {{span.begin > start ? span.begin - start : 0, span.end - start, span.kind}});
    for (std::size_t part = 0; part < joined.turns.size(); ++part) {
      Turn& before = turns_[joined.turns[part]];
      const std::size_t begin = joined.begins[part];
      const std::size_t end = begin + before.text.size();
      if (span.begin >= end) continue;
      const std::size_t first = span.begin > begin ? span.begin - begin : 0;
      hide(before, {first, before.text.size(), span.kind});
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
      hide(other, {tokens[run.parts.front().first].begin, tokens[run.parts.back().last].end, kind});
    }
  }
}

// "dus zeven drie vier": the other speaker repeats what was hidden.
void ConversationRedactor::redact_read_back(Turn& turn, const Tokens& tokens) const {
  const std::size_t oldest = turns_.size() > kMostTurnsReadBack ? turns_.size() - kMostTurnsReadBack : 0;
  std::vector<std::pair<std::string, SpanKind>> hidden;
  for (std::size_t i = oldest; i < turns_.size(); ++i) {
    if (turns_[i].speaker == turn.speaker) continue;
    for (const RedactedSpan& span : turns_[i].spans) {
      hidden.emplace_back(digits_of(turns_[i].text.substr(span.begin, span.end - span.begin)), span.kind);
    }
  }
  if (hidden.empty()) return;
  for (const redaction::Digits& run : redaction::digit_runs(tokens)) {
    std::string said;
    for (const redaction::Digits::Part& part : run.parts) said += part.digits;
    const std::size_t first = run.parts.front().first;
    const redaction::Told told = redaction::cue_before(tokens, first);
    if (said.size() < kShortestReadBack || told.partial || told.cue == Cue::kStays) continue;
    for (const auto& [digits, kind] : hidden) {
      if (digits.find(said) == std::string::npos) continue;
      turn.spans = united(std::move(turn.spans), {{tokens[first].begin, tokens[run.parts.back().last].end, kind}});
    }
  }
}

// What this turn asks for, or leaves unfinished, the next ones may give.
void ConversationRedactor::expect(const Turn& turn, const Tokens& tokens) {
  Expected asked = turn.spans.empty()
                       ? redaction::asked_in(tokens)
                       : redaction::asked_in(redaction::tokenise(redaction::replace(turn.text, turn.spans)));
  for (const RedactedSpan& span : turn.spans) asked.add(redaction::cue_of(span.kind));
  for (const Token& token : tokens) {
    if (token.placeholder_kind) asked.add(redaction::cue_of(*token.placeholder_kind));
  }
  if (asked.empty()) {
    turns_left_ = std::max(0, turns_left_ - 1);
    // A password in words is known only as the very next answer; "ja" is none.
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

ConversationRedactor::ConversationRedactor() : ConversationRedactor(redaction::shipped_tagger()) {}

ConversationRedactor::Result ConversationRedactor::hear(Speaker speaker, std::string_view utterance_id,
                                                        std::string_view text) {
  const std::string said = base::to_valid_utf8(text);
  const auto known =
      std::find_if(turns_.begin(), turns_.end(), [&](const Turn& turn) { return turn.id == utterance_id; });
  if (known != turns_.end() && known->text == said) {
    return {{redaction::replace(said, known->spans), known->spans}, unconfirmed(utterance_id)};
  }
  Turn turn{std::string(utterance_id), speaker, said, redaction::redact_in(said, situation(speaker)).spans};
  const bool is_short = said.size() <= kLongestTurn;
  const Tokens tokens = is_short ? redaction::tokenise(said) : Tokens();
  if (is_short) {
    note_ends(turn, tokens);
    redact_joined(turn);
    redact_begun(turn, tokens);
    redact_read_back(turn, tokens);
  }
  Result result{{redaction::replace(said, turn.spans), turn.spans}, unconfirmed(utterance_id)};
  remember(std::move(turn), tokens);
  return result;
}

redaction::Situation ConversationRedactor::situation(Speaker speaker) const {
  const bool by_agent = speaker == Speaker::kAgent;
  return {Expected::from_bits(turns_left_ > 0 ? expected_ : 0), words_[by_agent ? 1 : 0], by_agent, tagger_};
}

void ConversationRedactor::note_ends(Turn& turn, const Tokens& tokens) {
  turn.ends_open = ends_open(tokens);
  turn.ends_linked = !tokens.empty() && tokens.back().has(redaction::kEmailPart);
  turn.begins_open = begins_open(tokens);
  turn.begins_with_sign = begins_with_sign(tokens);
}

void ConversationRedactor::remember(Turn turn, const Tokens& tokens) {
  if (turn.text.size() <= kLongestTurn) {
    turn.confirmed = turn.spans;
    expect(turn, tokens);
    const std::vector<std::uint32_t> words = telling_words(tokens);
    if (!words.empty()) words_[turn.speaker == Speaker::kAgent ? 0 : 1] = words;
  } else {
    turn.text.clear();
    turn.spans.clear();
  }
  turns_.push_back(std::move(turn));
  if (turns_.size() > kMostTurns) turns_.pop_front();
}

std::shared_ptr<ConversationRedactors::Conversation> ConversationRedactors::find(const std::string& call_id) {
  const std::lock_guard lock(mutex_);
  const auto known = by_id_.find(call_id);
  if (known == by_id_.end()) return nullptr;
  calls_.splice(calls_.begin(), calls_, known->second);
  return calls_.front().conversation;
}

std::shared_ptr<ConversationRedactors::Conversation> ConversationRedactors::find_or_begin(const std::string& call_id) {
  if (std::shared_ptr<Conversation> known = find(call_id)) return known;
  const std::lock_guard lock(mutex_);
  const auto known = by_id_.find(call_id);  // Another thread may have begun it meanwhile.
  if (known != by_id_.end()) return known->second->conversation;
  calls_.push_front({std::make_shared<Conversation>(call_id)});
  by_id_[call_id] = calls_.begin();
  if (calls_.size() > most_) drop(std::prev(calls_.end()));
  return calls_.front().conversation;
}

void ConversationRedactors::drop(Calls::iterator call) {
  bytes_ -= call->bytes;
  by_id_.erase(call->conversation->call_id);
  calls_.erase(call);
}

void ConversationRedactors::weigh(const Conversation& conversation, std::size_t bytes) {
  const std::lock_guard lock(mutex_);
  const auto known = by_id_.find(conversation.call_id);
  if (known == by_id_.end() || known->second->conversation.get() != &conversation) return;
  bytes_ += bytes - known->second->bytes;
  known->second->bytes = bytes;
  while (bytes_ > most_bytes_ && calls_.size() > 1) drop(std::prev(calls_.end()));
}

ConversationRedactor::Result ConversationRedactors::hear(Conversation& conversation, Speaker speaker,
                                                         std::string_view utterance_id, std::string_view text) {
  const std::lock_guard lock(conversation.mutex);
  ConversationRedactor::Result result = conversation.redactor.hear(speaker, utterance_id, text);
  weigh(conversation, conversation.redactor.size());
  return result;
}

ConversationRedactor::Result ConversationRedactors::hear(const std::string& call_id, Speaker speaker,
                                                         std::string_view utterance_id, std::string_view text) {
  return hear(*find_or_begin(call_id), speaker, utterance_id, text);
}

ConversationRedactor::Result ConversationRedactors::hear_if_known(const std::string& call_id, Speaker speaker,
                                                                  std::string_view utterance_id,
                                                                  std::string_view text) {
  if (const std::shared_ptr<Conversation> known = find(call_id)) return hear(*known, speaker, utterance_id, text);
  return {redact(text), {}};
}

void ConversationRedactors::confirm(const std::string& call_id, const std::vector<LateRedaction>& rewritten) {
  const std::shared_ptr<Conversation> known = find(call_id);
  if (known == nullptr) return;
  const std::lock_guard lock(known->mutex);
  known->redactor.confirm(rewritten);
}

void ConversationRedactors::end(const std::string& call_id, absl::Time forget_at) {
  const std::lock_guard lock(mutex_);
  const auto known = by_id_.find(call_id);
  if (known == by_id_.end()) return;
  known->second->forget_at = std::min(known->second->forget_at, forget_at);
}

void ConversationRedactors::forget_ended(absl::Time now) {
  const std::lock_guard lock(mutex_);
  for (auto call = calls_.begin(); call != calls_.end();) {
    const auto next = std::next(call);
    if (call->forget_at <= now) drop(call);
    call = next;
  }
}

std::size_t ConversationRedactors::count() const {
  const std::lock_guard lock(mutex_);
  return calls_.size();
}

}  // namespace aandacht::domain
