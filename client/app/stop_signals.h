// SIGTERM and SIGINT, as an ordinary call.
#pragma once

#include <functional>
#include <thread>

namespace aandacht::app {

/// Waits for SIGTERM or SIGINT in a thread of its own. One a process.
class StopSignals {
 public:
  /// Blocks the signals in this thread and those it starts. Call before any other thread is made.
  static void block();

  /// `stop` is called once, on the waiting thread, when a signal comes.
  explicit StopSignals(std::function<void()> stop);
  ~StopSignals();

  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

 private:
  std::thread thread_;
};

}  // namespace aandacht::app
