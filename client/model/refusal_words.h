// Why the service did not do something, in the window's words.
#pragma once

#include <string>

#include "absl/status/status.h"
#include "client/model/language.h"

namespace aandacht::model {

/// A clause without a full stop. A token that is not taken is told with why and what to do; for the rest as said_words.
[[nodiscard]] std::string refusal_words(const absl::Status& status, Language language);

/// What the service, the connection or a file says of itself, in the window's language, as a clause without a full
/// stop. What nobody wrote Dutch for stays as it was said.
[[nodiscard]] std::string said_words(const std::string& said, Language language);

/// The same as a sentence: with a capital and a full stop.
[[nodiscard]] std::string said_sentence(const std::string& said, Language language);

}  // namespace aandacht::model
