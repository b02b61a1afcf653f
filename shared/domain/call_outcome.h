// How a call is going to end: is the customer helped, could the agent do anything?
#pragma once

#include "shared/domain/call.h"
#include "shared/domain/reading.h"

namespace aandacht::domain {

/// The outcome after one more turn.
///
/// Solved: yes when the customer says that it helps after the agent promised, proposed something, or takes leave after
/// that without a complaint; no when the customer says that it does not, or is refused and nothing is offered after
/// that, or the call is helpless; unknown until then, and again when something else is brought up. Helpless: yes from
/// the second refusal that no offer answers, from a refusal that the call closes on, and when a refusal for good stands
/// that is said again, or that something else is offered for, or that the customer gives in to; a refusal that is taken
/// back counts for half. No when something was offered otherwise.
[[nodiscard]] CallOutcome note_turn(CallOutcome outcome, Speaker speaker, const Reading& reading, CallPhase phase);

}  // namespace aandacht::domain
