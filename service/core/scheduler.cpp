#include "service/core/scheduler.h"

#include <algorithm>

namespace aandacht::core {

Scheduler::Scheduler(const base::Clock& clock, Due due)
    : clock_(clock), due_(std::move(due)), thread_([this] { run(); }) {}

Scheduler::~Scheduler() { stop(); }

void Scheduler::set(const std::string& key, absl::Time at) {
  absl::MutexLock lock(&mutex_);
  if (at == absl::InfiniteFuture()) {
    at_.erase(key);
    return;
  }
  at_[key] = clock_.steady() + (at - clock_.now());
  changed_.Signal();
}

void Scheduler::poke() {
  absl::MutexLock lock(&mutex_);
  changed_.Signal();
}

void Scheduler::stop() {
  {
    absl::MutexLock lock(&mutex_);
    stopping_ = true;
    changed_.Signal();
  }
  absl::MutexLock lock(&joining_);
  if (thread_.joinable()) thread_.join();
}

std::string Scheduler::wait_for_due() {
  absl::MutexLock lock(&mutex_);
  while (!stopping_) {
    const auto first = std::min_element(at_.begin(), at_.end(),
                                        [](const auto& a, const auto& b) { return a.second < b.second; });
    const absl::Duration wait = first == at_.end() ? absl::InfiniteDuration() : first->second - clock_.steady();
    if (wait <= absl::ZeroDuration()) {
      std::string key = first->first;
      at_.erase(first);
      return key;
    }
    changed_.WaitWithTimeout(&mutex_, wait);
  }
  return "";
}

void Scheduler::run() {
  for (std::string key = wait_for_due(); !key.empty(); key = wait_for_due()) due_(key);
}

}  // namespace aandacht::core
