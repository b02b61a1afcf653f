#include "service/rpc/streams.h"

#include <utility>
#include <vector>

namespace aandacht::rpc {

Streams::Streams() : thread_([this] { run(); }) {}

Streams::~Streams() {
  {
    absl::MutexLock lock(&mutex_);
    stopping_ = true;
  }
  thread_.join();
}

bool Streams::add(const std::shared_ptr<Stream>& stream) {
  absl::MutexLock lock(&mutex_);
  if (ended_) return false;
  open_.insert(stream);
  return true;
}

void Streams::remove(const std::shared_ptr<Stream>& stream) {
  absl::MutexLock lock(&mutex_);
  open_.erase(stream);
}

void Streams::wake(const std::weak_ptr<Stream>& stream) {
  absl::MutexLock lock(&mutex_);
  woken_.push_back(stream);
}

void Streams::end_all(const absl::Status& status) {
  std::vector<std::shared_ptr<Stream>> open;
  {
    absl::MutexLock lock(&mutex_);
    ended_ = true;
    open.assign(open_.begin(), open_.end());
  }
  for (const std::shared_ptr<Stream>& stream : open) stream->end(status);
}

void Streams::run() {
  const auto ready = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return !woken_.empty() || stopping_; };
  for (;;) {
    std::deque<std::weak_ptr<Stream>> woken;
    {
      absl::MutexLock lock(&mutex_);
      mutex_.Await(absl::Condition(&ready));
      if (stopping_) return;
      woken.swap(woken_);
    }
    for (const std::weak_ptr<Stream>& weak : woken) {
      if (const std::shared_ptr<Stream> stream = weak.lock()) stream->pump();
    }
  }
}

}  // namespace aandacht::rpc
