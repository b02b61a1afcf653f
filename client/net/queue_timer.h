// A timer on a completion thread. For the .cpp files of this folder.
#pragma once

#include <grpcpp/alarm.h>

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

#include "client/net/completion_thread.h"
#include "client/net/timer.h"

namespace aandacht::net {

/// Runs its action on the queue's thread. The queue outlives every start().
class QueueTimer final : public Timer {
 public:
  explicit QueueTimer(grpc::CompletionQueue* queue) : queue_(queue) {}
  ~QueueTimer() override { cancel(); }
  QueueTimer(const QueueTimer&) = delete;
  QueueTimer& operator=(const QueueTimer&) = delete;

  void start(absl::Duration delay, std::function<void()> action) override {
    cancel();
    ring_ = std::make_shared<Ring>();
    ring_->action = std::move(action);
    ring_->self = ring_;
    const auto when = std::chrono::system_clock::now() + absl::ToChronoMicroseconds(delay);
    ring_->alarm.Set(queue_, when, tag_of(ring_.get()));
  }

  void cancel() override {
    if (ring_ != nullptr) ring_->alarm.Cancel();
    ring_.reset();
  }

 private:
  /// Lives until the queue has handed it back, rung or cancelled.
  struct Ring final : Step {
    void proceed(bool ok) override {
      const std::shared_ptr<Ring> last = std::move(self);
      if (ok) action();
    }
    grpc::Alarm alarm;
    std::function<void()> action;
    std::shared_ptr<Ring> self;
  };

  grpc::CompletionQueue* queue_;
  std::shared_ptr<Ring> ring_;
};

}  // namespace aandacht::net
