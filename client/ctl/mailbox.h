// From gRPC's threads to the thread of a command.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

#include "absl/time/time.h"

namespace aandacht::ctl {

/// An unbounded queue. Safe from any thread.
template <typename Letter>
class Mailbox {
 public:
  void put(Letter letter) {
    {
      const std::lock_guard lock(mutex_);
      letters_.push_back(std::move(letter));
    }
    arrived_.notify_one();
  }

  /// The oldest letter; nullopt when none came for `wait`, which may be infinite.
  [[nodiscard]] std::optional<Letter> take(absl::Duration wait) {
    std::unique_lock lock(mutex_);
    const auto any = [this] { return !letters_.empty(); };
    if (wait == absl::InfiniteDuration()) {
      arrived_.wait(lock, any);
    } else if (!arrived_.wait_for(lock, absl::ToChronoNanoseconds(wait), any)) {
      return std::nullopt;
    }
    Letter letter = std::move(letters_.front());
    letters_.pop_front();
    return letter;
  }

 private:
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Letter> letters_;  ///< Guarded by mutex_.
};

}  // namespace aandacht::ctl
