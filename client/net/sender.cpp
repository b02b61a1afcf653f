#include "client/net/sender.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <utility>

#include "absl/strings/str_cat.h"
#include "client/net/sending_lock.h"
#include "spdlog/spdlog.h"

namespace aandacht::net {
namespace {

constexpr absl::Duration kLookByItself = absl::Minutes(1);
constexpr absl::Duration kWaitsNot = absl::Seconds(1);
constexpr absl::Duration kLockWait = absl::Milliseconds(20);

}  // namespace

namespace {

// A service of before these never takes them, and they must not hold up what it does take.
bool is_newer_than_first_release(OutboxKind kind) {
  return kind == OutboxKind::kPinHeard || kind == OutboxKind::kMarkHeavy || kind == OutboxKind::kRecordAct;
}

}  // namespace

Verdict judge(const absl::Status& answer) {
  switch (answer.code()) {
    case absl::StatusCode::kOk:
    case absl::StatusCode::kAlreadyExists:
      return Verdict::kDelivered;
    case absl::StatusCode::kInvalidArgument:
    case absl::StatusCode::kNotFound:
    case absl::StatusCode::kFailedPrecondition:
    case absl::StatusCode::kOutOfRange:
      return Verdict::kRefused;
    case absl::StatusCode::kInternal:
    case absl::StatusCode::kUnknown:
    case absl::StatusCode::kDataLoss:
      return Verdict::kSuspicious;
    default:  // Abseil asks for a default: its codes may grow.
      return Verdict::kTryAgain;
  }
}

class Sender::Impl {
 public:
  Impl(Outbox& outbox, Transport& transport, Sleeper& sleeper, const base::Clock& clock, SenderOptions options)
      : outbox_(outbox),
        transport_(transport),
        sleeper_(sleeper),
        clock_(clock),
        options_(std::move(options)),
        backoff_(options_.backoff, options_.random),
        lock_(outbox.file()) {}

  ~Impl() {
    stopping_ = true;
    transport_.cancel();
    sleeper_.wake();
    if (thread_.joinable()) {
      thread_.join();
    }
  }

  absl::StatusOr<std::int64_t> flush(absl::Duration limit) {
    const absl::Duration end = clock_.steady() + limit;
    for (;;) {
      const Pass pass = send_all(end);
      absl::StatusOr<std::int64_t> left = outbox_.pending();
      const absl::Duration remaining = end - clock_.steady();
      if (!left.ok() || *left == 0 || remaining <= absl::ZeroDuration() || stopping_) {
        return left;
      }
      sleeper_.sleep(std::min(pass.wait, remaining));
    }
  }

  void start(SenderHandlers handlers) {
    handlers_ = std::move(handlers);
    thread_ = std::thread([this] { work(); });
  }

  void wake() { sleeper_.wake(); }

 private:
  struct Pass {
    absl::Duration wait;     ///< Before the next one.
    bool must_wait = false;  ///< Also when something is appended meanwhile.
  };

  void work() {
    while (!stopping_) {
      const Pass pass = send_all(absl::InfiniteDuration());
      const absl::Duration until = clock_.steady() + pass.wait;
      do {
        sleeper_.sleep(until - clock_.steady());
        // What was appended meanwhile counts at once when it cannot be sent; otherwise it is gone before it is seen.
        if (!told_.last.ok()) tell(told_.last);
      } while (pass.must_wait && !stopping_ && clock_.steady() < until);
    }
  }

  /// Sends until nothing waits, something fails or `end` (of the steady clock) has come.
  Pass send_all(absl::Duration end) {
    if (!lock_.try_acquire()) {
      return {.wait = kLockWait, .must_wait = true};
    }
    Pass pass{.wait = kLookByItself};
    for (bool more = true; more && !stopping_ && clock_.steady() < end;) {
      const absl::StatusOr<bool> sent = send_one(end);
      if (!sent.ok()) {
        pass = {.wait = backoff_.next(), .must_wait = true};
      }
      more = sent.ok() && *sent;
      tell(sent.status());
    }
    lock_.release();
    return pass;
  }

