// Blocks until something that answers later has answered.
#pragma once

#include <functional>
#include <future>
#include <utility>

#include "absl/status/statusor.h"

namespace aandacht::ctl {

/// `ask` is given the callback for the answer, which must come.
template <typename Result, typename Ask>
[[nodiscard]] absl::StatusOr<Result> wait_for(Ask ask) {
  std::promise<absl::StatusOr<Result>> promise;
  ask([&promise](absl::StatusOr<Result> result) { promise.set_value(std::move(result)); });
  return promise.get_future().get();
}

}  // namespace aandacht::ctl
