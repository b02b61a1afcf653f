#include "tests/support/fake_baresip.h"

#include <mutex>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "client/softphone/netstring.h"
#include "nlohmann/json.hpp"

namespace aandacht::test {

FakeBaresip::FakeBaresip(Responder responder, int port)
    : responder_(std::move(responder)), listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  const int on = 1;
  setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listener_, 8) != 0 ||
      ::pipe(stop_) != 0) {
    std::abort();
  }
  getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

FakeBaresip::~FakeBaresip() {
  (void)!::write(stop_[1], "x", 1);
  thread_.join();
  hang_up();
  for (const int descriptor : {listener_, stop_[0], stop_[1]}) {
    ::close(descriptor);
  }
}

std::vector<std::string> FakeBaresip::writes() const {
  const std::scoped_lock lock(mutex_);
  return writes_;
}

void FakeBaresip::send(const std::string& bytes, std::size_t piece) {
  const std::scoped_lock lock(mutex_);
  for (std::size_t at = 0; at < bytes.size() && client_ >= 0; at += piece) {
    const std::size_t count = std::min(piece, bytes.size() - at);
    (void)!::send(client_, bytes.data() + at, count, MSG_NOSIGNAL);
  }
}

void FakeBaresip::hang_up() {
  const std::scoped_lock lock(mutex_);
  if (client_ >= 0) {
    ::close(client_);
    client_ = -1;
  }
}

void FakeBaresip::serve() {
  for (;;) {
    int client = -1;
    {
      const std::scoped_lock lock(mutex_);
      client = client_;
    }
    pollfd watched[3] = {{stop_[0], POLLIN, 0}, {listener_, POLLIN, 0}, {client, POLLIN, 0}};
    if (::poll(watched, 3, 20) < 0 || watched[0].revents != 0) {
      return;
    }
    if (watched[1].revents != 0) {
      hang_up();
      const int on = 1;
      const std::scoped_lock lock(mutex_);
      client_ = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
      setsockopt(client_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
      ++clients_;
    } else if (watched[2].revents != 0) {
      char bytes[4096];
      const ssize_t count = ::recv(client, bytes, sizeof bytes, MSG_DONTWAIT);
      if (count > 0) {
        answer(std::string(bytes, static_cast<std::size_t>(count)));
      } else if (count == 0) {
        hang_up();
      }
    }
  }
}

void FakeBaresip::answer(const std::string& write) {
  {
    const std::scoped_lock lock(mutex_);
    writes_.push_back(write);
  }
  softphone::NetstringReader reader;
  (void)reader.feed(write, [this](std::string_view payload) {
    const nlohmann::json command = nlohmann::json::parse(payload);
    const std::string data = responder_(command["command"]);
    if (!data.empty()) {
      const nlohmann::json answer = {{"response", true}, {"ok", true}, {"data", data}, {"token", command["token"]}};
      send(softphone::to_netstring(answer.dump()));
    }
  });
}

}  // namespace aandacht::test
