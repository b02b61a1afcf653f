// SQLite on a disk that is full, fails, or is asked to keep its word.
#include "service/store/sqlite/sqlite.h"
#include "tests/contract/access.h"
#include "tests/support/faulty_disk.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::store {
namespace {

TEST_CASE("every commit is synced to disk before it is acknowledged", "[store][sqlite]") {
  const test::TemporaryFolder folder;
  const test::FaultyDisk disk;
  const auto store = *sqlite::open(folder.file("store.db"));
  for (int i = 0; i < 10; ++i) {
    const int before = disk.syncs();
    must_write(*store, [&](Transaction& t) { return t.append_event("anna", wake("e" + std::to_string(i))); });
    CHECK(disk.syncs() > before);
  }
}

TEST_CASE("a full disk refuses the write, keeps what was there, and takes it again when there is room",
          "[store][sqlite]") {
  const test::TemporaryFolder folder;
  test::FaultyDisk disk;
  const auto store = *sqlite::open(folder.file("store.db"));
  must_write(*store, [](Transaction& t) { return t.append_event("anna", wake("before")); });
  const auto write = [&] { return store->write([](Transaction& t) { return t.append_event("anna", wake("e1")); }); };
  disk.writes_answer(SQLITE_FULL);
  const absl::Status full = write();
  CHECK(absl::IsResourceExhausted(full));
  CHECK(says(full, "the disk is full"));
  CHECK(knows(*store, "before"));
  CHECK_FALSE(knows(*store, "e1"));
  disk.writes_answer(SQLITE_OK);
  CHECK(write().ok());
  CHECK(knows(*store, "e1"));
}

TEST_CASE("a sync that fails is not acknowledged and the write can be sent again", "[store][sqlite]") {
  const test::TemporaryFolder folder;
  test::FaultyDisk disk;
  const auto store = *sqlite::open(folder.file("store.db"));
  const auto write = [&] { return store->write([](Transaction& t) { return t.append_event("anna", wake("e1")); }); };
  disk.syncs_answer(SQLITE_IOERR_FSYNC);
  CHECK(absl::IsUnavailable(write()));
  disk.syncs_answer(SQLITE_OK);
  const absl::Status again = write();
  INFO(again);
  CHECK(again.ok());
  CHECK(must_answer(*store, [](Reads& r) { return r.events("anna", 0, 10); }).size() == 1);
}

TEST_CASE("a disk that fills up in the middle of a transaction keeps none of it, also when work looks away",
          "[store][sqlite]") {
  const test::TemporaryFolder folder;
  test::FaultyDisk disk;
  const auto store = *sqlite::open(folder.file("store.db"));
  const std::string big(100000, 'x');
  const absl::Status status = store->write([&](Transaction& t) {
    for (int i = 0; i < 60; ++i) {  // more than SQLite keeps in memory
      if (i == 20) disk.writes_answer(SQLITE_FULL);
      t.save_customer({.external_id = std::to_string(i), .name = big}).IgnoreError();
    }
    disk.writes_answer(SQLITE_OK);
    t.append_event("anna", wake("after")).IgnoreError();
    return absl::OkStatus();
  });
  CHECK(absl::IsResourceExhausted(status));
  CHECK(must_answer(*store, [](Reads& r) { return r.customers(500, ""); }).rows.empty());
  CHECK_FALSE(knows(*store, "after"));
  must_write(*store, [](Transaction& t) { return t.append_event("anna", wake("after")); });
}

TEST_CASE("a store cannot be made on a full disk, and says so", "[store][sqlite]") {
  const test::TemporaryFolder folder;
  test::FaultyDisk disk;
  disk.writes_answer(SQLITE_FULL);
  const auto store = sqlite::open(folder.file("store.db"));
  CHECK(absl::IsResourceExhausted(store.status()));
  disk.writes_answer(SQLITE_OK);
  CHECK(sqlite::open(folder.file("store.db")).ok());
}

}  // namespace
}  // namespace aandacht::store
