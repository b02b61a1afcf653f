#include "service/rpc/streams.h"

#include <chrono>
#include <utility>
#include <vector>

namespace aandacht::rpc {

Streams::Streams() : thread_([this] { run(); }) {}

Streams::~Streams() {
  {
    std::unique_lock lock(mutex_);
    // gRPC may still be in the last call of a stream when its server is gone.
    changed_.wait_for(lock, std::chrono::seconds(2), [this] { return open_.empty(); });
    stopping_ = true;
    changed_.notify_all();
  }
  thread_.join();
}

bool Streams::add(const std::shared_ptr<Stream>& stream) {
  const std::lock_guard lock(mutex_);
  open_.insert(stream);
  return !ended_;
}

void Streams::remove(const std::shared_ptr<Stream>& stream) {
  const std::lock_guard lock(mutex_);
  open_.erase(stream);
  changed_.notify_all();
}

void Streams::wake(const std::weak_ptr<Stream>& stream) {
  const std::lock_guard lock(mutex_);
  woken_.push_back(stream);
  changed_.notify_all();
}

void Streams::end_all(const absl::Status& status) {
  std::vector<std::shared_ptr<Stream>> open;
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    open.assign(open_.begin(), open_.end());
  }
  for (const std::shared_ptr<Stream>& stream : open) stream->end(status);
}

void Streams::run() {
  for (;;) {
    std::deque<std::weak_ptr<Stream>> woken;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return !woken_.empty() || stopping_; });
      if (stopping_) return;
      woken.swap(woken_);
    }
    for (const std::weak_ptr<Stream>& weak : woken) {
      if (const std::shared_ptr<Stream> stream = weak.lock()) stream->pump();
    }
  }
}

}  // namespace aandacht::rpc
