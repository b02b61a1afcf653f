// Small things that touch the disk, done in order on a thread of their own, so that drawing never waits.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace aandacht::app {

class Errands {
 public:
  Errands();

  /// Does what was asked before and then stops.
  ~Errands();

  Errands(const Errands&) = delete;
  Errands& operator=(const Errands&) = delete;

  /// Any thread; returns at once.
  void ask(std::function<void()> errand);

 private:
  void work();

  std::mutex mutex_;  // Guards waiting_ and stop_.
  std::condition_variable something_to_do_;
  std::deque<std::function<void()>> waiting_;
  bool stop_ = false;
  std::thread thread_;
};

}  // namespace aandacht::app
