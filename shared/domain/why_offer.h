// What brings a why up in a turn.
#pragma once

#include <optional>

#include "shared/domain/call.h"
#include "shared/domain/event.h"
#include "shared/domain/library.h"

namespace aandacht::domain {

/// Weakest first.
enum class WhyTrigger {
  kNamed,      ///< The topic is named and no more: to be logged, not to be shown.
  kRule,       ///< The agent states the rule of a topic without its reason.
  kInstitute,  ///< The agent speaks as an institute.
  kObjected,   ///< The customer names the topic and objects to it or asks whether it must be.
  kAsked,      ///< The customer asks why.
};

struct WhyOffer {
  WhyTrigger trigger = WhyTrigger::kNamed;
  const Why* why = nullptr;  ///< Never null; borrowed from the library.
};

/// The why that this turn brings up; absent: none, or it is not clear which. `call` is the call with the turn already
/// taken in. Who asks may point at a topic of earlier turns, as may an institute's line; the others must name it.
[[nodiscard]] std::optional<WhyOffer> why_offer(const Call& call, const UtteranceSaid& said, const Library& library);

}  // namespace aandacht::domain
