// Writes what was found, and that its call is over.
#pragma once

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "service/store/store.h"
#include "shared/domain/alert.h"
#include "shared/domain/alert_replay.h"

namespace aandacht::core {

// All of them fail as the store does.

/// Adds alerts for what was not found before, with the words as they are stored now and the end of a call that is over
/// already: an alert that comes late must not wait for it. Those that were added.
[[nodiscard]] absl::StatusOr<std::vector<domain::Alert>> write_found(store::Transaction& store,
                                                                     std::vector<domain::AlertFinding> found);

/// Ends the call in those of its alerts that knew of no end. Those that changed.
[[nodiscard]] absl::StatusOr<std::vector<domain::Alert>> write_end(store::Transaction& store,
                                                                   const domain::AlertReplay::CallOver& over);

/// Ends the call of `alert` when its record at the same agent has an end; else `alert` stays as it is.
[[nodiscard]] absl::Status take_end(store::Transaction& store, domain::Alert& alert);

}  // namespace aandacht::core
