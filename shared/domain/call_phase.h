// Where a conversation is.
#pragma once

#include "shared/domain/call.h"
#include "shared/domain/reading.h"

namespace aandacht::domain {

/// The phase after turn number `turn` (1-based). A conversation opens for six turns or until the agent advises, is then
/// being solved, and closes when somebody begins to; a new advice after that brings it back to solving.
[[nodiscard]] CallPhase next_phase(CallPhase phase, int turn, const Reading& reading);

}  // namespace aandacht::domain
