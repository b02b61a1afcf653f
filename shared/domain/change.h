// What an event changed: enough to bring a copy of the desk to the same state, and to tell a person what happened.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "shared/domain/card.h"
#include "shared/domain/desk.h"
#include "shared/domain/event.h"

namespace aandacht::domain {

/// A call is new or changed. The calls are then ordered by order_calls().
struct CallChanged {
  Call call;
  bool operator==(const CallChanged&) const = default;
};

/// A call left the desk.
struct CallGone {
  std::string call_id;
  bool operator==(const CallGone&) const = default;
};

/// A card came on screen, in the place of any other.
struct CardShown {
  Card card;
  bool operator==(const CardShown&) const = default;
};

/// The card on screen went.
struct CardGone {
  std::string card_id;
  CardGoneReason reason = CardGoneReason::kExpired;
  std::optional<CardAnswer> answer;
  bool operator==(const CardGone&) const = default;
};

/// A card was made but not shown; changes nothing that is on screen.
struct CardHeldBack {
  Card card;
  HoldBackReason reason = HoldBackReason::kTooSoon;
  bool waits = false;  ///< It waits for its turn; otherwise it was dropped.
  bool operator==(const CardHeldBack&) const = default;
};

/// A turn was taken; for who follows the transcript.
struct TurnTaken {
  std::string call_id;
  std::string utterance_id;
  Speaker speaker = Speaker::kCustomer;
  std::string text;
  std::optional<Sentiment> sentiment;
  bool operator==(const TurnTaken&) const = default;
};

struct PromptsChanged {
  std::vector<Prompt> prompts;
  bool operator==(const PromptsChanged&) const = default;
};

struct WatchersChanged {
  std::vector<Watcher> watchers;
  bool operator==(const WatchersChanged&) const = default;
};

/// An answer to a card that had left the screen already.
struct CardAnswered {
  std::string card_id;
  CardAnswer answer = CardAnswer::kUsed;
  bool operator==(const CardAnswered&) const = default;
};

/// The agent guessed the three E's of a call; for whoever keeps them beside what the customer answers.
struct ExperienceGiven {
  std::string call_id;
  ThreeEs guess;
  ThreeEs suggested;  ///< What the customer's words say, see read_experience().
  bool operator==(const ExperienceGiven&) const = default;
};

struct FatigueChanged {
  Fatigue fatigue;
  bool operator==(const FatigueChanged&) const = default;
};

struct ResetsChanged {
  ResetBook resets;
  bool operator==(const ResetsChanged&) const = default;
};

struct HabitsChanged {
  HabitBook habits;
  bool operator==(const HabitsChanged&) const = default;
};

/// The parts of a desk that only a machine reads.
struct BookkeepingChanged {
  std::vector<WaitingCard> waiting;
  std::vector<std::string> ended_call_ids;
  std::map<std::string, int> refusals;
  std::vector<std::string> shown_card_ids;
  absl::Time wake = absl::InfiniteFuture();
  std::int64_t card_count = 0;
  QuestionTally questions;
  StoryBook stories;
  bool operator==(const BookkeepingChanged&) const = default;
};

using Change =
    std::variant<CallChanged, CallGone, CardShown, CardGone, CardHeldBack, TurnTaken, PromptsChanged, CardAnswered,
                 ExperienceGiven, FatigueChanged, ResetsChanged, HabitsChanged, WatchersChanged, BookkeepingChanged>;

/// All changes that one event brought.
struct DeskUpdate {
  std::int64_t version = 0;  ///< The desk's version after them.
  absl::Time time = absl::InfinitePast();
  std::string cause_id;  ///< The event's id.
  std::vector<Change> changes;

  bool operator==(const DeskUpdate&) const = default;
};

/// Brings a copy of a desk from version N to N + 1.
///
/// For every desk d, event e: reduce(d, update of apply(d, e)) == desk of apply(d, e).
/// Returns false and leaves `desk` as it was when `update.version` is not `desk.version + 1`: a gap.
[[nodiscard]] bool reduce(Desk& desk, const DeskUpdate& update);

}  // namespace aandacht::domain
