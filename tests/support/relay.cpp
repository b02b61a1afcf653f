#include "tests/support/relay.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "absl/time/clock.h"

namespace aandacht::test {
namespace {

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();

int connect_to(int port) {
  const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_in address = loopback(port);
  if (connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return fd;
  close(fd);
  return -1;
}

}  // namespace

Relay::Relay(const std::string& target) : target_port_(std::stoi(target.substr(target.rfind(':') + 1))) {
  room_.fill(kAll);
  listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  if (bind(listener_, reinterpret_cast<const sockaddr*>(&address), size) != 0 || listen(listener_, 4) != 0 ||
      pipe(stop_) != 0 || pipe(changed_) != 0) {
    throw std::runtime_error("the relay cannot listen");
  }
  getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

Relay::~Relay() {
  close(stop_[1]);
  thread_.join();
  for (const int fd : {stop_[0], changed_[0], changed_[1], listener_}) close(fd);
}

std::string Relay::address() const { return "127.0.0.1:" + std::to_string(port_); }

std::optional<absl::Time> Relay::when(const std::string& word) {
  const std::scoped_lock lock(mutex_);
  const std::size_t at = heard_.find(word);
  if (at == std::string::npos) return std::nullopt;
  return arrivals_.lower_bound(at + word.size())->second;
}

std::string Relay::heard() {
  const std::scoped_lock lock(mutex_);
  return heard_;
}

void Relay::hold(Way way, std::size_t after) { set_room(way, after); }

void Relay::release(Way way) { set_room(way, kAll); }

void Relay::set_room(Way way, std::size_t bytes) {
  {
    const std::scoped_lock lock(mutex_);
    room_[static_cast<std::size_t>(way)] = bytes;
  }
  const char woken = 0;
  if (write(changed_[1], &woken, 1) != 1) throw std::runtime_error("the relay cannot be told");
}

std::size_t Relay::room(Way way) {
  const std::scoped_lock lock(mutex_);
  return room_[static_cast<std::size_t>(way)];
}

void Relay::take_room(Way way, std::size_t bytes) {
  const std::scoped_lock lock(mutex_);
  std::size_t& left = room_[static_cast<std::size_t>(way)];
  if (left != kAll) left -= std::min(left, bytes);
}

void Relay::serve() {
  while (true) {
    std::array<pollfd, 2> wait{{{listener_, POLLIN, 0}, {stop_[0], POLLIN, 0}}};
    if (poll(wait.data(), wait.size(), -1) < 0 || wait[1].revents != 0) return;
    const int client = accept(listener_, nullptr, nullptr);
    const int server = connect_to(target_port_);
    if (client >= 0 && server >= 0) pass(client, server);
    if (client >= 0) close(client);
    if (server >= 0) close(server);
  }
}

void Relay::pass(int client, int server) {
  std::array<char, 4096> piece{};
  while (true) {
    const std::array<std::size_t, 2> most = {room(Way::kToTarget), room(Way::kFromTarget)};
    // Of a side that is held only its end is heard.
    const auto wish = [&](Way way) -> short { return most[static_cast<std::size_t>(way)] > 0 ? POLLIN : POLLRDHUP; };
    std::array<pollfd, 4> wait{{{client, wish(Way::kToTarget), 0},
                                {server, wish(Way::kFromTarget), 0},
                                {changed_[0], POLLIN, 0},
                                {stop_[0], POLLIN, 0}}};
    if (poll(wait.data(), wait.size(), -1) < 0 || wait[3].revents != 0) return;
    if (wait[2].revents != 0) {
      if (read(changed_[0], piece.data(), piece.size()) <= 0) return;
      continue;
    }
    for (const Way way : {Way::kToTarget, Way::kFromTarget}) {
      const bool from_server = way == Way::kFromTarget;
      const auto side = static_cast<std::size_t>(way);
      if (wait[side].revents == 0) continue;
      if (most[side] == 0) return;
      const ssize_t count = read(from_server ? server : client, piece.data(), std::min(piece.size(), most[side]));
      if (count <= 0) return;
      take_room(way, static_cast<std::size_t>(count));
      if (from_server) {
        const std::scoped_lock lock(mutex_);
        heard_.append(piece.data(), static_cast<std::size_t>(count));
        arrivals_[heard_.size()] = absl::Now();
      }
      if (write(from_server ? client : server, piece.data(), static_cast<std::size_t>(count)) != count) return;
    }
  }
}

}  // namespace aandacht::test
