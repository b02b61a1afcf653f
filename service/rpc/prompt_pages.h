// Where a list of prompts goes on.
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "shared/domain/pushed_prompt.h"

namespace aandacht::rpc {

/// After the prompts of a page: many may have been pushed at one moment, as one batch is written.
struct PromptPlace {
  absl::Time pushed;  ///< Of the last one on the page.
  int told = 0;       ///< How many of that moment were told.
};

/// INVALID_ARGUMENT: not a token of to_token().
[[nodiscard]] absl::StatusOr<PromptPlace> place_from_token(const std::string& token);

[[nodiscard]] std::string to_token(const PromptPlace& place);

/// Takes those out of `prompts` that the pages before told. `prompts` are those not newer than `place.pushed`, newest
/// first.
void drop_told(const PromptPlace& place, std::vector<domain::PushedPrompt>& prompts);

/// After these, which came after `before`. `prompts` is not empty.
[[nodiscard]] PromptPlace place_after(const std::vector<domain::PushedPrompt>& prompts, const PromptPlace& before);

}  // namespace aandacht::rpc
