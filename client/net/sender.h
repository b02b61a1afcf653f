// Takes the outbox to the service.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "client/net/backoff.h"
#include "client/net/outbox.h"
#include "shared/base/clock.h"

namespace grpc {
class Channel;
}

namespace aandacht::net {

/// Sends one item.
class Transport {
 public:
  virtual ~Transport() = default;

  /// Blocks until the service answered or `timeout` passed (DEADLINE_EXCEEDED). OK: acknowledged, new or duplicate; the
  /// desk's version with it.
  [[nodiscard]] virtual absl::StatusOr<std::int64_t> send(const OutboxItem& item, absl::Duration timeout) = 0;

  /// Ends a send() under way with CANCELLED, and every later one. From any thread.
  virtual void cancel() {}
};

/// The real one.
[[nodiscard]] std::unique_ptr<Transport> make_transport(std::shared_ptr<grpc::Channel> channel);

/// Waits, so that tests need not.
class Sleeper {
 public:
  virtual ~Sleeper() = default;

  /// Returns after `wait`, or earlier when woken or when what it watches changed.
  virtual void sleep(absl::Duration wait) = 0;

  /// Ends a sleep under way, or the next one. From any thread.
  virtual void wake() = 0;
};

/// The real one. `watched`: a file whose changes end a sleep, see bell_of(); empty for none.
[[nodiscard]] std::unique_ptr<Sleeper> make_sleeper(const std::filesystem::path& watched = {});

/// The file that is written to after any process appended to this outbox.
[[nodiscard]] std::filesystem::path bell_of(const Outbox& outbox);

/// What an answer means for an item.
enum class Verdict {
  kDelivered,
  kRefused,     ///< Never again: INVALID_ARGUMENT, NOT_FOUND and other answers about the request itself.
  kTryAgain,    ///< The service is away or full, or lets nobody in with this token; nothing is wrong with the item.
  kSuspicious,  ///< INTERNAL, UNKNOWN, DATA_LOSS: tried again, and refused after `suspicious_attempts`.
};

[[nodiscard]] Verdict judge(const absl::Status& answer);

struct SenderOptions {
  BackoffPolicy backoff{.first = absl::Milliseconds(250), .longest = absl::Seconds(15)};
  absl::Duration call_timeout = absl::Seconds(5);
  int suspicious_attempts = 8;
  Randomness random = system_randomness();
};

/// How the outbox stands after something was sent, refused, or failed.
struct OutboxStatus {
  std::int64_t pending = 0;
  absl::Status last;  ///< OK, or why the oldest could not be delivered.
};

/// What a sender tells, on its own thread. May be empty.
struct SenderHandlers {
  std::function<void(const OutboxStatus&)> on_status;  ///< After every change, also by another process.
  std::function<void(const std::string& id, std::int64_t desk_version)> on_delivered;
  std::function<void(const std::string& id)> on_refused;
};

/// Sends what waits in order, one at a time; removes what was acknowledged, moves aside what was refused.
///
/// Of the processes that share a file one sends at a time (a lock on FILE.sending, held only while sending).
/// `outbox`, `transport` and `sleeper` must outlive the sender.
class Sender {
 public:
  Sender(Outbox& outbox, Transport& transport, Sleeper& sleeper, const base::Clock& clock, SenderOptions options = {});

  /// Stops the thread; an rpc under way is cancelled: what it carried stays in the outbox.
  ~Sender();

  Sender(const Sender&) = delete;
  Sender& operator=(const Sender&) = delete;

  /// Sends until the outbox is empty or `limit` has passed, waiting between attempts. Returns how many wait still.
  /// For hook commands: what stays behind is sent by the next command or by the overlay. Not together with start().
  absl::StatusOr<std::int64_t> flush(absl::Duration limit);

  /// Sends in a thread of its own from now on, also what other processes append: the sleeper hears of that when it
  /// watches bell_of(outbox); it looks by itself every minute.
  void start(SenderHandlers handlers = {});

  /// Something was appended by this process.
  void wake();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace aandacht::net