  /// False: nothing waits. An error: not delivered, try again later.
  absl::StatusOr<bool> send_one(absl::Duration end) {
    const absl::StatusOr<std::optional<OutboxItem>> item = outbox_.oldest();
    if (!item.ok()) {
      return item.status();
    }
    if (!item->has_value()) {
      return false;
    }
    OutboxItem oldest = **item;
    oldest.waited = told_wait(oldest);
    const absl::StatusOr<std::int64_t> answer =
        transport_.send(oldest, std::min(options_.call_timeout, end - clock_.steady()));
    const absl::Status kept = settle(oldest, answer);
    if (kept.ok()) {
      backoff_.reset();
      return true;
    }
    return kept;
  }

  /// Of several that waited only the last tells how long: until then the desk is still in the time of its events.
  absl::Duration told_wait(const OutboxItem& item) {
    const absl::Duration waited = std::max(clock_.now() - item.appended, absl::ZeroDuration());
    if (waited < kWaitsNot) return waited;
    const absl::StatusOr<std::int64_t> pending = outbox_.pending();
    return pending.ok() && *pending > 1 ? absl::ZeroDuration() : waited;
  }

  /// OK: the item is out of the way.
  absl::Status settle(const OutboxItem& item, const absl::StatusOr<std::int64_t>& answer) {
    const bool unknown_rpc = absl::IsUnimplemented(answer.status()) && is_newer_than_first_release(item.kind);
    switch (unknown_rpc ? Verdict::kSuspicious : judge(answer.status())) {
      case Verdict::kDelivered:
        if (handlers_.on_delivered) handlers_.on_delivered(item.id, answer.value_or(0));
        return outbox_.remove(item.sequence);
      case Verdict::kRefused:
        return set_aside(item, answer.status());
      case Verdict::kTryAgain:
        return answer.status();
      case Verdict::kSuspicious: {
        const absl::StatusOr<int> attempts = outbox_.count_attempt(item.sequence);
        if (!attempts.ok()) {
          return attempts.status();
        }
        return *attempts >= options_.suspicious_attempts ? set_aside(item, answer.status()) : answer.status();
      }
    }
    return answer.status();
  }

  absl::Status set_aside(const OutboxItem& item, const absl::Status& answer) {
    spdlog::warn("{} {} was refused and set aside: {}", name(item.kind), item.id, answer.ToString());
    if (handlers_.on_refused) handlers_.on_refused(item.id);
    return outbox_.refuse(item.sequence, answer.ToString());
  }

  void tell(const absl::Status& last) {
    if (!handlers_.on_status) {
      return;
    }
    const absl::StatusOr<std::int64_t> pending = outbox_.pending();
    const OutboxStatus now{pending.value_or(-1), last};
    if (now.pending != told_.pending || now.last != told_.last) {
      told_ = now;
      handlers_.on_status(now);
    }
  }

  Outbox& outbox_;
  Transport& transport_;
  Sleeper& sleeper_;
  const base::Clock& clock_;
  const SenderOptions options_;
  Backoff backoff_;
  SendingLock lock_;
  SenderHandlers handlers_;
  OutboxStatus told_;
  std::atomic<bool> stopping_ = false;
  std::thread thread_;
};

Sender::Sender(Outbox& outbox, Transport& transport, Sleeper& sleeper, const base::Clock& clock, SenderOptions options)
    : impl_(std::make_unique<Impl>(outbox, transport, sleeper, clock, std::move(options))) {}

Sender::~Sender() = default;

absl::StatusOr<std::int64_t> Sender::flush(absl::Duration limit) { return impl_->flush(limit); }

void Sender::start(SenderHandlers handlers) { impl_->start(std::move(handlers)); }

void Sender::wake() { impl_->wake(); }

}  // namespace aandacht::net
