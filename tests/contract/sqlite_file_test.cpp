// SQLite files that are missing, foreign, newer or damaged.
#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "service/store/sqlite/connection.h"
#include "service/store/sqlite/sqlite.h"
#include "tests/contract/access.h"
#include "tests/support/generate.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::store {
namespace {

void execute(const std::string& path, const char* sql) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  char* error = nullptr;
  const int code = sqlite3_exec(database, sql, nullptr, nullptr, &error);
  INFO((error != nullptr ? error : ""));
  CHECK(code == SQLITE_OK);
  sqlite3_free(error);
  sqlite3_close(database);
}

/// Every table that later steps made goes, whatever they are, and the columns that they added.
void take_back_to_step_two(const std::string& path) {
  std::string drops;
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  const auto drop = [](void* to, int, char** row, char**) {
    *static_cast<std::string*>(to) += std::string("DROP TABLE ") + row[0] + ";";
    return 0;
  };
  CHECK(sqlite3_exec(database,
                     "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                     " AND name NOT IN ('event', 'request', 'desk', 'call', 'turn', 'card')",
                     drop, &drops, nullptr) == SQLITE_OK);
  sqlite3_close(database);
  execute(path, drops.c_str());
  execute(path,
          "DROP INDEX event_own; ALTER TABLE event DROP COLUMN own; ALTER TABLE call DROP COLUMN freed;"
          " ALTER TABLE turn DROP COLUMN score; PRAGMA user_version = 2");
}

void fill(const std::string& path, int customers) {
  const auto store = *sqlite::open(path);
  test::Generate generate(51);
  must_write(*store, [&](Transaction& t) {
    for (int i = 0; i < customers; ++i) {
      domain::Customer who = generate.customer();
      who.external_id = "k" + std::to_string(i);
      if (absl::Status status = t.save_customer(who); !status.ok()) return status;
    }
    return t.save_desk(desk_at("anna", 3));
  });
}

TEST_CASE("a store in a folder that does not exist is not found, with the folder's name", "[store][sqlite]") {
  const test::TemporaryFolder folder;
  const auto store = sqlite::open(folder.file("nowhere/store.db"));
  CHECK(absl::IsNotFound(store.status()));
  CHECK(says(store.status(), "nowhere does not exist"));
}

TEST_CASE("a store without a file name, or at a folder's name, is refused", "[store][sqlite]") {
  const test::TemporaryFolder folder;
  CHECK(absl::IsInvalidArgument(sqlite::open("").status()));
  CHECK(absl::IsPermissionDenied(sqlite::open(folder.path().string()).status()));
}

TEST_CASE("a file that is not a database is refused and left as it was", "[store][sqlite]") {
  const test::TemporaryFolder folder;
  const std::string path = folder.file("letter.txt");
  const std::string letter(4000, 'q');
  std::ofstream(path) << letter;
  const auto store = sqlite::open(path);
  CHECK(absl::IsFailedPrecondition(store.status()));
  CHECK(says(store.status(), "not a database"));
  CHECK(says(store.status(), "letter.txt"));
  std::ifstream file(path);
  CHECK(std::string(std::istreambuf_iterator<char>(file), {}) == letter);
}

TEST_CASE("another program's database is refused and left as it was", "[store][sqlite]") {
  const test::TemporaryFolder folder;
  const std::string path = folder.file("other.db");
  execute(path, "CREATE TABLE song (title TEXT)");
  const auto size = std::filesystem::file_size(path);
  const auto store = sqlite::open(path);
  CHECK(absl::IsFailedPrecondition(store.status()));
  CHECK(says(store.status(), "belongs to another program"));
  CHECK(std::filesystem::file_size(path) == size);
  CHECK_FALSE(std::filesystem::exists(path + "-wal"));
}

