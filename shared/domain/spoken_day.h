// Which day a call is about: "vrijdag" in one turn, "dan bel ik u voor elven" in the next.
#pragma once

#include <optional>

#include "shared/domain/call.h"
#include "shared/domain/reading.h"

namespace aandacht::domain {

/// Takes in the day that a turn names. `call.turns` counts the turn already.
void note_day(Call& call, Speaker speaker, const Reading& reading);

/// The day that is spoken of when the next turn begins; absent when the last one was named more than six turns ago.
[[nodiscard]] std::optional<SpokenDay> day_in_mind(const Call& call);

}  // namespace aandacht::domain
