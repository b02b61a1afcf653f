// What the customer's words suggest about the three E's of a call.
#pragma once

#include "shared/domain/call.h"
#include "shared/domain/three_es.h"

namespace aandacht::domain {

/// At the call's end. kUnknown where the words say nothing. Pure.
[[nodiscard]] ThreeEs read_experience(const Call& call);

}  // namespace aandacht::domain
