// What the overlay knows, told by a service that does what the test says.
#include "client/overlay/session.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <utility>
#include <vector>

#include "shared/base/ids.h"
#include "tests/support/catch.h"
#include "tests/support/eventually.h"
#include "tests/support/fake_service.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::overlay {
namespace {

/// Work that is run when the test says so, in its own thread.
class Tasks {
 public:
  void post(std::function<void()> work) {
    const std::scoped_lock lock(mutex_);
    work_.push_back(std::move(work));
  }

  void run() {
    std::vector<std::function<void()>> work;
    {
      const std::scoped_lock lock(mutex_);
      work.swap(work_);
    }
    for (const auto& each : work) each();
  }

 private:
  std::mutex mutex_;
  std::vector<std::function<void()>> work_;
};

v1::WatchDeskResponse turn(std::int64_t version, v1::Speaker speaker, const std::string& text) {
  v1::WatchDeskResponse response;
  response.mutable_update()->set_version(version);
  v1::TurnTaken& taken = *response.mutable_update()->add_changes()->mutable_turn_taken();
  taken.set_call_id("call-1");
  taken.set_speaker(speaker);
  taken.set_text(text);
  return response;
}

v1::WatchDeskResponse update(std::int64_t version, std::int64_t seconds) {
  v1::WatchDeskResponse response;
  response.mutable_update()->set_version(version);
  response.mutable_update()->mutable_time()->set_seconds(seconds);
  return response;
}

}  // namespace

TEST_CASE(
    "an overlay that starts in a running call counts from the desk's present, and a late report does not set it back") {
  std::atomic<int> version = 1;
  test::FakeService service({.watch_desk = [&](const auto&, const auto& write, const auto& cancelled) {
    v1::WatchDeskResponse whole;
    whole.mutable_desk()->set_agent_id("sanne");
    whole.mutable_desk()->set_version(1);
    whole.mutable_desk()->mutable_time()->set_seconds(100);
    whole.mutable_time()->set_seconds(160);
    write(whole);
    while (version < 2 && !cancelled()) absl::SleepFor(absl::Milliseconds(1));
    write(update(2, 100));
    while (version < 3 && !cancelled()) absl::SleepFor(absl::Milliseconds(1));
    write(update(3, 170));
    while (!cancelled()) absl::SleepFor(absl::Milliseconds(1));
    return absl::OkStatus();
  }});
  const test::TemporaryFolder folder;
  const test::ManualClock began;
  test::ManualClock clock;
  base::RandomIds ids;
  Tasks tasks;
  auto session = Session::start({.server = service.address(),
                                 .agent_id = "sanne",
                                 .softphone = "none",
                                 .queue = "",
                                 .outbox_file = folder.file("outbox")},
                                clock, ids, [&](std::function<void()> work) { tasks.post(std::move(work)); });
  REQUIRE(session.ok());
  const auto reaches = [&](std::int64_t expected) {
    return test::eventually([&] {
      tasks.run();
      return (*session)->desk() != nullptr && (*session)->desk()->version == expected;
    });
  };
  CHECK((*session)->desk_now() == began.now());
  REQUIRE(reaches(1));
  CHECK((*session)->desk_now() == absl::FromUnixSeconds(160));
  clock.advance(absl::Seconds(4));
  CHECK((*session)->desk_now() == absl::FromUnixSeconds(164));

  version = 2;  // A late report: the desk's time stays that of its latest event.
  REQUIRE(reaches(2));
  CHECK((*session)->desk_now() == absl::FromUnixSeconds(164));
  version = 3;
  REQUIRE(reaches(3));
  CHECK((*session)->desk_now() == absl::FromUnixSeconds(170));
}

