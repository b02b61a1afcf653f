// The overlay's hold on its watchdog, with the real program.
#include "client/ready/not_ready.h"

#include <fcntl.h>
#include <unistd.h>

#include <mutex>
#include <optional>
#include <vector>

#include "tests/unit/ready/ready_house.h"

namespace aandacht::ready {
namespace {

using test::eventually;
using test::ReadyHouse;

class Held {
 public:
  explicit Held(const ReadyHouse& house, std::string not_ready = "", std::string ready = "",
                const std::string& program = ReadyHouse::kProgram)
      : house_(house),
        not_ready_(std::in_place,
                   NotReadyOptions{program, house.leases(), "sanne",
                                   not_ready.empty() ? house.note("not-ready") : std::move(not_ready),
                                   ready.empty() ? house.note("ready") : std::move(ready)},
                   clock_, [this](Standing standing) {
                     const std::scoped_lock lock(mutex_);
                     told_.push_back(standing);
                   }) {}

  NotReady& operator*() { return *not_ready_; }
  NotReady* operator->() { return &*not_ready_; }
  void die() { not_ready_.reset(); }

  [[nodiscard]] bool tells(Standing standing) {
    return eventually([&] {
      const std::scoped_lock lock(mutex_);
      return !told_.empty() && told_.back() == standing;
    });
  }

  /// Ends the watchdog as nothing else can.
  void kill_watchdog() const {
    int pid = 0;
    REQUIRE(eventually([&] {
      const auto files = lease_files(house_.leases());
      pid = files.empty() ? 0 : living_holder(files.front());
      return pid != 0;
    }));
    REQUIRE(::kill(pid, SIGKILL) == 0);
  }

 private:
  const ReadyHouse& house_;
  base::SystemClock clock_;
  std::mutex mutex_;
  std::vector<Standing> told_;
  std::optional<NotReady> not_ready_;
};

}  // namespace

TEST_CASE("held and released: not ready, ready, and both are told") {
  const ReadyHouse house;
  Held held(house);
  held->hold(absl::Minutes(10));
  REQUIRE(held.tells(Standing::kNotReady));
  held->release();
  CHECK(held.tells(Standing::kReady));
  CHECK(house.log() == "not-ready ready ");
}

TEST_CASE("released while its watchdog still starts, nobody stays not-ready") {
  const ReadyHouse house;
  Held held(house);
  held->hold(absl::Minutes(10));
  held->release();
  CHECK(house.becomes("not-ready ready "));
}

TEST_CASE("one overlay that ends makes ready, whether its watchdog is up already or not") {
  for (const bool wait : {true, false}) {
    const ReadyHouse house;
    {
      Held held(house);
      held->hold(absl::Minutes(10));
      if (wait) REQUIRE(held.tells(Standing::kNotReady));
    }
    CHECK(house.becomes("not-ready ready "));
    CHECK(house.nothing_owed());
  }
}

TEST_CASE("a watchdog that is killed has a follower, and at the end ready is run once") {
  const ReadyHouse house;
  Held held(house);
  held->hold(absl::Minutes(10));
  REQUIRE(house.becomes("not-ready "));
  held.kill_watchdog();
  REQUIRE(house.becomes("not-ready not-ready "));
  held->release();
  CHECK(house.becomes("not-ready not-ready ready "));
  CHECK(house.nothing_owed());
}

TEST_CASE("when every watchdog is killed, ready is run all the same and the agent is told that calls may come") {
  const ReadyHouse house;
  Held held(house);
  held->hold(absl::Minutes(10));
  for (const char* so_far : {"not-ready ", "not-ready not-ready ", "not-ready not-ready not-ready "}) {
    REQUIRE(house.becomes(so_far));
    held.kill_watchdog();
  }
  CHECK(held.tells(Standing::kNotTaken));
  CHECK(house.becomes("not-ready not-ready not-ready ready "));
}

TEST_CASE("overlay and watchdog killed in the same moment: the next overlay makes ready") {
  const ReadyHouse house;
  {
    // A watchdog of an overlay that is no more.
    test::Child watchdog = house.watchdog("600");
    REQUIRE(house.becomes("not-ready "));
    ::kill(watchdog.pid(), SIGKILL);
    watchdog.wait();
  }
  Held next(house);
  next->recover();
  CHECK(house.becomes("not-ready ready "));
  CHECK(house.nothing_owed());
}

TEST_CASE("the next reset begins while the ready command of the last one still fails: told of the last only") {
  const ReadyHouse house;
  Held held(house, house.note("not-ready"), house.failing_ready());
  held->hold(absl::Minutes(10));
  REQUIRE(held.tells(Standing::kNotReady));
  held->release();
  REQUIRE(held.tells(Standing::kReadyFails));
  held->hold(absl::Minutes(10));
  REQUIRE(held.tells(Standing::kNotReady));
  house.mend();
  held->release();
  CHECK(held.tells(Standing::kReady));
  CHECK(house.nothing_owed());
}

TEST_CASE("a not-ready command that fails is told, and ready is run at the end") {
  const ReadyHouse house;
  Held held(house, "exit 1");
  held->hold(absl::Minutes(10));
  REQUIRE(held.tells(Standing::kNotTaken));
  held->release();
  CHECK(house.becomes("ready "));
}

TEST_CASE("without the watchdog's program nothing is run and the agent is told") {
  const ReadyHouse house;
  Held held(house, "", "", house.file("nowhere"));
  held->hold(absl::Minutes(10));
  CHECK(held.tells(Standing::kNotTaken));
  held->release();
  CHECK(house.log().empty());
}

TEST_CASE("the watchdog keeps nothing of the overlay open but its line, and needs little memory") {
  const ReadyHouse house;
  const int ours = open("/dev/zero", O_RDONLY);  // Without FD_CLOEXEC, as a careless library would.
  Held held(house);
  held->hold(absl::Minutes(10));
  REQUIRE(held.tells(Standing::kNotReady));
  const int pid = living_holder(lease_files(house.leases()).front());
  for (const auto& entry : std::filesystem::directory_iterator(absl::StrCat("/proc/", pid, "/fd"))) {
    CHECK(std::filesystem::read_symlink(entry.path()) != "/dev/zero");
  }
  std::ifstream status(absl::StrCat("/proc/", pid, "/status"));
  int kilobytes = 0;
  for (std::string word; status >> word;) {
    if (word == "RssAnon:") status >> kilobytes;
  }
  CHECK(kilobytes > 0);
  CHECK(kilobytes < 2'000);
  close(ours);
}

}  // namespace aandacht::ready
