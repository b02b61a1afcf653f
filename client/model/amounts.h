// Large numbers, as somebody reads them who waits for them.
#pragma once

#include <cstdint>
#include <string>

#include "client/model/language.h"

namespace aandacht::model {

/// "12.400", "12,400".
[[nodiscard]] std::string amount_text(std::int64_t amount, Language language);

/// "812 bytes", "64 kB", "3,1 MB", "3.1 MB", "1,2 GB": of a thousand each.
[[nodiscard]] std::string size_text(std::int64_t bytes, Language language);

}  // namespace aandacht::model
