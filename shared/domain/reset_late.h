// Answers that were given in time, without the service or behind another program's events, and come in when time or a
// call has moved the reset on. They are played at the moment they were given; nothing begins again. Used by apply() and
// by whoever checks an act.
#pragma once

#include "absl/time/time.h"
#include "shared/domain/desk_draft.h"
#include "shared/domain/own_acts.h"

namespace aandacht::domain {

/// True when this answer would have found its reset open at `at`, and it is over now: an offer that nobody answered, or
/// a reset that its time or a call ended.
[[nodiscard]] bool was_in_time(const ResetBook& book, const ResetAnswered& answered, absl::Time at);

/// Does what the answer would have done at draft.happened(). Calls that came since end it. What still runs comes on
/// screen when nothing else is there. Only when was_in_time().
void answer_late(DeskDraft& draft, const ResetAnswered& answered);

}  // namespace aandacht::domain
