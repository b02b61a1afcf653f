// What became of a prompt, as lines for people and for scripts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/time/time.h"
#include "shared/domain/pushed_prompt.h"

namespace aandacht::ctl {

/// "waiting", "delivered", "shown", "used", "not_now", "does_not_fit", "expired", "recalled".
[[nodiscard]] std::string_view word(domain::PromptState state);

/// For people one line with counts; for scripts one JSON line a desk.
[[nodiscard]] std::vector<std::string> prompt_lines(const domain::PushedPrompt& prompt, bool json, absl::TimeZone zone);

}  // namespace aandacht::ctl
