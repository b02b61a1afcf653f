// One answer out of one snapshot of the store.
#pragma once

#include "absl/status/statusor.h"
#include "service/store/store.h"

namespace aandacht::core {

/// Runs `read` (Reads& → StatusOr<Result>) on one snapshot and carries its result out.
template <typename Result, typename Read>
[[nodiscard]] absl::StatusOr<Result> read_once(store::Store& store, Read&& read) {
  absl::StatusOr<Result> result = absl::UnknownError("not read");
  const absl::Status status = store.read([&](store::Reads& reads) {
    result = read(reads);
    return result.status();
  });
  if (!status.ok()) return status;
  return result;
}

}  // namespace aandacht::core
