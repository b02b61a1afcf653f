// Timers that a test fires by hand.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "absl/time/time.h"
#include "client/net/timer.h"

namespace aandacht::test {

/// Keeps what the timers of one object wait for. Must outlive them.
class ManualTimers {
 public:
  std::function<std::unique_ptr<net::Timer>()> factory() {
    return [this] { return std::make_unique<One>(*this); };
  }

  /// Every delay that was asked for, oldest first.
  [[nodiscard]] std::vector<absl::Duration> delays() const {
    const std::scoped_lock lock(mutex_);
    return delays_;
  }

  /// Runs what waits; false when nothing does.
  bool fire() {
    std::function<void()> action;
    {
      const std::scoped_lock lock(mutex_);
      action = std::exchange(action_, nullptr);
    }
    if (action) {
      action();
    }
    return static_cast<bool>(action);
  }

 private:
  class One final : public net::Timer {
   public:
    explicit One(ManualTimers& all) : all_(all) {}

    void start(absl::Duration delay, std::function<void()> action) override {
      const std::scoped_lock lock(all_.mutex_);
      all_.delays_.push_back(delay);
      all_.action_ = std::move(action);
    }

    void cancel() override {
      std::function<void()> forgotten;
      const std::scoped_lock lock(all_.mutex_);
      forgotten = std::exchange(all_.action_, nullptr);
    }

   private:
    ManualTimers& all_;
  };

  mutable std::mutex mutex_;
  std::vector<absl::Duration> delays_;
  std::function<void()> action_;
};

}  // namespace aandacht::test
