// A desk: all that is known about one agent's working moment, as one value.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "shared/domain/call.h"
#include "shared/domain/card.h"
#include "shared/domain/fatigue.h"
#include "shared/domain/habit.h"
#include "shared/domain/reset.h"

namespace aandacht::domain {

/// A prompt that a supervisor pushed.
struct Prompt {
  std::string id;
  std::string supervisor;
  std::string text;
  std::string reason;
  bool urgent = false;
  absl::Time expires = absl::InfiniteFuture();

  bool operator==(const Prompt&) const = default;
};

/// Somebody who follows a call at this desk as it is spoken, and says why. The agent sees it.
struct Watcher {
  std::string id;  ///< Of this watching; unique.
  std::string name;
  std::string reason;
  std::string call_id;
  absl::Time since = absl::InfinitePast();

  bool operator==(const Watcher&) const = default;
};

/// Which questions came at this desk since the shift began.
struct QuestionTally {
  absl::Time since = absl::InfinitePast();
  std::map<std::string, int> calls;  ///< By question group; at most 64.

  bool operator==(const QuestionTally&) const = default;
};

/// What stories of customers this desk was shown.
struct StoryBook {
  absl::Time last_shown = absl::InfinitePast();
  std::vector<std::string> shown_ids;  ///< Oldest first, at most 32.

  bool operator==(const StoryBook&) const = default;
};

struct Desk {
  std::string agent_id;
  std::int64_t version = 0;                ///< Rises by one with every event that changes anything.
  absl::Time time = absl::InfinitePast();  ///< Of the latest event.
  std::vector<Call> calls;                 ///< The one on screen first; at most 8.
  std::optional<Card> card;                ///< On screen.
  std::vector<WaitingCard> waiting;
  std::vector<Prompt> prompts;               ///< Not shown yet, or still to be answered.
  std::vector<Watcher> watchers;             ///< In the order in which they began; at most 16.
  std::vector<std::string> ended_call_ids;   ///< Newest last, at most 32: late reports about them change nothing.
  std::map<std::string, int> refusals;       ///< "Does not fit" by rule id; 3 silences the rule.
  std::vector<std::string> shown_card_ids;   ///< Newest last, at most 64.
  absl::Time wake = absl::InfiniteFuture();  ///< When it wants a WokeUp event.
  std::int64_t card_count = 0;               ///< Cards ever made; makes card ids unique.
  QuestionTally questions;
  StoryBook stories;
  Fatigue fatigue;  ///< This and what follows is for the agent's eyes only.
  ResetBook resets;
  HabitBook habits;

  bool operator==(const Desk&) const = default;
};

/// The call on screen; nullptr between calls.
[[nodiscard]] inline const Call* current_call(const Desk& desk) {
  return desk.calls.empty() ? nullptr : &desk.calls.front();
}

/// The call with this id; nullptr when the desk has none.
[[nodiscard]] const Call* find_call(const Desk& desk, const std::string& call_id);

/// Puts the call that belongs on screen first: in call, on hold, ringing, wrap-up; then by start and id.
void order_calls(Desk& desk);

}  // namespace aandacht::domain
