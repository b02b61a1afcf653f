// What the customer said last, so that the agent can pin it.
#pragma once

#include <string>

#include "shared/domain/call.h"
#include "shared/domain/event.h"

namespace aandacht::domain {

/// Remembers a turn of the customer; forgets the oldest when there are more than 4. Turns of the agent and turns
/// without words are not remembered.
void remember_turn(Call& call, const UtteranceSaid& said, absl::Time at);

/// The turn with this id; nullptr when it is not among the last ones.
[[nodiscard]] const LateTurn* find_turn(const Call& call, const std::string& utterance_id);

/// Makes a turn a fact of the call, in its own words; a fact of the same words becomes pinned. Of a full list the
/// oldest fact that is not pinned goes. False, and nothing changed: it is pinned already, or everything is.
bool pin(Call& call, const LateTurn& turn);

}  // namespace aandacht::domain
