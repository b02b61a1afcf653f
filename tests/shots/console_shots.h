// Pictures of the console.
#pragma once

#include <filesystem>

#include "absl/status/status.h"

namespace aandacht::shots {

/// Every page in every state, both languages, at 1280 x 800 and 2560 x 1440; in Dutch also at 900 x 600, at 1920 x 1080
/// with 200 % and as a wall screen with 150 %. The usual state of each also in the other colours and at 200 %.
/// `for_docs`: the usual states only, at 1280 x 800.
[[nodiscard]] absl::Status take_console(const std::filesystem::path& folder, bool for_docs);

}  // namespace aandacht::shots
