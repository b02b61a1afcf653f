// Messages for the thread that draws.
#pragma once

#include <cstddef>
#include <functional>
#include <mutex>
#include <utility>
#include <vector>

namespace aandacht::app {

/// What other threads want done on the drawing thread, in the order in which it was posted.
class Inbox {
 public:
  /// `wake` is called after every post, on the poster's thread, without the lock held; it must not block.
  explicit Inbox(std::function<void()> wake) : wake_(std::move(wake)) {}

  /// Any thread, never waits for drawing. `message` carries its own copies.
  void post(std::function<void()> message) {
    {
      const std::scoped_lock lock(mutex_);
      waiting_.push_back(std::move(message));
    }
    wake_();
  }

  /// Runs everything posted so far and gives how many there were. The drawing thread only. What is posted meanwhile
  /// stays for the next time.
  std::size_t drain() {
    std::vector<std::function<void()>> taken;
    {
      const std::scoped_lock lock(mutex_);
      taken.swap(waiting_);
    }
    for (const std::function<void()>& message : taken) message();
    return taken.size();
  }

 private:
  std::function<void()> wake_;
  std::mutex mutex_;
  std::vector<std::function<void()>> waiting_;
};

}  // namespace aandacht::app
