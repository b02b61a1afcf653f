// A thread that does one thing after another.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace aandacht::core {

/// Begins with the first piece of work. Safe to use from any thread.
class SerialThread {
 public:
  using Work = std::function<void()>;

  SerialThread() = default;
  ~SerialThread() { stop(); }
  SerialThread(const SerialThread&) = delete;
  SerialThread& operator=(const SerialThread&) = delete;

  /// False when it was stopped, or more than 1000 pieces wait; then `work` is not done.
  [[nodiscard]] bool post(Work work);

  /// Finishes what waits, takes no more. Not from the thread itself.
  void stop();

 private:
  void run();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Work> queue_;
  bool taking_ = true;
  std::mutex joining_;
  std::thread thread_;
};

}  // namespace aandacht::core
