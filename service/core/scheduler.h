// Wakes what wants to be woken.
#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

#include "absl/time/time.h"
#include "shared/base/clock.h"

namespace aandacht::core {

/// One thread for all timers. Waits on the steady clock: a wall clock that is set does not matter to timers already
/// set.
class Scheduler {
 public:
  using Due = std::function<void(const std::string& key)>;

  /// `due` is called in the scheduler's thread, once for each time that was set; it may call set().
  Scheduler(const base::Clock& clock, Due due);
  ~Scheduler();
  Scheduler(const Scheduler&) = delete;
  Scheduler& operator=(const Scheduler&) = delete;

  /// Wakes `key` at this wall-clock time, in the place of any time set before; InfiniteFuture: not any more.
  void set(const std::string& key, absl::Time at);

  /// Looks at the clock again now; for clocks that are moved by hand.
  void poke();

  /// Ends the thread. Nothing is due any more afterwards.
  void stop();

 private:
  void run();
  /// The first key that is due, or empty; otherwise sleeps until something changes or the first is due.
  std::string wait_for_due();

  const base::Clock& clock_;
  const Due due_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::string, absl::Duration> at_;  // On the steady clock.
  bool stopping_ = false;
  std::mutex joining_;
  std::thread thread_;
};

}  // namespace aandacht::core
