// Where a conversation is.
#pragma once

#include "shared/domain/call.h"
#include "shared/domain/reading.h"

namespace aandacht::domain {

/// The phase after turn number `turn` (1-based). A conversation opens for eight turns or until somebody works at it
/// (the agent advises, promises or refuses, the customer asks why), is then being solved, and closes when somebody
/// begins to after the fourth turn. Something else that is brought up while closing, or a new advice, brings it back to
/// solving.
[[nodiscard]] CallPhase next_phase(CallPhase phase, int turn, const Reading& reading);

}  // namespace aandacht::domain
