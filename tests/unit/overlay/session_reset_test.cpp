// While a reset runs: what the session has the softphone and the watchdog do, with the real watchdog.
#include <algorithm>
#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/overlay/session.h"
#include "client/ready/lease.h"
#include "client/softphone/netstring.h"
#include "shared/base/ids.h"
#include "shared/wire/desk.h"
#include "tests/support/catch.h"
#include "tests/support/eventually.h"
#include "tests/support/fake_baresip.h"
#include "tests/support/fake_service.h"
#include "tests/support/manual_clock.h"
#include "tests/support/slurp.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::overlay {
namespace {

constexpr int kBegan = 1'800'000'000;

/// A desk whose reset of thirty seconds begins or ends when the test says so, a softphone and a queue.
class House {
 public:
  explicit House(bool hold_off = true, bool with_service = true, const std::string& ready = "")
      : hold_off_(hold_off),
        with_service_(with_service),
        softphone_([](const std::string&) { return "\n--- Active calls (0) ---\n\n"; }),
        service_({.watch_desk =
                      [this](const auto&, const auto& write, const auto& cancelled) {
                        std::int64_t told = 0;
                        while (!cancelled()) {
                          if (told != version_) write(desk_at(told = version_));
                          absl::SleepFor(absl::Milliseconds(1));
                        }
                        return absl::OkStatus();
                      },
                  .report_call =
                      [this](const auto&) {
                        ++calls_;
                        return absl::OkStatus();
                      }}) {
    start(ready.empty() ? note("ready") : ready);
  }

  /// A session that begins, with another ready command, and what it found is shown.
  void start(const std::string& ready) {
    const int clients = softphone_.clients();
    begin_session(ready);
    REQUIRE(becomes([&] { return softphone_.clients() > clients && !softphone_.writes().empty(); }));
  }
  void begin_session(const std::string& ready) {
    auto started = Session::start({.server = with_service_ ? service_.address() : "unix:" + folder_.file("nobody"),
                                   .agent_id = "sanne",
                                   .softphone = absl::StrCat("baresip:127.0.0.1:", softphone_.port()),
                                   .queue = "",
                                   .outbox_file = folder_.file("outbox"),
                                   .local_file = folder_.file("local"),
                                   .content_folder = {},
                                   .hold_off = hold_off_,
                                   .not_ready = note("not-ready"),
                                   .ready = ready,
                                   .ready_program = AANDACHT_BIN_DIR "/aandacht-ready",
                                   .lease_folder = folder_.file("leases")},
                                  clock, ids_, [this](std::function<void()> work) {
                                    const std::scoped_lock lock(mutex_);
                                    work_.push_back(std::move(work));
                                  });
    REQUIRE(started.ok());
    session = *std::move(started);
  }

  ~House() { session.reset(); }  // It uses all below.
  House(const House&) = delete;
  House& operator=(const House&) = delete;

  void begin_elsewhere() { show(2); }
  void end_elsewhere() { show(3); }
  /// Another program of this agent sends what waits.
  void send_elsewhere() const {
    const auto outbox = net::Outbox::open(folder_.file("outbox"), clock);
    REQUIRE(outbox.ok());
    const auto items = (*outbox)->waiting(0);
    REQUIRE((items.ok() && items->size() == 1));
    REQUIRE((*outbox)->remove(items->front().sequence).ok());
  }
  /// Nobody looks.
  void end_unseen() { version_ = 3; }

  bool becomes(const std::function<bool()>& condition) {
    return test::eventually([&] {
      frame();
      return condition();
    });
  }
  bool queue_becomes(const std::string& words) {
    const bool came = becomes([&] { return queue() == words; });
    UNSCOPED_INFO("the queue was told: " << queue());
    return came;
  }
  [[nodiscard]] std::string queue() const {
    std::string words = test::slurp(folder_.file("queue"));
    std::replace(words.begin(), words.end(), '\n', ' ');
    return words;
  }

