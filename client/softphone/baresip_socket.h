// A TCP connection that one thread waits on. For the .cpp files of this folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace aandacht::softphone {

/// Ends a wait from another thread.
class WakeUp {
 public:
  WakeUp();
  ~WakeUp();

  WakeUp(const WakeUp&) = delete;
  WakeUp& operator=(const WakeUp&) = delete;

  void ring();
  void clear();
  [[nodiscard]] int descriptor() const { return descriptor_; }

  /// Waits for a ring, at most `limit`.
  void wait(absl::Duration limit);

 private:
  int descriptor_;
};

/// A stream socket, closed when destroyed. Used by one thread.
class Socket {
 public:
  Socket() = default;
  ~Socket() { close(); }

  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;

  /// UNAVAILABLE: nobody listens, or no answer in time. CANCELLED: `wake` rang.
  absl::Status connect(const std::string& host, int port, absl::Duration limit, const WakeUp& wake);
  void close();

  enum class Ready { kReadable, kWoken, kTimedOut };

  /// Waits for something to read, a ring or `limit` (InfiniteDuration: none).
  [[nodiscard]] Ready wait(const WakeUp& wake, absl::Duration limit) const;

  /// What is there; empty: the other side closed. nullopt: nothing just now. An error closes likewise.
  [[nodiscard]] std::optional<std::string> read();

  /// Writes all of it, waiting at most a second. False: the connection is gone.
  [[nodiscard]] bool write(std::string_view bytes);

 private:
  int descriptor_ = -1;
};

}  // namespace aandacht::softphone
