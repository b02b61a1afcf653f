// Inside redaction: what an utterance says of a card's code, wherever it says it.
#pragma once

#include "shared/domain/redaction_token.h"

namespace aandacht::domain::redaction {

/// "achter die handtekening", "the little one on the front".
struct CardSigns {
  bool signature = false;   ///< Which only a card has beside digits.
  bool side = false;        ///< The back of the card.
  bool front = false;       ///< The other side.
  bool few = false;         ///< "drie cijfertjes".
  bool four = false;        ///< Four digits, as American Express has.
  bool code = false;        ///< "code", and nothing that says of what.
  bool card = false;        ///< A card is named, or its number stood here.
  bool partial = false;     ///< "laatste", "eindigt".
  bool last_three = false;  ///< "de laatste drie".
};

/// `elsewhere`: the call is about something else, so that "alle drie" is of no card.
[[nodiscard]] CardSigns card_signs(const Tokens& tokens, bool elsewhere);

/// "het huisnummer was veertig", and nothing of a card.
[[nodiscard]] bool names_another_number(const Tokens& tokens);

/// Something is said of a card, of paying, or of a code, digits or a number: "achterop", "amex".
[[nodiscard]] bool may_be_about_card(const Tokens& tokens);

}  // namespace aandacht::domain::redaction
