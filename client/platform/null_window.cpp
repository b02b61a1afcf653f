#include "client/platform/null_window.h"

#include <utility>

namespace aandacht::platform {

NullWindow::NullWindow(Size size, float scale) : size_(size), scale_(scale), canvas_(size.width, size.height) {}

void NullWindow::wait_events(std::optional<absl::Duration> timeout) {
  std::unique_lock lock(mutex_);
  if (!wakeup_ && input_.empty() && !should_close_) {
    if (timeout.has_value()) {
      now_ += *timeout;
    } else {
      woken_.wait(lock, [this] { return wakeup_; });
    }
  }
  wakeup_ = false;
}

void NullWindow::post_wakeup() {
  const std::scoped_lock lock(mutex_);
  wakeup_ = true;
  woken_.notify_one();
}

std::vector<Input> NullWindow::take_input() { return std::exchange(input_, {}); }

absl::Status NullWindow::present(const std::vector<render::Rect>& damage) {
  ++presents_;
  last_damage_ = damage;
  return absl::OkStatus();
}

void NullWindow::resize(Size size) {
  if (size == size_) return;
  size_ = size;
  canvas_ = render::Canvas(size.width, size.height);
}

void NullWindow::inject(Input input) { input_.push_back(std::move(input)); }

}  // namespace aandacht::platform
