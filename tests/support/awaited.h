// Results of work that another thread finishes.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "absl/status/statusor.h"

namespace aandacht::test {

inline constexpr std::chrono::seconds kPatience{20};

/// A place where a callback leaves its result; copies share it.
template <typename Result>
class Awaited {
 public:
  /// The callback to hand out.
  std::function<void(absl::StatusOr<Result>)> callback() {
    return [state = state_](absl::StatusOr<Result> result) {
      const std::lock_guard lock(state->mutex);
      state->result = std::move(result);
      state->came.notify_all();
    };
  }

  /// Waits for the result; DEADLINE_EXCEEDED when none comes.
  absl::StatusOr<Result> get() {
    std::unique_lock lock(state_->mutex);
    const auto there = [this] { return state_->result.has_value(); };
    if (!state_->came.wait_for(lock, kPatience, there)) return absl::DeadlineExceededError("no result came");
    return *state_->result;
  }

  bool there() {
    const std::lock_guard lock(state_->mutex);
    return state_->result.has_value();
  }

 private:
  struct State {
    std::mutex mutex;
    std::condition_variable came;
    std::optional<absl::StatusOr<Result>> result;
  };
  std::shared_ptr<State> state_ = std::make_shared<State>();
};

}  // namespace aandacht::test
