// Prompts that were pushed, between the domain and prompts.proto.
#pragma once

#include <optional>

#include "aandacht/v1/prompts.pb.h"
#include "absl/status/statusor.h"
#include "shared/domain/library.h"
#include "shared/domain/prompt_finding.h"
#include "shared/domain/pushed_prompt.h"

namespace aandacht::wire {

[[nodiscard]] v1::PromptState to_proto(domain::PromptState value);
[[nodiscard]] std::optional<domain::PromptState> from_proto(v1::PromptState value);
[[nodiscard]] v1::PromptFlaw to_proto(domain::PromptFlaw value);
[[nodiscard]] std::optional<domain::PromptFlaw> from_proto(v1::PromptFlaw value);

[[nodiscard]] v1::PushedPrompt to_proto(const domain::PushedPrompt& prompt);
/// INVALID_ARGUMENT: a state that is not known here, or a time outside the calendar.
[[nodiscard]] absl::StatusOr<domain::PushedPrompt> from_proto(const v1::PushedPrompt& message);

[[nodiscard]] v1::PromptTemplate to_proto(const domain::PromptTemplate& prompt);
[[nodiscard]] domain::PromptTemplate from_proto(const v1::PromptTemplate& message);

[[nodiscard]] v1::PromptFinding to_proto(const domain::PromptFinding& finding);
/// INVALID_ARGUMENT: a flaw that is not known here.
[[nodiscard]] absl::StatusOr<domain::PromptFinding> from_proto(const v1::PromptFinding& message);

}  // namespace aandacht::wire
