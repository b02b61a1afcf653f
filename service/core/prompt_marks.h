// What a desk's changes, and the windows that follow it, say of the prompts that were pushed to it.
#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "service/core/batch.h"
#include "shared/domain/change.h"

namespace aandacht::core {

// All of them write what supervisors may know of it, and tell the batch which prompts that are.

/// The answers. That a prompt's card came on a desk is told to nobody: no window may have been there.
absl::Status mark_prompts(Batch& batch, const std::string& agent_id, const std::vector<domain::Change>& changes);

/// A window said that it has these prompts. Nothing for those that are not at this desk.
absl::Status mark_received(Batch& batch, const std::string& agent_id, const std::vector<std::string>& prompt_ids);

/// A window said that it has this prompt on screen. True when supervisors are told so, now or since before; said again
/// it touches nothing. False, and nothing is written, when it is not the desk's card.
///
/// Of a prompt that is not urgent nothing is told between calls, or in a wrap-up: one that has to wait for a reset
/// comes on screen when the next call begins. Windows say it again then, so that the two are told alike.
absl::StatusOr<bool> mark_on_screen(Batch& batch, const std::string& agent_id, const std::string& prompt_id);

}  // namespace aandacht::core
