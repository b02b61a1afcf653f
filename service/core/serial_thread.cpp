#include "service/core/serial_thread.h"

#include <utility>

namespace aandacht::core {
namespace {

constexpr std::size_t kMostWaiting = 1000;

}  // namespace

bool SerialThread::post(Work work) {
  const std::lock_guard lock(mutex_);
  if (!taking_ || queue_.size() >= kMostWaiting) return false;
  queue_.push_back(std::move(work));
  if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
  changed_.notify_one();
  return true;
}

void SerialThread::run() {
  for (;;) {
    Work work;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return !queue_.empty() || !taking_; });
      if (queue_.empty()) return;
      work = std::move(queue_.front());
      queue_.pop_front();
    }
    work();
  }
}

void SerialThread::stop() {
  {
    const std::lock_guard lock(mutex_);
    taking_ = false;
  }
  changed_.notify_all();
  const std::lock_guard one_at_a_time(joining_);
  if (thread_.joinable()) thread_.join();
}

}  // namespace aandacht::core
