// A service that takes connections and says nothing must not hold up whoever closes the window.
#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <future>

#include "absl/strings/str_cat.h"
#include "client/net/channel.h"
#include "client/net/desk_actions.h"
#include "client/net/sender.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::net {
namespace {

/// Listens on a port of its own and never answers.
class SilentServer {
 public:
  SilentServer() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    REQUIRE(::bind(socket_, reinterpret_cast<const sockaddr*>(&address), size) == 0);
    REQUIRE(::listen(socket_, 4) == 0);
    REQUIRE(::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    port_ = ntohs(address.sin_port);
  }
  ~SilentServer() { ::close(socket_); }
  SilentServer(const SilentServer&) = delete;
  SilentServer& operator=(const SilentServer&) = delete;

  [[nodiscard]] std::string address() const { return absl::StrCat("127.0.0.1:", port_); }
  [[nodiscard]] bool somebody_came() const {
    pollfd waiting{socket_, POLLIN, 0};
    return ::poll(&waiting, 1, 10'000) == 1;
  }

 private:
  const int socket_;
  int port_ = 0;
};

}  // namespace

TEST_CASE("a sender ends at once while the service hangs, and what it was sending stays in the outbox", "[net]") {
  const SilentServer server;
  const test::TemporaryFolder folder;
  const base::SystemClock clock;
  base::RandomIds ids;
  auto outbox = Outbox::open(folder.file("outbox.db"), clock);
  REQUIRE(outbox.ok());
  DeskActions actions(**outbox, ids, "sanne");
  REQUIRE(actions.finish_wrap_up("call-1").ok());

  const auto transport = make_transport(open_channel(server.address()));
  const auto sleeper = make_sleeper();
  auto sender =
      std::make_unique<Sender>(**outbox, *transport, *sleeper, clock, SenderOptions{.call_timeout = absl::Minutes(5)});
  sender->start();
  REQUIRE(server.somebody_came());
  std::future<void> ended = std::async(std::launch::async, [&] { sender.reset(); });
  REQUIRE(ended.wait_for(std::chrono::seconds(60)) == std::future_status::ready);
  CHECK((*outbox)->pending().value_or(0) == 1);
}

}  // namespace aandacht::net
