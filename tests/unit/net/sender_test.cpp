#include "client/net/sender.h"

#include <atomic>
#include <map>
#include <mutex>

#include "absl/strings/str_cat.h"
#include "client/net/sending_lock.h"
#include "tests/support/catch.h"
#include "tests/support/eventually.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::net {
namespace {

/// Answers by script: the statuses for an id one after the other, then OK.
class ScriptedTransport final : public Transport {
 public:
  absl::StatusOr<std::int64_t> send(const OutboxItem& item, absl::Duration) override {
    const std::scoped_lock lock(mutex_);
    sent_.push_back(item.id);
    waited_.push_back(item.waited);
    auto& answers = answers_[item.id];
    if (answers.empty()) {
      return 1;
    }
    const absl::Status answer = answers.front();
    answers.erase(answers.begin());
    if (!answer.ok()) return answer;
    return 1;
  }

  void answer(const std::string& id, std::vector<absl::Status> answers) {
    const std::scoped_lock lock(mutex_);
    answers_[id] = std::move(answers);
  }

  /// How long each had waited.
  std::vector<absl::Duration> waited() const {
    const std::scoped_lock lock(mutex_);
    return waited_;
  }

  std::vector<std::string> sent() const {
    const std::scoped_lock lock(mutex_);
    return sent_;
  }

 private:
  mutable std::mutex mutex_;
  std::map<std::string, std::vector<absl::Status>> answers_;
  std::vector<std::string> sent_;
  std::vector<absl::Duration> waited_;
};

/// Sleeping is nothing but the clock going on.
class InstantSleeper final : public Sleeper {
 public:
  explicit InstantSleeper(test::ManualClock& clock) : clock_(clock) {}

  void sleep(absl::Duration wait) override {
    slept.push_back(wait);
    clock_.advance(wait);
  }

  void wake() override {}

  std::vector<absl::Duration> slept;

 private:
  test::ManualClock& clock_;
};

struct Fixture {
  test::TemporaryFolder folder;
  test::ManualClock clock;
  ScriptedTransport transport;
  InstantSleeper sleeper{clock};
  std::unique_ptr<Outbox> outbox = *Outbox::open(folder.path() / "outbox.db", clock);
  SenderOptions options{.backoff = {.first = absl::Milliseconds(100), .factor = 2, .longest = absl::Seconds(1)},
                        .suspicious_attempts = 3,
                        .random = [] { return 0.5; }};

  void append(const std::string& id) { REQUIRE(outbox->append(OutboxKind::kReportCall, id, "x").ok()); }

