// A TCP relay that notes when a word passes: tells when a softphone said something, without asking it.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "absl/time/time.h"

namespace aandacht::test {

/// Listens on a free port of 127.0.0.1 and passes one connection at a time on to `target` ("127.0.0.1:PORT").
class Relay {
 public:
  explicit Relay(const std::string& target);
  ~Relay();
  Relay(const Relay&) = delete;
  Relay& operator=(const Relay&) = delete;

  /// "127.0.0.1:PORT"
  [[nodiscard]] std::string address() const;

  /// When `word` first came from the target; absent until it did.
  [[nodiscard]] std::optional<absl::Time> when(const std::string& word);

  /// Everything that came from the target.
  [[nodiscard]] std::string heard();

 private:
  void serve();
  void pass(int client, int server);

  int target_port_ = 0;
  int listener_ = -1;
  int port_ = 0;
  int stop_[2] = {-1, -1};
  std::mutex mutex_;  // Guards heard_ and arrivals_.
  std::string heard_;
  std::map<std::size_t, absl::Time> arrivals_;  // Length of heard_ after a piece came, and when.
  std::thread thread_;
};

}  // namespace aandacht::test
