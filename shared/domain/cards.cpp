#include "shared/domain/cards.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "shared/domain/bring_back.h"
#include "shared/domain/lines.h"
#include "shared/domain/why_offer.h"

namespace aandacht::domain {
namespace {

// 15 seconds of calm speech at about 160 words a minute.
constexpr long kWordsInOneBreath = 40;
constexpr long kWordsToRepeat = 9;  // A longer promise is not said again in one breath with what I do.
constexpr int kUrgentPriority = 100;
constexpr int kWhyPriority = 60;
constexpr int kAskedWhyPriority = 75;
constexpr int kDoubtedWhyPriority = 45;
constexpr int kWarmthPriority = 55;
constexpr int kHeardPriority = 40;
constexpr double kClearMention = 1.0;  // See WhyMatch::score.
constexpr double kUnhappy = -0.4;      // Mean of the last three customer turns, as the next.
constexpr double kVeryUnhappy = -0.6;
constexpr int kTurnsToKnow = 3;  // customer turns

long count_words(const std::string& text) { return 1 + std::count(text.begin(), text.end(), ' '); }

Card blank(const Call& call, const UtteranceSaid& said, CardKind kind, int priority) {
  Card card;
  card.kind = kind;
  card.call_id = call.id;
  card.priority = priority;
  card.evidence.utterance_id = said.utterance_id;
  return card;
}

// A topic that a sentence may name: a wrong one would be worse than none.
std::string clear_topic(const Call& call) {
  const auto heaviest = std::max_element(call.why_weights.begin(), call.why_weights.end(),
                                         [](const auto& a, const auto& b) { return a.second < b.second; });
  return heaviest != call.why_weights.end() && heaviest->second >= kClearMention ? heaviest->first : "";
}

// Plain words are written for "u".
std::string in_form_of(const Call& call, const std::string& words) {
  if (call.language != "nl" || !call.customer || call.customer->address_form != AddressForm::kInformal) return words;
  std::string result;
  for (const absl::string_view word : absl::StrSplit(words, ' ')) {
    absl::StrAppend(&result, result.empty() ? "" : " ", word == "u" || word == "uw" ? absl::string_view("je") : word);
  }
  return result;
}

void add_we_card(std::vector<Card>& cards, const Call& call, const UtteranceSaid& said, const Library& library) {
  if (said.reading.coach.empty()) return;
  const CoachMatch& match = said.reading.coach.front();
  Slots slots = slots_of(call, library, clear_topic(call));
  for (const auto& [slot, words] : match.names) slots[slot] = slot == "plain" ? in_form_of(call, words) : words;
  const auto promise = slots.find("promise");
  if (promise != slots.end() && count_words(promise->second) > kWordsToRepeat) slots.erase(promise);
  const std::optional<std::string> line = we_line(library, call, match.label, slots, seed_of(said.utterance_id));
  if (!line) return;
  const CoachRule* rule = find_rule(library, match.rule_id);
  Card card = blank(call, said, CardKind::kWe, rule == nullptr ? 50 : rule->priority);
  card.label = match.label;
  card.line = *line;
  card.evidence.words = match.evidence;
  card.evidence.rule_id = match.rule_id;
  card.evidence.author = rule == nullptr ? "" : rule->author;
  cards.push_back(std::move(card));
}

int why_priority(WhyTrigger trigger) {
  switch (trigger) {
    case WhyTrigger::kAsked:
      return kAskedWhyPriority;
    case WhyTrigger::kInstitute:
      return kWhyPriority;
    case WhyTrigger::kObjected:
    case WhyTrigger::kRule:
    case WhyTrigger::kNamed:
      return kDoubtedWhyPriority;
  }
  return kWhyPriority;
}

Card why_card_for(const WhyOffer& offer, const Call& call, const UtteranceSaid& said) {
  Card card = why_card(*offer.why, &call);
  card.unsolicited = true;
  card.priority = why_priority(offer.trigger);
  card.evidence.utterance_id = said.utterance_id;
  card.evidence.words = said.text;
  for (const WhyMatch& match : said.reading.whys) {
    if (match.why_id == offer.why->id && !match.evidence.empty()) card.evidence.words = match.evidence;
  }
  return card;
}

void add_why_card(std::vector<Card>& cards, const Call& call, const UtteranceSaid& said, const Library& library) {
  const std::optional<WhyOffer> offer = why_offer(call, said, library);
  if (offer && offer->trigger != WhyTrigger::kNamed) cards.push_back(why_card_for(*offer, call, said));
}

void add_warmth_card(std::vector<Card>& cards, const Call& call, const UtteranceSaid& said, const Library& library) {
  // Due means: the customer's last turn was unhappy and the agent has not answered it yet.
  if (said.speaker != Speaker::kAgent || !call.acknowledgement_due || said.reading.acknowledges) return;
  if (!is_real_answer(said.text) || said.reading.at_work) return;
  // Warmth costs in the middle of a call, and one turn is little to go by: then only for who is very unhappy.
  const bool doubtful = call.phase == CallPhase::kSolving || call.sentiment.turns < kTurnsToKnow;
  if (call.sentiment.end > (doubtful ? kVeryUnhappy : kUnhappy)) return;
  const std::optional<std::string> line =
      warmth_line(library, call, slots_of(call, library, ""), seed_of(said.utterance_id));
  if (!line) return;
  Card card = blank(call, said, CardKind::kWarmth, kWarmthPriority);
  card.line = *line;
  card.evidence.rule_id = kWarmthRule;
  cards.push_back(std::move(card));
}

void add_heard_cards(std::vector<Card>& cards, const Call& call, const UtteranceSaid& said) {
  for (const HeardFact& fact : bring_back(call, said).now) cards.push_back(heard_card(fact, call, said));
}

}  // namespace

const Why* weightiest_why(const Call& call, const Library& library) {
  const Why* best = nullptr;
  double most = library.attention.why_threshold;
  for (const auto& [id, weight] : call.why_weights) {
    const Why* why = find_why(library, id);
    if (why == nullptr || weight < most || (best != nullptr && weight == most)) continue;
    best = why;
    most = weight;
  }
  return best;
}

bool is_real_answer(const std::string& text) { return std::count(text.begin(), text.end(), ' ') >= 3; }

std::vector<Card> cards_for(const Call& call, const UtteranceSaid& said, const Library& library) {
  std::vector<Card> cards;
  if (said.speaker == Speaker::kAgent) add_we_card(cards, call, said, library);
  add_why_card(cards, call, said, library);
  add_warmth_card(cards, call, said, library);
  add_heard_cards(cards, call, said);
  std::stable_sort(cards.begin(), cards.end(), [](const Card& a, const Card& b) { return a.priority > b.priority; });
  return cards;
}

std::optional<Card> named_why_card(const Call& call, const UtteranceSaid& said, const Library& library) {
  const std::optional<WhyOffer> offer = why_offer(call, said, library);
  if (!offer || offer->trigger != WhyTrigger::kNamed || call.rule_uses.contains(offer->why->id)) return std::nullopt;
  return why_card_for(*offer, call, said);
}

Card heard_card(const HeardFact& fact, const Call& call, const UtteranceSaid& said) {
  Card card = blank(call, said, CardKind::kHeard, kHeardPriority);
  card.line = fact.words;
  card.source_id = fact.words;
  card.evidence.words = fact.words;
  card.evidence.rule_id = kHeardRule;
  return card;
}

Card why_card(const Why& why, const Call* call) {
  Card card;
  card.kind = CardKind::kWhy;
  card.call_id = call == nullptr ? "" : call->id;
  card.topic = why.topic;
  const std::string with_emotion = why.emotion.empty() ? why.customer : absl::StrCat(why.emotion, " ", why.customer);
  card.line = count_words(with_emotion) <= kWordsInOneBreath ? with_emotion : why.customer;
  card.detail = why.example.empty() ? why.employee : why.example;
  card.evidence.rule_id = why.id;
  card.evidence.author = why.author;
  card.source_id = why.id;
  card.priority = kWhyPriority;
  card.unsolicited = false;
  return card;
}

Prompt prompt_of(const Card& card) {
  return {card.source_id, card.topic, card.line, card.detail, is_urgent_prompt(card), card.expires};
}

bool is_urgent_prompt(const Card& card) { return card.kind == CardKind::kPrompt && card.priority >= kUrgentPriority; }

Card prompt_card(const Prompt& prompt, const Call* call) {
  Card card;
  card.kind = CardKind::kPrompt;
  card.call_id = call == nullptr ? "" : call->id;
  card.topic = prompt.supervisor;
  card.line = prompt.text;
  card.detail = prompt.reason;
  card.evidence.author = prompt.supervisor;
  card.source_id = prompt.id;
  card.priority = prompt.urgent ? kUrgentPriority : 45;
  card.expires = prompt.expires;
  return card;
}

}  // namespace aandacht::domain