  std::int64_t flush(absl::Duration limit) {
    const auto left = Sender(*outbox, transport, sleeper, clock, options).flush(limit);
    REQUIRE(left.ok());
    return *left;
  }
};

using Ids = std::vector<std::string>;
const absl::Status kAway = absl::UnavailableError("away");

TEST_CASE("everything that waits is sent once, in order, and removed") {
  Fixture fixture;
  for (const char* id : {"a", "b", "c"}) fixture.append(id);
  CHECK(fixture.flush(absl::Seconds(1)) == 0);
  CHECK(fixture.transport.sent() == Ids{"a", "b", "c"});
  CHECK(fixture.sleeper.slept.empty());
  CHECK(fixture.flush(absl::Seconds(1)) == 0);
  CHECK(fixture.transport.sent().size() == 3);
}

TEST_CASE("while the service is away the same request is tried again with growing waits, and the order is kept") {
  Fixture fixture;
  for (const char* id : {"a", "b"}) fixture.append(id);
  fixture.transport.answer("a", {kAway, absl::ResourceExhaustedError("full"), absl::DeadlineExceededError("slow")});
  CHECK(fixture.flush(absl::Seconds(10)) == 0);
  CHECK(fixture.transport.sent() == Ids{"a", "a", "a", "a", "b"});
  CHECK(fixture.sleeper.slept ==
        std::vector<absl::Duration>{absl::Milliseconds(100), absl::Milliseconds(200), absl::Milliseconds(400)});
}

TEST_CASE("a flush ends in time and says what stays behind") {
  Fixture fixture;
  fixture.append("a");
  fixture.transport.answer("a", std::vector<absl::Status>(100, kAway));
  const absl::Time began = fixture.clock.now();
  CHECK(fixture.flush(absl::Milliseconds(500)) == 1);
  CHECK(fixture.clock.now() - began == absl::Milliseconds(500));
  CHECK(fixture.flush(absl::ZeroDuration()) == 1);
}

TEST_CASE("a request that the service refuses is set aside and blocks nobody") {
  Fixture fixture;
  for (const char* id : {"a", "b", "c"}) fixture.append(id);
  fixture.transport.answer("a", {absl::InvalidArgumentError("agent_id is missing")});
  fixture.transport.answer("b", {absl::NotFoundError("no such card")});
  CHECK(fixture.flush(absl::Seconds(1)) == 0);
  CHECK(fixture.transport.sent() == Ids{"a", "b", "c"});
  const auto refused = fixture.outbox->refused(10);
  REQUIRE(refused->size() == 2);
  CHECK((*refused)[1].item.id == "a");
  CHECK((*refused)[1].reason == "INVALID_ARGUMENT: agent_id is missing");
}

TEST_CASE("a request at which the service fails again and again is set aside in the end") {
  Fixture fixture;
  for (const char* id : {"a", "b"}) fixture.append(id);
  fixture.transport.answer("a", std::vector<absl::Status>(100, absl::InternalError("boom")));
  CHECK(fixture.flush(absl::Minutes(1)) == 0);
  CHECK(fixture.transport.sent() == Ids{"a", "a", "a", "b"});
  CHECK(fixture.outbox->refused(10)->front().item.id == "a");
}

TEST_CASE("every code of an answer has a verdict") {
  using enum absl::StatusCode;
  CHECK(judge(absl::OkStatus()) == Verdict::kDelivered);
  for (const auto code : {kUnavailable, kResourceExhausted, kDeadlineExceeded, kAborted, kCancelled, kUnauthenticated,
                          kPermissionDenied, kUnimplemented}) {
    CHECK(judge(absl::Status(code, "")) == Verdict::kTryAgain);
  }
  for (const auto code : {kInvalidArgument, kNotFound, kFailedPrecondition, kOutOfRange}) {
    CHECK(judge(absl::Status(code, "")) == Verdict::kRefused);
  }
  for (const auto code : {kInternal, kUnknown, kDataLoss}) {
    CHECK(judge(absl::Status(code, "")) == Verdict::kSuspicious);
  }
}

TEST_CASE("while another process sends this one waits for it") {
  Fixture fixture;
  fixture.append("a");
  SendingLock other(fixture.outbox->file());
  REQUIRE(other.try_acquire());
  CHECK(fixture.flush(absl::Milliseconds(200)) == 1);
  CHECK(fixture.transport.sent().empty());
  other.release();
  CHECK(fixture.flush(absl::Milliseconds(200)) == 0);
}

TEST_CASE("a sender in the background sends what this and other processes append") {
  Fixture fixture;
  base::SystemClock system;
  const auto sleeper = make_sleeper(bell_of(*fixture.outbox));
  std::mutex mutex;
  std::vector<OutboxStatus> told;
  Sender sender(*fixture.outbox, fixture.transport, *sleeper, system, fixture.options);
  fixture.append("a");
  sender.start({.on_status = [&](const OutboxStatus& status) {
    const std::scoped_lock lock(mutex);
    told.push_back(status);
  }});
  REQUIRE(test::eventually([&] { return fixture.transport.sent() == Ids{"a"}; }));
  fixture.append("b");
  sender.wake();
  REQUIRE(test::eventually([&] { return fixture.transport.sent() == Ids{"a", "b"}; }));

  const auto other_process = Outbox::open(fixture.outbox->file(), fixture.clock);
  REQUIRE(other_process.ok());
  REQUIRE((*other_process)->append(OutboxKind::kReportCall, "c", "x").ok());
  REQUIRE(test::eventually([&] { return fixture.transport.sent() == Ids{"a", "b", "c"}; }));

  fixture.transport.answer("d", {kAway});
  fixture.append("d");
  sender.wake();
  REQUIRE(test::eventually([&] { return *fixture.outbox->pending() == 0; }));
  CHECK(test::eventually([&] {
    const std::scoped_lock lock(mutex);
    return std::any_of(told.begin(), told.end(), [](const OutboxStatus& each) { return each.last == kAway; }) &&
           told.back().pending == 0 && told.back().last.ok();
  }));
}

TEST_CASE("what is appended while the service is away is counted at once, by whichever process") {
  Fixture fixture;
  base::SystemClock system;
  const auto sleeper = make_sleeper(bell_of(*fixture.outbox));
  fixture.append("a");
  fixture.transport.answer("a", std::vector<absl::Status>(100, kAway));
  fixture.options.backoff = {.first = absl::Hours(1), .longest = absl::Hours(1)};
  std::atomic<std::int64_t> pending = 0;
  Sender sender(*fixture.outbox, fixture.transport, *sleeper, system, fixture.options);
  sender.start({.on_status = [&](const OutboxStatus& status) { pending = status.pending; }});
  REQUIRE(test::eventually([&] { return pending == 1; }));
  fixture.append("b");
  sender.wake();
  CHECK(test::eventually([&] { return pending == 2; }));
  const auto other_process = Outbox::open(fixture.outbox->file(), fixture.clock);
  REQUIRE((*other_process)->append(OutboxKind::kReportCall, "c", "x").ok());
  CHECK(test::eventually([&] { return pending == 3; }));
  CHECK(fixture.transport.sent().size() == 1);
}

TEST_CASE("what is sent at once is never counted as waiting") {
  /// Tells when the sender has gone to sleep.
  class CountingSleeper final : public Sleeper {
   public:
    void sleep(absl::Duration wait) override {
      ++sleeps;
      real_->sleep(wait);
    }
    void wake() override { real_->wake(); }
    std::atomic<int> sleeps = 0;

   private:
    const std::unique_ptr<Sleeper> real_ = make_sleeper();
  };
  Fixture fixture;
  base::SystemClock system;
  CountingSleeper sleeper;
  std::atomic<std::int64_t> most = 0;
  Sender sender(*fixture.outbox, fixture.transport, sleeper, system, fixture.options);
  sender.start({.on_status = [&](const OutboxStatus& status) { most = std::max(most.load(), status.pending); }});
  for (int i = 1; i <= 20; ++i) {
    REQUIRE(test::eventually([&] { return sleeper.sleeps == i; }));
    fixture.append(absl::StrCat("a", i));
    sender.wake();
  }
  REQUIRE(test::eventually([&] { return sleeper.sleeps == 21; }));
  CHECK(*fixture.outbox->pending() == 0);
  CHECK(most == 0);
}

TEST_CASE("a sender tells what was delivered with which version, what was refused, and how long it had waited") {
  Fixture fixture;
  fixture.append("a");
  fixture.append("b");
  fixture.clock.advance(absl::Minutes(20));
  fixture.transport.answer("b", {absl::NotFoundError("no such card")});
  std::mutex mutex;
  std::vector<std::string> delivered;
  std::vector<std::string> refused;
  {
    const auto sleeper = make_sleeper();
    Sender sender(*fixture.outbox, fixture.transport, *sleeper, fixture.clock, fixture.options);
    sender.start({.on_status = {},
                  .on_delivered =
                      [&](const std::string& id, std::int64_t version) {
                        const std::scoped_lock lock(mutex);
                        delivered.push_back(absl::StrCat(id, " ", version));
                      },
                  .on_refused =
                      [&](const std::string& id) {
                        const std::scoped_lock lock(mutex);
                        refused.push_back(id);
                      }});
    REQUIRE(test::eventually([&] { return *fixture.outbox->pending() == 0; }));
  }
  CHECK(delivered == Ids{"a 1"});
  CHECK(refused == Ids{"b"});
  CHECK(fixture.transport.waited() == std::vector{absl::ZeroDuration(), absl::Minutes(20)});
}

TEST_CASE("a sender stops at once while it waits for a service that is away") {
  Fixture fixture;
  base::SystemClock system;
  const auto sleeper = make_sleeper();
  fixture.append("a");
  fixture.transport.answer("a", std::vector<absl::Status>(10, kAway));
  fixture.options.backoff = {.first = absl::Hours(1), .longest = absl::Hours(1)};
  const absl::Time began = absl::Now();
  {
    Sender sender(*fixture.outbox, fixture.transport, *sleeper, system, fixture.options);
    sender.start();
    REQUIRE(test::eventually([&] { return fixture.transport.sent().size() == 1; }));
    sender.wake();
  }
  CHECK(absl::Now() - began < absl::Seconds(5));
  CHECK(fixture.transport.sent().size() == 1);
}

}  // namespace
}  // namespace aandacht::net
