// What each command does inside a transaction. Looks first, writes only what nothing can refuse any more.
#pragma once

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/core/batch.h"
#include "service/core/commands.h"
#include "service/core/mind.h"

namespace aandacht::core {

[[nodiscard]] absl::StatusOr<Written> write_report(Batch& batch, const ReportCall& report);

/// Whether the call of this agent is known to who says this.
[[nodiscard]] bool is_call_of(const SayUtterance& said, const std::string& agent_id);

/// What is answered about a call that is not known, or not known to who asks.
[[nodiscard]] UtteranceAnswer unknown_call();

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

}  // namespace aandacht::core
