// An X server on another machine: what a program sends travels over TCP and is counted.
// x_relay DISPLAY-NUMBER FILE: prints the display to use, keeps the number of bytes sent to the server in FILE. Runs
// until it is killed.
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

namespace {

constexpr int kFirstPort = 6000;  // Of display 0.

int listen_anywhere(int& port) {
  const int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (bind(listener, reinterpret_cast<sockaddr*>(&address), size) != 0 || listen(listener, 4) != 0) return -1;
  getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
  port = ntohs(address.sin_port);
  return listener;
}

int connect_to_display(const std::string& number) {
  const int server = socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address = {};
  address.sun_family = AF_UNIX;
  std::snprintf(address.sun_path, sizeof address.sun_path, "/tmp/.X11-unix/X%s", number.c_str());
  return connect(server, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 ? server : -1;
}

/// How many bytes went from `from` to `to`; 0 when either is closed.
std::size_t pass_on(int from, int to) {
  static std::array<char, 1 << 18> bytes;
  const ssize_t got = read(from, bytes.data(), bytes.size());
  for (ssize_t sent = 0; sent < got;) {
    const ssize_t now = write(to, bytes.data() + sent, static_cast<std::size_t>(got - sent));
    if (now <= 0) return 0;
    sent += now;
  }
  return got > 0 ? static_cast<std::size_t>(got) : 0;
}

struct Connection {
  int client = -1;
  int server = -1;
};

class Relay {
 public:
  Relay(int listener, std::string display, int file) : listener_(listener), display_(std::move(display)), file_(file) {
    note();
  }

  void run() {
    for (;;) {
      std::vector<pollfd> ends = {{listener_, POLLIN, 0}};
      for (const Connection& each : open_) {
        ends.push_back({each.client, POLLIN, 0});
        ends.push_back({each.server, POLLIN, 0});
      }
      poll(ends.data(), ends.size(), -1);
      for (std::size_t i = open_.size(); i-- > 0;) {
        if (!carry(open_[i], ends[1 + 2 * i].revents != 0, ends[2 + 2 * i].revents != 0)) end(i);
      }
      if (ends[0].revents != 0) take();
    }
  }

 private:
  void take() {
    const int at_once = 1;
    const Connection next{accept(listener_, nullptr, nullptr), connect_to_display(display_)};
    setsockopt(next.client, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
    open_.push_back(next);
  }

  bool carry(const Connection& on, bool from_client, bool from_server) {
    if (from_server && pass_on(on.server, on.client) == 0) return false;
    if (!from_client) return true;
    const std::size_t sent = pass_on(on.client, on.server);
    bytes_ += sent;
    note();
    return sent > 0;
  }

  void end(std::size_t which) {
    close(open_[which].client);
    close(open_[which].server);
    open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(which));
  }

  void note() const {
    const std::string text = std::to_string(bytes_) + "\n";
    (void)!pwrite(file_, text.data(), text.size(), 0);
  }

  int listener_;
  std::string display_;
  int file_;
  std::vector<Connection> open_;
  std::uint64_t bytes_ = 0;
};

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  int port = 0;
  const int listener = listen_anywhere(port);
  const int file = open(arguments[2], O_CREAT | O_TRUNC | O_WRONLY, 0600);
  if (listener < 0 || file < 0) return 1;
  std::printf("127.0.0.1:%d\n", port - kFirstPort);
  std::fflush(stdout);
  Relay(listener, arguments[1], file).run();
}
