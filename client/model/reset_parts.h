// What the parts of a reset share. For the .cpp files of this folder.
#pragma once

#include <string>

#include "client/model/reset_model.h"

namespace aandacht::model {

/// "nl", "en".
[[nodiscard]] std::string language_code(Language language);

[[nodiscard]] FullnessModel make_fullness(const domain::Reset& reset, bool after, Language language);

/// "30 seconden", "2 minuten".
[[nodiscard]] std::string length_text(absl::Duration length, Language language);

}  // namespace aandacht::model
