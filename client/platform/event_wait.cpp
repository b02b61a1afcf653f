#include "client/platform/event_wait.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <system_error>
#include <vector>

namespace aandacht::platform {

Bell::Bell() : descriptor_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
}

Bell::~Bell() { ::close(descriptor_); }

void Bell::ring() {
  const std::uint64_t one = 1;
  // It fails only when the counter is full, and then the bell rings already.
  [[maybe_unused]] const auto written = ::write(descriptor_, &one, sizeof one);
}

void Bell::silence() {
  std::uint64_t rung = 0;
  [[maybe_unused]] const auto read = ::read(descriptor_, &rung, sizeof rung);
}

void wait_for_any(std::initializer_list<int> descriptors, std::optional<absl::Duration> timeout) {
  std::vector<pollfd> polled;
  for (const int descriptor : descriptors) polled.push_back({descriptor, POLLIN, 0});
  if (!timeout.has_value()) {
    ::ppoll(polled.data(), polled.size(), nullptr, nullptr);
    return;
  }
  const timespec limit = absl::ToTimespec(std::max(*timeout, absl::ZeroDuration()));
  ::ppoll(polled.data(), polled.size(), &limit, nullptr);
}

}  // namespace aandacht::platform