  void ring(const std::string& id) {
    softphone_.send(softphone::to_netstring(absl::StrCat(
        R"({"event":true,"type":"CALL_INCOMING","direction":"incoming","peeruri":"sip:101@host","id":")", id, "\"}")));
  }
  [[nodiscard]] bool refused() const {
    const std::vector<std::string> writes = softphone_.writes();
    return std::any_of(writes.begin(), writes.end(),
                       [](const std::string& write) { return write.find("\"hangup\"") != std::string::npos; });
  }
  [[nodiscard]] std::string note(const std::string& word) const {
    return absl::StrCat("echo ", word, " >>'", folder_.file("queue"), "'");
  }
  [[nodiscard]] bool nothing_owed() const { return ready::lease_files(folder_.file("leases")).empty(); }
  [[nodiscard]] bool has_trouble(model::ReadyTrouble trouble) {
    return becomes([&] { return session->connection().ready_trouble == trouble; });
  }

  /// The service heard of one.
  [[nodiscard]] bool tells_of_a_call() const { return calls_ > 0; }

  test::ManualClock clock{absl::FromUnixSeconds(kBegan)};
  std::unique_ptr<Session> session;

 private:
  void frame() {
    std::vector<std::function<void()>> work;
    {
      const std::scoped_lock lock(mutex_);
      work.swap(work_);
    }
    for (const auto& each : work) each();
    session->tick();
  }

  void show(std::int64_t version) {
    version_ = version;
    REQUIRE(becomes([&] { return session->desk() != nullptr && session->desk()->version == version; }));
  }

  v1::WatchDeskResponse desk_at(std::int64_t version) const {
    domain::Desk desk;
    desk.agent_id = "sanne";
    desk.version = version;
    desk.time = clock.now();
    if (version > 1) {
      domain::Reset& reset = desk.resets.current.emplace();
      reset.id = "reset-1";
      reset.state = version == 2 ? domain::ResetState::kAccepted : domain::ResetState::kDone;
      reset.requested = reset.accepted = absl::FromUnixSeconds(kBegan);
      reset.ends = reset.accepted + absl::Seconds(30);
    }
    v1::WatchDeskResponse response;
    *response.mutable_desk() = wire::to_proto(desk);
    response.mutable_time()->set_seconds(absl::ToUnixSeconds(clock.now()));
    return response;
  }

  const bool hold_off_;
  const bool with_service_;
  test::TemporaryFolder folder_;
  test::FakeBaresip softphone_;
  std::atomic<std::int64_t> version_ = 1;
  std::atomic<int> calls_ = 0;
  std::mutex mutex_;
  std::vector<std::function<void()>> work_;
  base::RandomIds ids_;
  test::FakeService service_;
};

}  // namespace

TEST_CASE("a reset that was begun elsewhere keeps calls away until it is over, and then they ring") {
  House house;
  house.begin_elsewhere();
  REQUIRE(house.queue_becomes("not-ready "));
  house.ring("a");
  REQUIRE(house.becomes([&] { return house.refused(); }));
  CHECK_FALSE(house.tells_of_a_call());
  house.end_elsewhere();
  REQUIRE(house.queue_becomes("not-ready ready "));
}

TEST_CASE("after a reset a call that comes is told of") {
  House house;
  house.begin_elsewhere();
  house.end_elsewhere();
  REQUIRE(house.queue_becomes("not-ready ready "));
  house.ring("b");
  CHECK(house.becomes([&] { return house.tells_of_a_call(); }));
  CHECK_FALSE(house.refused());
}

TEST_CASE("a service that falls silent in a reset keeps nobody not-ready past its end") {
  House house;
  house.begin_elsewhere();
  REQUIRE(house.queue_becomes("not-ready "));
  house.clock.advance(absl::Seconds(31));
  CHECK(house.queue_becomes("not-ready ready "));
  house.ring("b");
  CHECK(house.becomes([&] { return house.tells_of_a_call(); }));
}