TEST_CASE("a store of a newer program is refused with both versions and left as it was", "[store][sqlite]") {
  const test::TemporaryFolder folder;
  const std::string path = folder.file("store.db");
  fill(path, 1);
  execute(path, "PRAGMA user_version = 999");
  const auto store = sqlite::open(path);
  CHECK(absl::IsFailedPrecondition(store.status()));
  CHECK(says(store.status(), "schema version 999"));
  CHECK(says(store.status(), "start the newer program"));
  execute(path, "CREATE TEMP TABLE proof AS SELECT * FROM desk");
}

TEST_CASE("a file of zero bytes becomes a store, as a new file does", "[store][sqlite]") {
  const test::TemporaryFolder folder;
  std::ofstream(folder.file("store.db")).flush();
  CHECK(sqlite::open(folder.file("store.db")).ok());
}

TEST_CASE("a store that stopped half-way its schema steps goes on where it was", "[store][sqlite]") {
  const test::TemporaryFolder folder;
  const std::string path = folder.file("store.db");
  fill(path, 0);
  take_back_to_step_two(path);
  const auto store = *sqlite::open(path);
  CHECK(must_answer(*store, [](Reads& r) { return r.desk("anna"); })->version == 3);
  must_write(*store, [](Transaction& t) { return t.save_customer({.external_id = "k1"}); });
}

TEST_CASE("acts from before a store knew which events are own are told and forgotten like later ones",
          "[store][sqlite]") {
  const test::TemporaryFolder folder;
  const std::string path = folder.file("store.db");
  const auto acted = [](const std::string& id, domain::OwnAct act) {
    return domain::Event{id, absl::FromUnixSeconds(1700000000), domain::OwnActed{std::move(act)}};
  };
  must_write(**sqlite::open(path), [&](Transaction& t) {
    CHECK(t.append_event("anna", wake("w1")).ok());
    CHECK(t.append_event("anna", acted("forgot", domain::OwnSideForgotten{})).ok());
    return t.append_event("anna", acted("a1", domain::HabitDropped{}));
  });
  execute(path, "UPDATE event SET own = NULL");
  const auto store = *sqlite::open(path);
  const auto acts = must_answer(*store, [](Reads& r) { return r.own_events("anna", 0, ""); });
  REQUIRE(acts.rows.size() == 1);
  CHECK(acts.rows[0].id == "a1");
  for (const domain::StoredKind& stored : must_answer(*store, [](Reads& r) { return r.stored_kinds("anna"); })) {
    CHECK(stored.count == (stored.kind == "acts" ? 1 : 0));
  }
  must_write(*store, [](Transaction& t) { return t.forget_agent("anna").status(); });
  // The wish stays; the awakening goes, which tells when a reset ended.
  CHECK(must_answer(*store, [](Reads& r) { return r.events("anna", 0, 9); }).size() == 1);
}

TEST_CASE("a stored value that cannot be decoded is an internal error that names it; others stay readable",
          "[store][sqlite]") {
  const test::TemporaryFolder folder;
  const std::string path = folder.file("store.db");
  fill(path, 3);
  execute(path, "UPDATE customer SET body = x'ff' WHERE id = 'k1'; UPDATE desk SET body = x'1803ff'");
  const auto store = *sqlite::open(path);
  const auto damaged = answer(*store, [](Reads& r) { return r.customer("k1"); });
  CHECK(absl::IsInternal(damaged.status()));
  CHECK(says(damaged.status(), "customer of \"k1\""));
  CHECK(absl::IsInternal(answer(*store, [](Reads& r) { return r.customers(10, ""); }).status()));
  CHECK(absl::IsInternal(answer(*store, [](Reads& r) { return r.desk("anna"); }).status()));
  CHECK(answer(*store, [](Reads& r) { return r.customer("k2"); }).ok());
}

/// Numbers of the pages, counted from 0, of which `where` (SQL over dbstat) holds.
std::vector<int> pages_with(const std::string& path, const std::string& where) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  std::vector<int> pages;
  const auto take = [](void* into, int, char** columns, char**) {
    static_cast<std::vector<int>*>(into)->push_back(std::stoi(columns[0]) - 1);
    return 0;
  };
  CHECK(sqlite3_exec(database, ("SELECT pageno FROM dbstat WHERE " + where + " ORDER BY pageno").c_str(), take, &pages,
                     nullptr) == SQLITE_OK);
  sqlite3_close(database);
  return pages;
}

