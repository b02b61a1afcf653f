// Takes out of a card the words that turned out to be part of a number.
#pragma once

#include "shared/domain/card.h"
#include "shared/domain/desk.h"
#include "shared/domain/redaction_conversation.h"

namespace aandacht::domain {

/// What the card quotes of words which only the old text has becomes a piece of the new text, no longer than it was.
/// Whys and prompts were written beforehand: only their evidence changes.
void forget(Card& card, const LateRedaction& late);

/// The call at this desk, when it is there, and its cards: the one on screen and those that wait.
void forget(Desk& desk, const std::string& call_id, const LateRedaction& late);

}  // namespace aandacht::domain
