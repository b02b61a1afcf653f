// What each command does inside a transaction. Looks first, writes only what nothing can refuse any more.
#pragma once

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/core/batch.h"
#include "service/core/commands.h"
#include "service/core/mind.h"
#include "service/core/pushed_prompts.h"

namespace aandacht::core {

[[nodiscard]] absl::StatusOr<Written> write_report(Batch& batch, const ReportCall& report);

/// \param grace  how long after a call's end its last words may have been said.
[[nodiscard]] absl::StatusOr<UtteranceAnswer> write_utterance(Batch& batch, const SayUtterance& said,
                                                              const Mind::Heard& heard, absl::Duration grace);

/// NOT_FOUND: this desk never showed that card.
[[nodiscard]] absl::StatusOr<Written> write_card_answer(Batch& batch, const AnswerCard& answer);

/// NOT_FOUND: no such why.
[[nodiscard]] absl::StatusOr<Written> write_why_choice(Batch& batch, const ShowWhy& choice);

/// NOT_FOUND: no such call in wrap-up.
[[nodiscard]] absl::StatusOr<Written> write_wrap_up(Batch& batch, const FinishWrapUp& finished);

/// NOT_FOUND: no such call, or the turn is not among the customer's last ones.
[[nodiscard]] absl::StatusOr<Written> write_pin(Batch& batch, const PinHeard& pinned);

/// NOT_FOUND: no such call.
[[nodiscard]] absl::StatusOr<Written> write_heavy(Batch& batch, const MarkHeavy& marked);

/// NOT_FOUND: no such call in wrap-up, no such reset, or no habit was chosen.
[[nodiscard]] absl::StatusOr<Written> write_own_act(Batch& batch, const RecordAct& record);

/// At how many desks the prompt waits, shows or was shown. NOT_FOUND: an agent without a desk on the floor;
/// RESOURCE_EXHAUSTED: `pushed` has 20 of a desk; then nobody gets the prompt.
///
/// \param listed  agents who have a desk though nothing happened there yet.
[[nodiscard]] absl::StatusOr<int> write_prompt(Batch& batch, const PushPrompt& prompt,
                                               const std::vector<std::string>& listed, PushedPrompts& pushed);

}  // namespace aandacht::core
