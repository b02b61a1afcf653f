#include "client/softphone/baresip_socket.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>

#include "absl/strings/str_cat.h"

namespace aandacht::softphone {
namespace {

constexpr int kWriteMilliseconds = 1'000;

int poll_milliseconds(absl::Duration limit) {
  if (limit == absl::InfiniteDuration()) {
    return -1;
  }
  const std::int64_t milliseconds = absl::ToInt64Milliseconds(absl::Ceil(limit, absl::Milliseconds(1)));
  return static_cast<int>(std::clamp<std::int64_t>(milliseconds, 0, 1 << 30));
}

absl::Status unavailable(const std::string& host, int port, int error) {
  return absl::UnavailableError(absl::StrCat(host, ":", port, ": ", std::strerror(error)));
}

}  // namespace

WakeUp::WakeUp() : descriptor_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

WakeUp::~WakeUp() { ::close(descriptor_); }

void WakeUp::ring() {
  const std::uint64_t one = 1;
  (void)!::write(descriptor_, &one, sizeof one);
}

void WakeUp::clear() {
  std::uint64_t count = 0;
  (void)!::read(descriptor_, &count, sizeof count);
}

void WakeUp::wait(absl::Duration limit) {
  pollfd watched = {descriptor_, POLLIN, 0};
  (void)::poll(&watched, 1, poll_milliseconds(limit));
}

absl::Status Socket::connect(const std::string& host, int port, absl::Duration limit, const WakeUp& wake) {
  close();
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  if (inet_pton(AF_INET, host.c_str(), &address.sin_addr) != 1) {
    return absl::InvalidArgumentError(absl::StrCat(host, " is not an IPv4 address"));
  }
  descriptor_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (descriptor_ < 0) {
    return unavailable(host, port, errno);
  }
  const int on = 1;
  setsockopt(descriptor_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  setsockopt(descriptor_, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
  if (::connect(descriptor_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
    return absl::OkStatus();
  }
  if (errno != EINPROGRESS) {
    const int error = errno;
    close();
    return unavailable(host, port, error);
  }
  pollfd watched[2] = {{descriptor_, POLLOUT, 0}, {wake.descriptor(), POLLIN, 0}};
  const int ready = ::poll(watched, 2, poll_milliseconds(limit));
  int error = ETIMEDOUT;
  socklen_t size = sizeof error;
  if (ready > 0 && watched[0].revents != 0) {
    getsockopt(descriptor_, SOL_SOCKET, SO_ERROR, &error, &size);
  }
  if (error == 0) {
    return absl::OkStatus();
  }
  close();
  return ready > 0 && watched[0].revents == 0 ? absl::CancelledError("stopped") : unavailable(host, port, error);
}

void Socket::close() {
  if (descriptor_ >= 0) {
    ::close(descriptor_);
    descriptor_ = -1;
  }
}

Socket::Ready Socket::wait(const WakeUp& wake, absl::Duration limit) const {
  pollfd watched[2] = {{wake.descriptor(), POLLIN, 0}, {descriptor_, POLLIN, 0}};
  (void)::poll(watched, 2, poll_milliseconds(limit));
  if (watched[0].revents != 0) {
    return Ready::kWoken;
  }
  return watched[1].revents != 0 ? Ready::kReadable : Ready::kTimedOut;
}

std::optional<std::string> Socket::read() {
  char bytes[16 * 1024];
  const ssize_t count = ::recv(descriptor_, bytes, sizeof bytes, 0);
  if (count > 0) {
    return std::string(bytes, static_cast<std::size_t>(count));
  }
  if (count < 0 && (errno == EAGAIN || errno == EINTR)) {
    return std::nullopt;
  }
  return std::string();
}

bool Socket::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
      continue;
    }
    pollfd watched = {descriptor_, POLLOUT, 0};
    if (count == 0 || (errno != EAGAIN && errno != EINTR) || ::poll(&watched, 1, kWriteMilliseconds) <= 0) {
      return false;
    }
  }
  return true;
}

}  // namespace aandacht::softphone