TEST_CASE("the customer has the word until they spoke, and again after the agent did") {
  std::atomic<int> version = 1;
  test::FakeService service({.watch_desk = [&](const auto&, const auto& write, const auto& cancelled) {
    v1::WatchDeskResponse whole;
    whole.mutable_desk()->set_agent_id("sanne");
    whole.mutable_desk()->set_version(1);
    write(whole);
    while (version < 2 && !cancelled()) absl::SleepFor(absl::Milliseconds(1));
    write(turn(2, v1::SPEAKER_CUSTOMER, "waarom duurt dat zo lang"));
    while (version < 3 && !cancelled()) absl::SleepFor(absl::Milliseconds(1));
    write(turn(3, v1::SPEAKER_AGENT, "dat ga ik uitzoeken"));
    while (!cancelled()) absl::SleepFor(absl::Milliseconds(1));
    return absl::OkStatus();
  }});
  const test::TemporaryFolder folder;
  test::ManualClock clock;
  base::RandomIds ids;
  Tasks tasks;
  auto session = Session::start({.server = service.address(),
                                 .agent_id = "sanne",
                                 .softphone = "none",
                                 .queue = "",
                                 .outbox_file = folder.file("outbox")},
                                clock, ids, [&](std::function<void()> work) { tasks.post(std::move(work)); });
  REQUIRE(session.ok());
  const auto reaches = [&](std::int64_t expected) {
    return test::eventually([&] {
      tasks.run();
      return (*session)->desk() != nullptr && (*session)->desk()->version == expected;
    });
  };
  REQUIRE(reaches(1));
  CHECK((*session)->customer_has_word());
  version = 2;
  REQUIRE(reaches(2));
  CHECK_FALSE((*session)->customer_has_word());
  CHECK((*session)->last_words() == "waarom duurt dat zo lang");
  version = 3;
  REQUIRE(reaches(3));
  CHECK((*session)->customer_has_word());
}

TEST_CASE("a new call waits a moment for what a service that is there knows of it, and shows without when it is slow") {
  test::FakeService service({.watch_desk =
                                 [&](const auto&, const auto& write, const auto& cancelled) {
                                   v1::WatchDeskResponse whole;
                                   whole.mutable_desk()->set_agent_id("sanne");
                                   whole.mutable_desk()->set_version(1);
                                   write(whole);
                                   while (!cancelled()) absl::SleepFor(absl::Milliseconds(1));
                                   return absl::OkStatus();
                                 },
                             .report_call = [](const auto&) { return absl::UnavailableError("slow"); }});
  const test::TemporaryFolder folder;
  test::ManualClock clock;
  base::RandomIds ids;
  Tasks tasks;
  auto session = Session::start({.server = service.address(),
                                 .agent_id = "sanne",
                                 .softphone = "none",
                                 .queue = "",
                                 .outbox_file = folder.file("outbox")},
                                clock, ids, [&](std::function<void()> work) { tasks.post(std::move(work)); });
  REQUIRE(session.ok());
  std::optional<absl::Duration> due;
  const auto comes = [&](const std::function<bool()>& condition) {
    return test::eventually([&] {
      tasks.run();
      due = (*session)->tick();
      return condition();
    });
  };
  const auto calls = [&] { return (*session)->desk() == nullptr ? 0 : (*session)->desk()->calls.size(); };
  REQUIRE(comes([&] { return (*session)->connection().state == model::ConnectionState::kConnected; }));

  const auto other_program = net::Outbox::open(folder.file("outbox"), clock);
  REQUIRE(other_program.ok());
  domain::CallReported report;
  report.call_id = "c1";
  REQUIRE(net::DeskActions(**other_program, ids, "sanne").report_call(report, clock.now()).ok());
  REQUIRE(comes([&] { return due && *due <= absl::Milliseconds(250); }));
  CHECK(calls() == 0);
  clock.advance(*due);
  CHECK(comes([&] { return calls() == 1; }));
}

TEST_CASE("a click on a why of the search shows it although the search goes with it") {
  const test::TemporaryFolder folder;
  test::ManualClock clock;
  base::RandomIds ids;
  Tasks tasks;
  auto session = Session::start({.server = "unix:" + folder.file("nobody"),
                                 .agent_id = "sanne",
                                 .softphone = "none",
                                 .queue = "",
                                 .outbox_file = folder.file("outbox"),
                                 .local_file = folder.file("local"),
                                 .content_folder = AANDACHT_SOURCE_DIR "/service/content"},
                                clock, ids, [&](std::function<void()> work) { tasks.post(std::move(work)); });
  REQUIRE(session.ok());
  (*session)->search_for("terugbet", "nl");
  REQUIRE(test::eventually([&] {
    tasks.run();
    return !(*session)->search().waiting;
  }));
  REQUIRE_FALSE((*session)->search().whys.empty());
  const std::string id = (*session)->search().whys.front().id;
  (*session)->show_why((*session)->search().whys.front().id);
  CHECK_FALSE((*session)->search().open);
  REQUIRE((*session)->desk() != nullptr);
  REQUIRE((*session)->desk()->card);
  CHECK((*session)->desk()->card->source_id == id);
}

}  // namespace aandacht::overlay
