// Why an access token is not taken, from what the service says, with what to do.
#pragma once

#include <string>

#include "client/model/language.h"

namespace aandacht::model {

enum class TokenTrouble {
  kMissing,     ///< There is none.
  kUnreadable,  ///< It is no token: cut off, or another file.
  kExpired,
  kRevoked,
  kNotYet,  ///< The clocks do not agree.
  kOther,   ///< Another service's, or not one for this; the service does not take it.
};

/// \param said  the message of an UNAUTHENTICATED answer.
[[nodiscard]] TokenTrouble token_trouble(const std::string& said);

/// What happened, as a sentence.
[[nodiscard]] std::string token_happened(TokenTrouble trouble, Language language);
/// What to do, as a sentence.
[[nodiscard]] std::string token_what_to_do(TokenTrouble trouble, Language language);
/// Both as a clause without a full stop.
[[nodiscard]] std::string token_clause(TokenTrouble trouble, Language language);

}  // namespace aandacht::model
