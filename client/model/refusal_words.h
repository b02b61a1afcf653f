// Why the service did not do something, in the window's words.
#pragma once

#include <string>

#include "absl/status/status.h"
#include "client/model/language.h"

namespace aandacht::model {

/// A clause without a full stop. A token that is no longer taken is told with what to do; for the rest the service's
/// own sentence, which is English.
[[nodiscard]] std::string refusal_words(const absl::Status& status, Language language);

}  // namespace aandacht::model
