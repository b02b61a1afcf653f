#include "client/net/stop.h"

#include <grpcpp/grpcpp.h>

namespace aandacht::net {

void Stop::stop() {
  {
    const std::scoped_lock lock(mutex_);
    stopped_ = true;
    if (call_ != nullptr) call_->TryCancel();
  }
  changed_.notify_all();
}

bool Stop::stopped() const {
  const std::scoped_lock lock(mutex_);
  return stopped_;
}

absl::Status Stop::status() const { return stopped() ? absl::CancelledError("stopped") : absl::OkStatus(); }

void Stop::sleep(absl::Duration wait) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, absl::ToChronoMicroseconds(wait), [this] { return stopped_; });
}

Stop::Call::Call(Stop* stop, grpc::ClientContext& context) : stop_(stop) {
  if (stop_ == nullptr) return;
  const std::scoped_lock lock(stop_->mutex_);
  stop_->call_ = &context;
  // One that is cancelled before it begins ends as soon as it does.
  if (stop_->stopped_) context.TryCancel();
}

Stop::Call::~Call() {
  if (stop_ == nullptr) return;
  const std::scoped_lock lock(stop_->mutex_);
  stop_->call_ = nullptr;
}

}  // namespace aandacht::net
