// Ends what another thread waits for, so that nobody waits for that thread.
#pragma once

#include <condition_variable>
#include <mutex>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace grpc {
class ClientContext;
}

namespace aandacht::net {

/// For one piece of work with calls that block. Safe to use from any thread; outlives the work.
class Stop {
 public:
  /// The call that is under way is cancelled, and so is every later one. At once, and for good.
  void stop();

  [[nodiscard]] bool stopped() const;

  /// CANCELLED when stop() was called, else OK.
  [[nodiscard]] absl::Status status() const;

  /// Waits that long, or until stop().
  void sleep(absl::Duration wait);

  /// A call that stop() cancels while this lives; at most one at a time. For the .cpp files of this folder.
  class Call {
   public:
    /// `stop` may be null. Both outlive this.
    Call(Stop* stop, grpc::ClientContext& context);
    ~Call();
    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;

   private:
    Stop* const stop_;
  };

 private:
  mutable std::mutex mutex_;  // Guards what follows.
  std::condition_variable changed_;
  grpc::ClientContext* call_ = nullptr;
  bool stopped_ = false;
};

}  // namespace aandacht::net
