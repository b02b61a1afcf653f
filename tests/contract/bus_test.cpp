// What any bus promises, and what the bus of one process promises besides.
#include <atomic>
#include <latch>
#include <thread>
#include <vector>

#include "service/bus/local/local_bus.h"
#include "tests/support/catch.h"

namespace aandacht::bus {
namespace {

std::shared_ptr<const Message> message(const std::string& agent, std::int64_t version) {
  auto made = std::make_shared<Message>();
  made->agent_id = agent;
  made->update.version = version;
  return made;
}

TEST_CASE("a message reaches the watchers of its desk and of all desks, and nobody else", "[bus]") {
  LocalBus bus;
  std::vector<std::string> got;
  const auto note = [&got](const char* who) {
    return [&got, who](const std::shared_ptr<const Message>& m) {
      got.push_back(who + std::to_string(m->update.version));
    };
  };
  const auto anna = bus.subscribe("anna", note("anna"));
  const auto bob = bus.subscribe("bob", note("bob"));
  const auto all = bus.subscribe("", note("all"));
  bus.publish(message("anna", 1));
  bus.publish(message("carl", 2));
  CHECK(got == std::vector<std::string>{"anna1", "all1", "all2"});
}

TEST_CASE("a message is handed on as it is, to each watcher of the same desk, in order", "[bus]") {
  LocalBus bus;
  std::vector<const Message*> first;
  std::vector<const Message*> second;
  const auto one = bus.subscribe("anna", [&](const auto& m) { first.push_back(m.get()); });
  const auto two = bus.subscribe("anna", [&](const auto& m) { second.push_back(m.get()); });
  std::vector<std::shared_ptr<const Message>> sent;
  for (int i = 0; i < 5; ++i) sent.push_back(message("anna", i));
  for (const auto& each : sent) bus.publish(each);
  REQUIRE(first.size() == 5);
  CHECK(first == second);
  for (std::size_t i = 0; i < sent.size(); ++i) CHECK(first[i] == sent[i].get());
}

TEST_CASE("a subscription that ended hears nothing, and others go on", "[bus]") {
  LocalBus bus;
  int ended = 0;
  int other = 0;
  auto subscription = bus.subscribe("anna", [&](const auto&) { ++ended; });
  const auto stays = bus.subscribe("anna", [&](const auto&) { ++other; });
  subscription.reset();
  bus.publish(message("anna", 1));
  CHECK(ended == 0);
  CHECK(other == 1);
}

TEST_CASE("a subscription may outlive the bus", "[bus]") {
  auto bus = std::make_unique<LocalBus>();
  auto subscription = bus->subscribe("anna", [](const auto&) {});
  bus.reset();
  subscription.reset();
}

TEST_CASE("ending a subscription waits for its callback that is running", "[bus]") {
  LocalBus bus;
  std::latch running(1);
  std::latch go_on(1);
  std::atomic<bool> finished = false;
  auto subscription = bus.subscribe("anna", [&](const auto&) {
    running.count_down();
    go_on.wait();
    finished = true;
  });
  std::thread publisher([&] { bus.publish(message("anna", 1)); });
  running.wait();
  std::atomic<bool> ended = false;
  std::atomic<bool> ended_too_soon = false;
  std::thread ender([&] {
    subscription.reset();
    ended_too_soon = !finished;
    ended = true;
  });
  CHECK_FALSE(ended);
  go_on.count_down();
  ender.join();
  publisher.join();
  CHECK_FALSE(ended_too_soon);
}

TEST_CASE("a watcher that takes its time does not stop others from coming and going", "[bus]") {
  LocalBus bus;
  std::latch running(1);
  std::latch go_on(1);
  const auto slow = bus.subscribe("anna", [&](const auto&) {
    running.count_down();
    go_on.wait();
  });
  std::thread publisher([&] { bus.publish(message("anna", 1)); });
  running.wait();
  int heard = 0;
  auto other = bus.subscribe("bob", [&](const auto&) { ++heard; });
  bus.publish(message("bob", 1));
  other.reset();
  CHECK(heard == 1);
  go_on.count_down();
  publisher.join();
}

TEST_CASE("no callback runs after its subscription ended, however many threads publish", "[bus]") {
  LocalBus bus;
  std::atomic<bool> done = false;
  std::vector<std::thread> publishers;
  for (int i = 0; i < 3; ++i) {
    publishers.emplace_back([&] {
      while (!done) bus.publish(message("anna", 1));
    });
  }
  std::atomic<int> too_late = 0;
  std::atomic<int> overlapping = 0;
  for (int round = 0; round < 60; ++round) {
    auto alive = std::make_shared<std::atomic<bool>>(true);
    auto inside = std::make_shared<std::atomic<int>>(0);
    auto heard = std::make_shared<std::atomic<int>>(0);
    auto subscription = bus.subscribe(round % 2 == 0 ? "anna" : "", [&, alive, inside, heard](const auto&) {
      if (++*inside != 1) ++overlapping;
      if (!*alive) ++too_late;
      ++*heard;
      --*inside;
    });
    while (*heard == 0) std::this_thread::yield();
    subscription.reset();
    *alive = false;
  }
  done = true;
  for (std::thread& publisher : publishers) publisher.join();
  CHECK(too_late == 0);
  CHECK(overlapping == 0);
}

}  // namespace
}  // namespace aandacht::bus