/// Numbers of the pages, counted from 0, that a look-up of customers must read: all but those that hold the end of a
/// long value.
std::vector<int> customer_pages(const std::string& path) {
  return pages_with(path, "name IN ('customer', 'sqlite_autoindex_customer_1') AND pagetype <> 'overflow'");
}

/// A copy of `whole` at `path`, without the log of the copy before it, with garbage in one page.
void damage(const std::string& whole, const std::string& path, int page, const std::string& garbage) {
  for (const char* log : {"-wal", "-shm"}) std::filesystem::remove(path + log);
  std::filesystem::copy_file(whole, path, std::filesystem::copy_options::overwrite_existing);
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(std::streamoff{4096} * page);
  file << garbage;
}

absl::Status read_customers(Store& store, int customers) {
  return store.read([&](Reads& reads) {
    for (int i = 0; i < customers; ++i) {
      const absl::Status one = reads.customer("k" + std::to_string(i)).status();
      if (!one.ok()) return one;
    }
    return reads.customers(500, "").status();
  });
}

TEST_CASE("garbage in any page that holds customers is told when they are read", "[store][sqlite]") {
  const test::TemporaryFolder folder;
  constexpr int kCustomers = 1000;
  const std::string whole = folder.file("whole.db");
  fill(whole, kCustomers);
  const std::vector<int> pages = customer_pages(whole);
  REQUIRE(pages.size() > 50);
  test::Generate generate(52);
  const std::string path = folder.file("damaged.db");
  for (const int page : pages) {
    INFO("page " << page << " of " << pages.size());
    damage(whole, path, page, generate.bytes(4096));
    const auto store = sqlite::open(path);
    REQUIRE(store.ok());
    const absl::Status status = read_customers(**store, kCustomers);
    INFO(status);
    CHECK((absl::IsInternal(status) || absl::IsNotFound(status)));
  }
}

TEST_CASE("garbage in any page of the file never ends the program", "[store][sqlite]") {
  const test::TemporaryFolder folder;
  constexpr int kCustomers = 1000;
  const std::string whole = folder.file("whole.db");
  fill(whole, kCustomers);
  const auto pages = static_cast<int>(std::filesystem::file_size(whole) / 4096);
  const std::vector<int> schema = pages_with(whole, "name = 'sqlite_schema'");
  test::Generate generate(53);
  const std::string path = folder.file("damaged.db");
  for (int page = 0; page < pages; ++page) {
    INFO("page " << page << " of " << pages);
    damage(whole, path, page, generate.bytes(4096));
    const auto store = sqlite::open(path);
    const bool is_schema = std::find(schema.begin(), schema.end(), page) != schema.end();
    CHECK((store.ok() || is_schema));
    CHECK((!store.ok() || page > 0));
    if (!store.ok()) continue;
    const absl::Status status = read_customers(**store, kCustomers);
    CHECK((status.ok() || absl::IsInternal(status) || absl::IsNotFound(status)));
    (*store)->write([](Transaction& t) { return t.save_customer({.external_id = "new"}); }).IgnoreError();
  }
}

TEST_CASE("a store whose log file was lost still opens with what the file holds", "[store][sqlite]") {
  const test::TemporaryFolder folder;
  const std::string path = folder.file("store.db");
  fill(path, 2);
  std::filesystem::remove(path + "-wal");
  std::filesystem::remove(path + "-shm");
  const auto store = *sqlite::open(path);
  CHECK(must_answer(*store, [](Reads& r) { return r.customers(10, ""); }).rows.size() == 2);
}

