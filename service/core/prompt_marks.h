// What a desk's changes say of the prompts that were pushed to it.
#pragma once

#include <vector>

#include "absl/status/status.h"
#include "service/core/batch.h"
#include "shared/domain/change.h"

namespace aandacht::core {

/// Writes what supervisors may know of it, and tells the batch which prompts that are.
///
/// A prompt that is not urgent and comes on screen between calls, or in a wrap-up, is told only with its answer or when
/// the next call begins: one that had to wait for a reset comes on screen at that same moment, so that the two are told
/// alike.
absl::Status mark_prompts(Batch& batch, const domain::Desk& before, const domain::Desk& after,
                          const std::vector<domain::Change>& changes);

}  // namespace aandacht::core
