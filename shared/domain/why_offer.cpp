#include "shared/domain/why_offer.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "shared/domain/normalise.h"
#include "shared/domain/why_signs.h"

namespace aandacht::domain {
namespace {

// Who asks means something: even a faint topic is it, when no other comes near.
constexpr double kHint = 0.4;       // Of the threshold, for a topic that the line points at …
constexpr double kHintAlone = 0.5;  // … or that it does not name at all.
constexpr double kAhead = 1.3;      // Times the next one.
constexpr double kAlone = 1.5;
constexpr double kClearlyNamed = 1.2;     // Times the next one in the line itself.
constexpr double kClearlyObjected = 1.0;  // Times the threshold.
constexpr double kFarAhead = 2.0;         // Nothing else comes near.
constexpr double kClearBefore = 1.6;      // Times the threshold, in the call, for a line that leans on it.
constexpr double kFaint = 0.6;            // Of the threshold, for who objects in words to what is far ahead.
constexpr double kPlain = 2.0;            // Times the threshold, for who is unhappy and does not object in words.
constexpr double kUnhappy = -0.25;
constexpr double kOfAllQueues = 0.6;  // Of a why of all queues, beside one of this queue.

struct Leader {
  const Why* why = nullptr;
  double weight = 0;
  double next = 0;
  [[nodiscard]] bool leads(double times) const { return why != nullptr && weight >= times * next; }
};

using Weighed = std::vector<std::pair<const Why*, double>>;

Leader leader_of(const Weighed& whys) {
  const bool own = std::any_of(whys.begin(), whys.end(), [](const auto& one) { return !one.first->queues.empty(); });
  Leader leader;
  for (const auto& [why, said] : whys) {
    const double weight = said * (own && why->queues.empty() ? kOfAllQueues : 1);
    if (weight > leader.weight) {
      leader = {why, weight, leader.weight};
    } else {
      leader.next = std::max(leader.next, weight);
    }
  }
  return leader;
}

Leader leader_in_line(const Reading& reading, const Library& library) {
  Weighed whys;
  for (const WhyMatch& match : reading.whys) {
    if (const Why* why = find_why(library, match.why_id)) whys.emplace_back(why, match.score);
  }
  return leader_of(whys);
}

Leader leader_in_call(const Call& call, const Library& library) {
  Weighed whys;
  for (const auto& [id, weight] : call.why_weights) {
    if (const Why* why = find_why(library, id)) whys.emplace_back(why, weight);
  }
  return leader_of(whys);
}

// What is named with the question counts above what was named before it.
const Why* why_meant(const Call& call, const Leader& named, const Library& library) {
  const double threshold = library.attention.why_threshold;
  if (named.why != nullptr && named.weight >= threshold) return named.why;
  const Leader leader = leader_in_call(call, library);
  if (leader.why != nullptr && leader.weight >= threshold) return leader.why;
  const bool pointed = leader.why != nullptr && leader.why == named.why;
  const bool clear = leader.leads(pointed ? kAhead : kAlone);
  return clear && leader.weight >= (pointed ? kHint : kHintAlone) * threshold ? leader.why : nullptr;
}

bool speaks_as_institute(const Reading& reading) {
  return std::any_of(reading.coach.begin(), reading.coach.end(),
                     [](const CoachMatch& match) { return match.label == CoachLabel::kInstitute; });
}

std::optional<WhyOffer> offer_to_customer(const Call& call, const UtteranceSaid& said, const Leader& named,
                                          const std::string& text, const Library& library) {
  const Reading& reading = said.reading;
  const WhySigns signs = why_signs(library, reading.language);
  if (reading.asks_why || signs.only_asks_why(text)) {
    if (const Why* why = why_meant(call, named, library)) return WhyOffer{WhyTrigger::kAsked, why};
    return std::nullopt;
  }
  const double threshold = library.attention.why_threshold;
  const bool unhappy = reading.sentiment && reading.sentiment->score <= kUnhappy;
  // In the opening they tell their case: that is no objection to a rule.
  if (call.phase == CallPhase::kOpening) return std::nullopt;
  const bool doubts = signs.objects(text);
  const bool own = named.why != nullptr && !named.why->queues.empty();
  const bool clear =
      named.leads(kClearlyNamed) && named.weight >= (doubts && own ? kClearlyObjected : kPlain) * threshold;
  const bool faint = doubts && own && named.leads(kFarAhead) && named.weight >= kFaint * threshold;
  if (((doubts || unhappy) && clear) || faint) return WhyOffer{WhyTrigger::kObjected, named.why};
  const Leader leader = leader_in_call(call, library);
  if (doubts && signs.is_elliptic(text) && leader.leads(kFarAhead) && leader.weight >= kClearBefore * threshold &&
      (named.why == nullptr || named.why == leader.why)) {
    return WhyOffer{WhyTrigger::kObjected, leader.why};
  }
  return std::nullopt;
}

std::optional<WhyOffer> offer_to_agent(const Call& call, const UtteranceSaid& said, const Leader& named,
                                       const std::string& text, const Library& library) {
  const Reading& reading = said.reading;
  if (speaks_as_institute(reading)) {
    if (const Why* why = why_meant(call, named, library)) return WhyOffer{WhyTrigger::kInstitute, why};
  }
  const bool clear = named.leads(kClearlyNamed) && named.weight >= library.attention.why_threshold;
  if (clear && why_signs(library, reading.language).states_rule(text)) return WhyOffer{WhyTrigger::kRule, named.why};
  return std::nullopt;
}

}  // namespace

std::optional<WhyOffer> why_offer(const Call& call, const UtteranceSaid& said, const Library& library) {
  const Leader named = leader_in_line(said.reading, library);
  const std::string text = normalise(said.text).text;
  const auto offer = said.speaker == Speaker::kCustomer ? offer_to_customer(call, said, named, text, library)
                                                        : offer_to_agent(call, said, named, text, library);
  if (offer) return offer;
  if (named.why != nullptr && named.weight >= library.attention.why_threshold) {
    return WhyOffer{WhyTrigger::kNamed, named.why};
  }
  return std::nullopt;
}

}  // namespace aandacht::domain
