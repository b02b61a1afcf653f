// What a book remembers of a reset, and resets that it hears of when they are over. Used by apply() only.
#pragma once

#include <string>

#include "shared/domain/desk_draft.h"
#include "shared/domain/own_acts.h"

namespace aandacht::domain {

/// On screen or past; nullptr: the book has none of this id. Valid until the book changes.
[[nodiscard]] Reset* find_reset(ResetBook& book, const std::string& reset_id);

/// A reset that was asked for elsewhere before the one that runs here: in the past when it was over before that one,
/// and nowhere otherwise. What runs goes on.
void note_late_ask(DeskDraft& draft, const ResetAsked& asked);

}  // namespace aandacht::domain
