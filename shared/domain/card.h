// Cards: what the overlay shows beside the customer's context.
#pragma once

#include <optional>
#include <string>

#include "absl/time/time.h"
#include "shared/domain/reading.h"

namespace aandacht::domain {

enum class CardKind { kWe, kWhy, kHeard, kWarmth, kPrompt, kFirstTime, kEmpathy };

enum class CardAnswer { kUsed, kNotNow, kDoesNotFit };

/// Why a card was not shown, or not at once.
enum class HoldBackReason {
  kTooSoon,      ///< Less than the minimum time since the last unsolicited card.
  kCallBudget,   ///< The call's cards are used up.
  kCooldown,     ///< The rule showed a card a short time ago.
  kRuleMaximum,  ///< The rule shows once, or so many times, a call.
  kPhase,        ///< The rule does not apply in this phase.
  kSilenced,     ///< The agent silenced the rule.
  kOutranked,    ///< A card of higher priority came with the same turn.
  kStale,        ///< It waited and grew stale.
  kNotAsked,     ///< A topic was named, but nobody asked about it or objected.
};

enum class CardGoneReason { kAnswered, kExpired, kReplaced, kCallEnded, kRecalled };

/// The words that brought a card up.
struct Evidence {
  std::string words;         ///< Redacted.
  std::string rule_id;       ///< Rule or why; empty when the agent asked.
  std::string author;        ///< Who wrote the rule or why.
  std::string utterance_id;  ///< Empty when no utterance brought it.

  bool operator==(const Evidence&) const = default;
};

struct Card {
  std::string id;  ///< Unique on its desk.
  CardKind kind = CardKind::kWe;
  std::optional<CoachLabel> label;  ///< We cards only.
  std::string topic;                ///< Of a why its topic, of a prompt who pushed it, of a story its customer.
  std::string line;                 ///< The line to say.
  std::string detail;               ///< A second line; may be empty.
  Evidence evidence;
  bool unsolicited = true;  ///< False when the agent asked for it.
  std::string call_id;      ///< Empty between calls.
  absl::Time shown = absl::InfinitePast();
  absl::Time expires = absl::InfiniteFuture();  ///< InfiniteFuture: stays until answered or the call ends.
  int priority = 50;                            ///< 0 … 100.
  std::string source_id;                        ///< Why or prompt it was made from; may be empty.

  bool operator==(const Card&) const = default;
};

/// A card that waits until the attention budget allows it.
struct WaitingCard {
  Card card;
  absl::Time stale = absl::InfiniteFuture();  ///< After this it is dropped.

  bool operator==(const WaitingCard&) const = default;
};

}  // namespace aandacht::domain
