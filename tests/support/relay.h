// A TCP relay that notes when a word passes, and holds back what passes when it is told to: tells when a softphone said
// something without asking it, and keeps what a service streams under way for as long as a test looks at it.
#pragma once

#include <array>
#include <cstddef>
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

  enum class Way { kToTarget, kFromTarget };

  /// From now on only so many more bytes pass this way; the others wait, as behind a slow line, until they may pass.
  void hold(Way way, std::size_t after = 0);
  void release(Way way);

 private:
  void serve();
  void pass(int client, int server);
  [[nodiscard]] std::size_t room(Way way);
  void take_room(Way way, std::size_t bytes);
  void set_room(Way way, std::size_t bytes);

  int target_port_ = 0;
  int listener_ = -1;
  int port_ = 0;
  int stop_[2] = {-1, -1};
  int changed_[2] = {-1, -1};  // Woken by what is held or released.
  std::mutex mutex_;           // Guards what follows.
  std::string heard_;
  std::map<std::size_t, absl::Time> arrivals_;  // Length of heard_ after a piece came, and when.
  std::array<std::size_t, 2> room_;             // Bytes that may pass, by Way.
  std::thread thread_;
};

}  // namespace aandacht::test
