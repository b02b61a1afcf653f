// What waits, sleeps: no thread of gRPC's callbacks, which wake up every second, and timers that ring on the watch's
// own.
#include <grpcpp/grpcpp.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>

#include "absl/time/clock.h"
#include "client/net/channel.h"
#include "client/net/desk_watch.h"
#include "client/net/why_list.h"
#include "client/net/why_search.h"
#include "tests/support/catch.h"
#include "tests/support/eventually.h"
#include "tests/support/fake_service.h"

namespace aandacht::net {
namespace {

using test::eventually;

/// Threads of this process that gRPC 1.51 keeps for its callback API.
int callback_threads() {
  int count = 0;
  for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
    std::ifstream file(task.path() / "comm");
    std::string name;
    std::getline(file, name);
    count += name.rfind("nexting_thread", 0) == 0 ? 1 : 0;
  }
  return count;
}

v1::WatchDeskResponse a_desk() {
  v1::WatchDeskResponse response;
  response.mutable_desk()->set_agent_id("agent-7");
  response.mutable_desk()->set_version(1);
  return response;
}

}  // namespace

TEST_CASE("following a desk, searching and listing whys starts no thread that wakes up by itself") {
  const int before = callback_threads();
  test::FakeService service({.watch_desk = [](const auto&, const auto& write, const auto& cancelled) {
    write(a_desk());
    while (!cancelled()) absl::SleepFor(absl::Milliseconds(2));
    return absl::OkStatus();
  }});
  const auto channel = open_channel(service.address());
  std::atomic<int> desks = 0;
  std::atomic<int> answers = 0;
  DeskWatch watch(channel, "agent-7", {.on_desk = [&](const domain::Desk&, absl::Time) { ++desks; }});
  WhySearch search(channel);
  search.ask({"monteur", "nl", ""}, [&](const auto&) { ++answers; });
  WhyList list(channel);
  list.fetch({.on_page = [](const auto&) {}, .on_end = [&](const absl::Status&) { ++answers; }});
  REQUIRE(eventually([&] { return desks == 1 && answers == 2; }));
  CHECK(callback_threads() == before);
}

TEST_CASE("a stream that breaks is opened again by the watch's own timer") {
  std::atomic<int> opened = 0;
  test::FakeService service({.watch_desk = [&](const auto&, const auto& write, const auto&) {
    ++opened;
    write(a_desk());
    return absl::UnavailableError("going away");
  }});
  DeskWatch watch(open_channel(service.address()), "agent-7", {},
                  {.backoff = {.first = absl::Milliseconds(1), .factor = 1, .longest = absl::Milliseconds(1)}});
  CHECK(eventually([&] { return opened >= 5; }));
}

TEST_CASE("a watch whose next attempt is far away ends at once") {
  std::atomic<int> told = 0;
  test::FakeService service(
      {.watch_desk = [](const auto&, const auto&, const auto&) { return absl::UnavailableError("going away"); }});
  const absl::Time before = absl::Now();
  {
    DeskWatch watch(
        open_channel(service.address()), "agent-7",
        {.on_connection = [&](ConnectionState state,
                              const std::string&) { told += state == ConnectionState::kDisconnected ? 1 : 0; }},
        {.backoff = {.first = absl::Hours(1), .factor = 1, .longest = absl::Hours(1)}});
    REQUIRE(eventually([&] { return told == 1; }));
  }
  CHECK(absl::Now() - before < absl::Seconds(30));
}

TEST_CASE("a search and a list that are under way end when nobody waits for them any more") {
  for (int round = 0; round < 20; ++round) {
    test::FakeService service({});
    const auto channel = open_channel(service.address());
    WhySearch search(channel);
    WhyList list(channel);
    for (int i = 0; i < 5; ++i) {
      search.ask({"tijdvak", "nl", ""}, [](const auto&) {});
      list.fetch({.on_page = [](const auto&) {}, .on_end = [](const absl::Status&) {}});
    }
  }
  SUCCEED("nothing hangs and nothing is asked of a queue that is shut");
}

}  // namespace aandacht::net
