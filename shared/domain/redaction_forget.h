// Takes out of what was read, and out of a call, the words that turned out to be part of a number.
#pragma once

#include "shared/domain/call.h"
#include "shared/domain/event.h"
#include "shared/domain/redaction_conversation.h"

namespace aandacht::domain {

/// Puts the late text in the utterance's place. Of its reading everything that quotes words which the new text no
/// longer has goes, or loses its quote when it stands without one.
void forget(UtteranceSaid& said, const LateRedaction& late);

/// Takes facts and promises out of the call that quote words which only the old text has. A pinned turn stays, in its
/// new words.
void forget(Call& call, const LateRedaction& late);

}  // namespace aandacht::domain
