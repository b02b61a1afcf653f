// Readers beside a writer.
#include <atomic>
#include <thread>

#include "tests/contract/access.h"
#include "tests/contract/engines.h"

namespace aandacht::store {
namespace {

// One step of a desk: an event and the desk it made, in one transaction.
absl::Status advance(Store& store, const std::string& agent, int version) {
  return store.write([&](Transaction& t) {
    const absl::Status status = t.append_event(agent, wake(agent + "-" + std::to_string(version)));
    return status.ok() ? t.save_desk(desk_at(agent, version)) : status;
  });
}

AANDACHT_STORE_CONTRACT("a read sees one moment, also while others write") {
  TestType engine;
  const auto store = engine.open();
  REQUIRE(advance(*store, "anna", 1).ok());
  const absl::Status status = store->read([&](Reads& reads) {
    REQUIRE(advance(*store, "anna", 2).ok());
    CHECK((*reads.desk("anna"))->version == 1);
    CHECK(reads.events("anna", 0, 10)->size() == 1);
    CHECK_FALSE(*reads.knows_event("anna-2"));
    CHECK(must_answer(*store, [](Reads& r) { return r.desk("anna"); })->version == 2);
    return absl::OkStatus();
  });
  CHECK(status.ok());
}

AANDACHT_STORE_CONTRACT("what is written is seen inside its transaction and by nobody else before the commit") {
  TestType engine;
  const auto store = engine.open();
  must_write(*store, [&](Transaction& t) {
    CHECK(t.save_desk(desk_at("anna", 5)).ok());
    CHECK((*t.desk("anna"))->version == 5);
    CHECK_FALSE(must_answer(*store, [](Reads& r) { return r.desk("anna"); }).has_value());
    return absl::OkStatus();
  });
  CHECK(must_answer(*store, [](Reads& r) { return r.desk("anna"); })->version == 5);
}

AANDACHT_STORE_CONTRACT("many readers always see a desk that fits its events while it is written") {
  TestType engine;
  const auto store = engine.open();
  constexpr int kSteps = 120;
  REQUIRE(advance(*store, "anna", 1).ok());
  std::atomic<int> torn = 0;
  std::atomic<int> failed = 0;
  std::atomic<bool> done = false;
  std::vector<std::thread> readers;
  for (int i = 0; i < 6; ++i) {
    readers.emplace_back([&] {
      std::int64_t seen = 0;
      while (!done) {
        const absl::Status status = store->read([&](Reads& reads) {
          const auto desk = reads.desk("anna");
          const auto events = reads.events("anna", 0, kSteps + 1);
          if (!desk.ok() || !events.ok() || !*desk) return absl::InternalError("unreadable");
          const bool fits = (*desk)->version == static_cast<std::int64_t>(events->size());
          if (!fits || (*desk)->version < seen) ++torn;
          seen = (*desk)->version;
          return absl::OkStatus();
        });
        if (!status.ok()) ++failed;
      }
    });
  }
  for (int version = 2; version <= kSteps; ++version) CHECK(advance(*store, "anna", version).ok());
  done = true;
  for (std::thread& reader : readers) reader.join();
  CHECK(torn == 0);
  CHECK(failed == 0);
}

AANDACHT_STORE_CONTRACT("writers of many threads take turns and lose nothing") {
  TestType engine;
  const auto store = engine.open();
  constexpr int kWriters = 4;
  constexpr int kSteps = 25;
  std::atomic<int> failed = 0;
  std::vector<std::thread> writers;
  for (int i = 0; i < kWriters; ++i) {
    writers.emplace_back([&, agent = "agent" + std::to_string(i)] {
      for (int version = 1; version <= kSteps; ++version) failed += advance(*store, agent, version).ok() ? 0 : 1;
    });
  }
  for (std::thread& writer : writers) writer.join();
  CHECK(failed == 0);
  for (int i = 0; i < kWriters; ++i) {
    const std::string agent = "agent" + std::to_string(i);
    CHECK(must_answer(*store, [&](Reads& r) { return r.events(agent, 0, 100); }).size() == kSteps);
  }
}

AANDACHT_STORE_CONTRACT("a store that is opened twice at once shows each the commits of the other") {
  TestType engine;
  const auto one = engine.open();
  const auto two = engine.open();
  REQUIRE(advance(*one, "anna", 1).ok());
  REQUIRE(advance(*two, "anna", 2).ok());
  CHECK(must_answer(*one, [](Reads& r) { return r.desk("anna"); })->version == 2);
}

}  // namespace
}  // namespace aandacht::store