TEST_CASE("without the service a reset that is asked for keeps calls away too, and ends by itself") {
  House house(true, false);
  house.session->record_act(domain::ResetAsked{absl::Seconds(30), "nl"});
  REQUIRE(house.queue_becomes("not-ready "));
  house.ring("a");
  REQUIRE(house.becomes([&] { return house.refused(); }));
  house.clock.advance(absl::Seconds(31));
  CHECK(house.queue_becomes("not-ready ready "));
}

TEST_CASE("an overlay that ends in a reset leaves its agent ready") {
  House house;
  house.begin_elsewhere();
  REQUIRE(house.queue_becomes("not-ready "));
  house.session.reset();
  CHECK(test::eventually([&] { return house.queue() == "not-ready ready "; }));
}

TEST_CASE("with hold_off off calls ring in a reset, and only the commands keep them away") {
  House house(false);
  house.begin_elsewhere();
  REQUIRE(house.queue_becomes("not-ready "));
  house.ring("a");
  CHECK(house.becomes([&] { return house.tells_of_a_call(); }));
  CHECK_FALSE(house.refused());
}

TEST_CASE("who restarts in a ready command that fails still sees it, and a mended one makes ready") {
  House house(true, true, "false");
  house.begin_elsewhere();
  REQUIRE(house.queue_becomes("not-ready "));
  house.end_elsewhere();
  REQUIRE(house.has_trouble(model::ReadyTrouble::kReadyFails));
  house.session.reset();
  house.start("false");
  CHECK(house.session->connection().ready_trouble == model::ReadyTrouble::kNone);
  REQUIRE(house.becomes([&] {
    house.clock.advance(absl::Milliseconds(10));
    return house.session->connection().ready_trouble == model::ReadyTrouble::kReadyFails;
  }));
  house.session.reset();
  house.start(house.note("mended"));
  CHECK(house.queue_becomes("not-ready mended "));
  house.clock.advance(absl::Seconds(2));
  CHECK(house.has_trouble(model::ReadyTrouble::kNone));
  CHECK(house.becomes([&] { return house.nothing_owed(); }));
}

TEST_CASE("a desk that was kept in a reset which was stopped since sets nobody to not-ready") {
  House house;
  house.begin_elsewhere();
  REQUIRE(house.queue_becomes("not-ready "));
  house.session.reset();
  REQUIRE(test::eventually([&] { return house.queue() == "not-ready ready "; }));
  house.end_unseen();
  house.start(house.note("ready"));
  REQUIRE(house.becomes([&] { return house.session->desk() != nullptr && house.session->desk()->version == 3; }));
  house.ring("b");
  REQUIRE(house.becomes([&] { return house.tells_of_a_call(); }));
  house.session.reset();
  CHECK(house.queue() == "not-ready ready ");
}

TEST_CASE("a reset that another program told of, and that is over, is not begun once more by what was kept of it") {
  House house;
  REQUIRE(house.becomes([&] { return house.session->desk() != nullptr && house.session->desk()->version == 1; }));
  house.session->record_act(domain::ResetAsked{absl::Seconds(30), "nl"});
  REQUIRE(house.queue_becomes("not-ready "));
  house.session.reset();
  REQUIRE(test::eventually([&] { return house.queue() == "not-ready ready "; }));
  house.end_unseen();
  house.begin_session(house.note("ready"));
  house.send_elsewhere();
  REQUIRE(house.becomes([&] { return house.session->desk() != nullptr && house.session->desk()->version == 3; }));
  house.ring("b");
  REQUIRE(house.becomes([&] {
    house.clock.advance(absl::Milliseconds(10));  // A new call waits a moment for what the service knows of it.
    return house.refused() || !house.session->desk()->calls.empty();
  }));
  CHECK_FALSE(house.refused());
  house.session.reset();
  CHECK(house.queue() == "not-ready ready ");
}

}  // namespace aandacht::overlay
