// A stand-in for baresip's ctrl_tcp port, with its manners: one client, the newest wins.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace aandacht::test {

class FakeBaresip {
 public:
  /// Answers the command with the text of `data`; an empty answer: none at all.
  using Responder = std::function<std::string(const std::string& command)>;

  /// Listens on a free port of loopback, or on `port`.
  explicit FakeBaresip(Responder responder, int port = 0);
  ~FakeBaresip();

  FakeBaresip(const FakeBaresip&) = delete;
  FakeBaresip& operator=(const FakeBaresip&) = delete;

  [[nodiscard]] int port() const { return port_; }

  /// How many clients came so far.
  [[nodiscard]] int clients() const { return clients_; }

  /// Every write of the clients, as it arrived.
  [[nodiscard]] std::vector<std::string> writes() const;

  /// Sends bytes to the client, `piece` at a time.
  void send(const std::string& bytes, std::size_t piece = 1'000'000);

  /// Ends the client's connection.
  void hang_up();

 private:
  void serve();
  void answer(const std::string& write);

  Responder responder_;
  int listener_;
  int port_ = 0;
  int stop_[2];
  std::atomic<int> clients_ = 0;
  mutable std::mutex mutex_;
  int client_ = -1;
  std::vector<std::string> writes_;
  std::thread thread_;
};

}  // namespace aandacht::test
