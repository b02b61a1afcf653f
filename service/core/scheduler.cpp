#include "service/core/scheduler.h"

#include <algorithm>

namespace aandacht::core {
namespace {

// The standard library's waits overflow with very long ones.
constexpr absl::Duration kLongestWait = absl::Hours(1);

}  // namespace

Scheduler::Scheduler(const base::Clock& clock, Due due)
    : clock_(clock), due_(std::move(due)), thread_([this] { run(); }) {}

Scheduler::~Scheduler() { stop(); }

void Scheduler::set(const std::string& key, absl::Time at) {
  const std::lock_guard lock(mutex_);
  if (at == absl::InfiniteFuture()) {
    at_.erase(key);
    return;
  }
  at_[key] = clock_.steady() + (at - clock_.now());
  changed_.notify_one();
}

void Scheduler::poke() {
  const std::lock_guard lock(mutex_);
  changed_.notify_one();
}

void Scheduler::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    changed_.notify_one();
  }
  const std::lock_guard lock(joining_);
  if (thread_.joinable()) thread_.join();
}

std::string Scheduler::wait_for_due() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    const auto first =
        std::min_element(at_.begin(), at_.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    const absl::Duration wait = first == at_.end() ? absl::InfiniteDuration() : first->second - clock_.steady();
    if (wait <= absl::ZeroDuration()) {
      std::string key = first->first;
      at_.erase(first);
      return key;
    }
    changed_.wait_for(lock,
                      absl::ToChronoMilliseconds(std::min(absl::Ceil(wait, absl::Milliseconds(1)), kLongestWait)));
  }
  return "";
}

void Scheduler::run() {
  for (std::string key = wait_for_due(); !key.empty(); key = wait_for_due()) due_(key);
}

}  // namespace aandacht::core