TEST_CASE("a log that ends in the middle of a commit keeps every commit before it", "[store][sqlite]") {
  const test::TemporaryFolder folder;
  const std::string path = folder.file("store.db");
  const std::string copy = folder.file("copy.db");
  const auto store = *sqlite::open(path);
  for (int i = 0; i < 20; ++i) {
    must_write(*store, [&](Transaction& t) { return t.append_event("anna", wake("e" + std::to_string(i))); });
  }
  // What a machine's death leaves: the files as they are, the log cut short.
  std::filesystem::copy_file(path, copy);
  std::filesystem::copy_file(path + "-wal", copy + "-wal");
  std::filesystem::resize_file(copy + "-wal", std::filesystem::file_size(copy + "-wal") - 100);
  const auto after = *sqlite::open(copy);
  const auto events = must_answer(*after, [](Reads& r) { return r.events("anna", 0, 100); });
  CHECK(events.size() == 19);
  for (std::size_t i = 0; i < events.size(); ++i) CHECK(events[i].id == "e" + std::to_string(i));
}

bool has_bytes(const std::string& path, const std::string& bytes) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {}).find(bytes) != std::string::npos;
}

TEST_CASE("what was redacted late is in neither the file nor its log, however long it was, while the store is open",
          "[store][sqlite]") {
  const test::TemporaryFolder folder;
  const std::string path = folder.file("store.db");
  const std::string secret = "0612345";
  const auto store = *sqlite::open(path);
  const bool is_long = GENERATE(false, true);  // A long text spills to pages of its own, which become free.
  const std::string first = std::string(is_long ? 15000 : 10, 'x') + " " + secret;
  must_write(*store, [&](Transaction& t) {
    const domain::UtteranceSaid said{"c1", "u1", domain::Speaker::kCustomer, first, {}};
    if (absl::Status status = t.append_event("anna", {"u1", absl::UnixEpoch(), said}); !status.ok()) return status;
    return t.append_turn({.utterance_id = "u1", .call_id = "c1", .text = first});
  });
  REQUIRE((has_bytes(path, secret) || has_bytes(path + "-wal", secret)));

  must_write(*store, [&](Transaction& t) {
    if (absl::Status status = t.redact_turn({"u1", first, {"[phone]", {}}}); !status.ok()) return status;
    return t.append_turn({.utterance_id = "u2", .call_id = "c1", .text = "[phone]"});
  });
  CHECK_FALSE(has_bytes(path, secret));
  CHECK_FALSE(has_bytes(path + "-wal", secret));
}

TEST_CASE("what was redacted during a read leaves the log with the next write after it", "[store][sqlite]") {
  const test::TemporaryFolder folder;
  const std::string path = folder.file("store.db");
  const auto store = *sqlite::open(path);
  const std::string secret = "0612345";
  must_write(*store,
             [&](Transaction& t) { return t.append_turn({.utterance_id = "u1", .call_id = "c1", .text = secret}); });
  (void)answer(*store, [&](Reads& reads) {
    must_write(*store, [&](Transaction& t) { return t.redact_turn({"u1", secret, {"[phone]", {}}}); });
    CHECK(has_bytes(path + "-wal", secret));
    return reads.turns("c1", 10, "");
  });
  must_write(*store,
             [](Transaction& t) { return t.append_turn({.utterance_id = "u2", .call_id = "c1", .text = "ja"}); });
  CHECK_FALSE(has_bytes(path, secret));
  CHECK_FALSE(has_bytes(path + "-wal", secret));
}

TEST_CASE("a statement is found again by its text, which need not live as long as the connection", "[sqlite]") {
  const test::TemporaryFolder folder;
  const auto connection = sqlite::Connection::open(folder.file("x.db"), sqlite::Connection::Use::kWrite);
  REQUIRE(connection.ok());
  for (int i = 100; i < 200; ++i) {
    std::string sql = "SELECT " + std::to_string(i) + " -- as long as the others and too long to stand in the string";
    const auto told = (*connection)->ask(sql);
    REQUIRE(told.ok());
    CHECK(*told == i);
  }
}

}  // namespace
}  // namespace aandacht::store
