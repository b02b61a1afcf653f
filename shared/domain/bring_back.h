// When what a customer told is brought back: at an arrangement that it touches, or when the call closes.
#pragma once

#include <string_view>
#include <vector>

#include "shared/domain/call.h"
#include "shared/domain/event.h"

namespace aandacht::domain {

/// What was heard and not brought back yet, at one turn of the agent.
struct BringBack {
  std::vector<HeardFact> now;       ///< To be shown, the most fitting first.
  std::vector<HeardFact> later;     ///< The turn only sounds like the moment.
  std::vector<HeardFact> said_now;  ///< The agent speaks of these in this turn.
};

/// The moment is an agent's turn that makes a dated promise, or asks whether there is anything else; advice alone and
/// goodbyes are not. At a promise come
/// facts with a day to come, then constraints, plans, people and life events; at the end, which is a quiet moment, only
/// what is to come; feelings never. At advice and goodbyes all are `later`; all lists are empty for every other turn.
/// `call` is the call with the turn taken in.
[[nodiscard]] BringBack bring_back(const Call& call, const UtteranceSaid& said);

/// True when `text` names something of the fact: shares a word with it, apart from days and function words.
[[nodiscard]] bool speaks_of(const HeardFact& fact, std::string_view text, std::string_view language);

}  // namespace aandacht::domain
