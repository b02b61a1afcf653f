#include "client/net/outbox.h"

#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <set>

#include "absl/strings/str_cat.h"
#include "tests/support/catch.h"
#include "tests/support/manual_clock.h"
#include "tests/support/slurp.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::net {
namespace {

struct Fixture {
  test::TemporaryFolder folder;
  test::ManualClock clock;
  std::filesystem::path file = folder.path() / "state" / "outbox.db";

  std::unique_ptr<Outbox> open(OutboxLimits limits = {}) {
    auto outbox = Outbox::open(file, clock, limits);
    INFO(outbox.status().ToString());
    REQUIRE(outbox.ok());
    return *std::move(outbox);
  }
};

std::vector<std::string> drain(Outbox& outbox) {
  std::vector<std::string> ids;
  for (auto item = outbox.oldest(); item.ok() && item->has_value(); item = outbox.oldest()) {
    ids.push_back((*item)->id);
    REQUIRE(outbox.remove((*item)->sequence).ok());
  }
  return ids;
}

TEST_CASE("a bare file name is an outbox in the folder that the program runs in") {
  Fixture fixture;
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(fixture.folder.path());
  fixture.file = "rel.db";
  const auto outbox = Outbox::open(fixture.file, fixture.clock, {});
  std::filesystem::current_path(before);
  INFO(outbox.status());
  CHECK(outbox.ok());
  CHECK(std::filesystem::exists(fixture.folder.file("rel.db")));
}

TEST_CASE("what was appended comes back unchanged, oldest first, also after a restart") {
  Fixture fixture;
  const std::string bytes("\0\xff\x01 bytes", 8);
  {
    const auto outbox = fixture.open();
    REQUIRE(outbox->append(OutboxKind::kAnswerCard, "a", bytes).ok());
    REQUIRE(outbox->append(OutboxKind::kReportCall, "b", "").ok());
  }
  const auto outbox = fixture.open();
  const auto item = outbox->oldest();
  REQUIRE(item.ok());
  REQUIRE(item->has_value());
  CHECK((*item)->id == "a");
  CHECK((*item)->kind == OutboxKind::kAnswerCard);
  CHECK((*item)->request == bytes);
  CHECK((*item)->appended == fixture.clock.now());
  CHECK(*outbox->pending() == 2);
  CHECK(drain(*outbox) == std::vector<std::string>{"a", "b"});
  CHECK(*outbox->pending() == 0);
}

TEST_CASE("the same id twice waits once") {
  Fixture fixture;
  const auto outbox = fixture.open();
  CHECK(outbox->append(OutboxKind::kReportCall, "a", "1").ok());
  CHECK(outbox->append(OutboxKind::kReportCall, "a", "2").ok());
  CHECK(*outbox->pending() == 1);
  CHECK((*outbox->oldest())->request == "1");
}

TEST_CASE("what cannot be sent safely is not taken") {
  Fixture fixture;
  const auto outbox = fixture.open({.request_bytes = 10});
  CHECK(absl::IsInvalidArgument(outbox->append(OutboxKind::kReportCall, "", "x")));
  CHECK(absl::IsInvalidArgument(outbox->append(OutboxKind::kReportCall, "a", "12345678901")));
  CHECK(*outbox->pending() == 0);
}

TEST_CASE("a refused item goes out of the way with its reason") {
  Fixture fixture;
  const auto outbox = fixture.open();
  REQUIRE(outbox->append(OutboxKind::kShowWhy, "a", "x").ok());
  REQUIRE(outbox->append(OutboxKind::kShowWhy, "b", "y").ok());
  fixture.clock.advance(absl::Seconds(3));
  REQUIRE(outbox->refuse((*outbox->oldest())->sequence, "geen bekende why").ok());
  CHECK((*outbox->oldest())->id == "b");
  const auto refused = outbox->refused(10);
  REQUIRE(refused.ok());
  REQUIRE(refused->size() == 1);
  CHECK(refused->front().item.id == "a");
  CHECK(refused->front().item.request == "x");
  CHECK(refused->front().reason == "geen bekende why");
  CHECK(refused->front().refused - refused->front().item.appended == absl::Seconds(3));
}

TEST_CASE("of what agents did for themselves no byte stays once it was sent or refused") {
  Fixture fixture;
  const auto outbox = fixture.open();
  const auto other = fixture.open();  // Another program of this agent: the log stays when one of them ends.
  const std::string act(200, 'q'), mark(200, 'w'), card(200, 'e');
  const auto left = [&](const std::string& bytes) {
    return test::slurp(fixture.file).find(bytes) != std::string::npos ||
           test::slurp(fixture.file.string() + "-wal").find(bytes) != std::string::npos;
  };
  REQUIRE(outbox->append(OutboxKind::kRecordAct, "sent", act).ok());
  REQUIRE(outbox->remove((*outbox->oldest())->sequence).ok());
  for (const auto& [kind, request] : {std::pair{OutboxKind::kRecordAct, act}, std::pair{OutboxKind::kMarkHeavy, mark},
                                      std::pair{OutboxKind::kAnswerCard, card}}) {
    REQUIRE(outbox->append(kind, "refused-" + request.substr(0, 1), request).ok());
    REQUIRE(outbox->refuse((*outbox->oldest())->sequence, "no such reset").ok());
  }
  const auto refused = outbox->refused(10);
  REQUIRE(refused->size() == 3);
  CHECK((*refused)[0].item.request == card);
  CHECK((*refused)[1].item.request.empty());
  CHECK((*refused)[2].item.request.empty());
  CHECK((*refused)[2].item.kind == OutboxKind::kRecordAct);
  CHECK((*refused)[2].reason == "no such reset");
  REQUIRE(left(act));  // In the log, where nothing is overwritten.
  REQUIRE(outbox->leave_nothing_behind().ok());
  CHECK_FALSE(left(act));
  CHECK_FALSE(left(mark));
  CHECK(left(card));
}

TEST_CASE("what was sent is overwritten in the file when the last program of this agent ends") {
  Fixture fixture;
  const std::string act(200, 'q');
  {
    const auto outbox = fixture.open();
    REQUIRE(outbox->append(OutboxKind::kRecordAct, "sent", act).ok());
  }
  REQUIRE(test::slurp(fixture.file).find(act) != std::string::npos);
  {
    const auto outbox = fixture.open();
    REQUIRE(outbox->remove((*outbox->oldest())->sequence).ok());
  }
  CHECK(test::slurp(fixture.file).find(act) == std::string::npos);
}

TEST_CASE("what an older version left of own acts goes with the next deletion") {
  Fixture fixture;
  const std::string act(200, 'q');
  const auto outbox = fixture.open();
  sqlite3* old = nullptr;
  REQUIRE(sqlite3_open(fixture.file.c_str(), &old) == SQLITE_OK);
  const std::string rows = absl::StrCat("PRAGMA secure_delete=OFF; INSERT INTO refused VALUES(1, 'a', 7, '", act,
                                        "', 0, 0, 'r', 0), (2, 'b', 7, '", act, "', 0, 0, 'r', 0);",
                                        "DELETE FROM refused WHERE sequence = 2");
  REQUIRE(sqlite3_exec(old, rows.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(old);
  REQUIRE(outbox->leave_nothing_behind().ok());
  CHECK(outbox->refused(10)->size() == 1);
  CHECK(test::slurp(fixture.file).find("qqq") == std::string::npos);
  CHECK(test::slurp(fixture.file.string() + "-wal").find("qqq") == std::string::npos);
}

TEST_CASE("attempts are counted, also over a restart; settling what another process settled is fine") {
  Fixture fixture;
  std::int64_t sequence = 0;
  {
    const auto outbox = fixture.open();
    REQUIRE(outbox->append(OutboxKind::kReportCall, "a", "x").ok());
    sequence = (*outbox->oldest())->sequence;
    CHECK(*outbox->count_attempt(sequence) == 1);
  }
  const auto outbox = fixture.open();
  CHECK(*outbox->count_attempt(sequence) == 2);
  CHECK((*outbox->oldest())->attempts == 2);
  CHECK(outbox->remove(sequence).ok());
  CHECK(outbox->remove(sequence).ok());
  CHECK(outbox->refuse(sequence, "").ok());
  CHECK(*outbox->count_attempt(sequence) == 0);
  CHECK(outbox->refused(10)->empty());
}

TEST_CASE("a full outbox sets the oldest aside, and keeps the newest of those") {
  Fixture fixture;
  const auto outbox = fixture.open({.pending = 3, .refused = 2});
  for (int i = 0; i < 8; ++i) {
    REQUIRE(outbox->append(OutboxKind::kReportCall, absl::StrCat("id", i), "x").ok());
  }
  const auto refused = outbox->refused(10);
  REQUIRE(refused->size() == 2);
  CHECK((*refused)[0].item.id == "id4");
  CHECK((*refused)[1].item.id == "id3");
  CHECK((*refused)[0].reason == "outbox full");
  CHECK(drain(*outbox) == std::vector<std::string>{"id5", "id6", "id7"});
}

TEST_CASE("only the user may read the outbox") {
  Fixture fixture;
  const auto outbox = fixture.open();
  REQUIRE(outbox->append(OutboxKind::kReportCall, "a", "x").ok());
  using std::filesystem::perms;
  const perms others = perms::group_all | perms::others_all;
  for (const std::string suffix : {"", "-wal", "-shm"}) {
    CHECK((std::filesystem::status(fixture.file.string() + suffix).permissions() & others) == perms::none);
  }
  CHECK((std::filesystem::status(fixture.file.parent_path()).permissions() & others) == perms::none);
}

TEST_CASE("a damaged file is kept aside and a new one begun") {
  Fixture fixture;
  std::filesystem::create_directories(fixture.file.parent_path());
  std::ofstream(fixture.file) << std::string(5'000, 'x');
  const auto outbox = fixture.open();
  CHECK(outbox->append(OutboxKind::kReportCall, "a", "x").ok());
  int damaged = 0;
  for (const auto& entry : std::filesystem::directory_iterator(fixture.file.parent_path())) {
    damaged += entry.path().filename().string().starts_with("outbox.db.damaged-2026") ? 1 : 0;
  }
  CHECK(damaged == 1);
}

TEST_CASE("a file of a newer version is left alone") {
  Fixture fixture;
  fixture.open();
  std::fstream bytes(fixture.file, std::ios::in | std::ios::out | std::ios::binary);
  bytes.seekp(63);  // The low byte of user_version (SQLite's file format, offset 60).
  bytes.put('\x63');
  bytes.close();
  std::filesystem::remove(fixture.file.string() + "-wal");
  const auto outbox = Outbox::open(fixture.file, fixture.clock);
  CHECK(absl::IsFailedPrecondition(outbox.status()));
}

TEST_CASE("a folder that cannot be made is said with its name") {
  Fixture fixture;
  std::ofstream(fixture.folder.path() / "state") << "a file in the way";
  const auto outbox = Outbox::open(fixture.file, fixture.clock);
  CHECK(absl::IsPermissionDenied(outbox.status()));
  CHECK(std::string(outbox.status().message()).find("state") != std::string::npos);
}

TEST_CASE("many processes append at once: nothing is lost and each one's order is kept") {
  Fixture fixture;
  constexpr int kProcesses = 6, kEach = 15;
  std::vector<pid_t> children;
  for (int process = 0; process < kProcesses; ++process) {
    const pid_t child = fork();
    if (child == 0) {
      const auto outbox = Outbox::open(fixture.file, fixture.clock);
      bool fine = outbox.ok();
      for (int i = 0; fine && i < kEach; ++i) {
        fine = (*outbox)->append(OutboxKind::kReportCall, absl::StrCat(process, "-", i), "x").ok();
      }
      _exit(fine ? 0 : 1);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(status == 0);
  }
  const std::vector<std::string> ids = drain(*fixture.open());
  CHECK(ids.size() == kProcesses * kEach);
  std::vector<int> next(kProcesses, 0);
  for (const std::string& id : ids) {
    const int process = id[0] - '0';
    CHECK(id == absl::StrCat(process, "-", next[static_cast<std::size_t>(process)]++));
  }
}

TEST_CASE("a process killed while it appends loses nothing that append returned for") {
  Fixture fixture;
  fixture.open();
  std::set<std::string> acknowledged;
  for (int round = 0; round < 5; ++round) {
    int pipe_ends[2];
    REQUIRE(::pipe(pipe_ends) == 0);
    const pid_t child = fork();
    if (child == 0) {
      const auto outbox = Outbox::open(fixture.file, fixture.clock);
      for (int i = 0; outbox.ok(); ++i) {
        const std::string id = absl::StrCat(round, "-", i, "\n");
        if ((*outbox)->append(OutboxKind::kReportCall, id, "x").ok()) {
          (void)!::write(pipe_ends[1], id.data(), id.size());
        }
      }
      _exit(1);
    }
    ::close(pipe_ends[1]);
    std::string told;
    char bytes[512];
    while (std::count(told.begin(), told.end(), '\n') < 5 + round) {
      const ssize_t count = ::read(pipe_ends[0], bytes, sizeof bytes);
      REQUIRE(count > 0);
      told.append(bytes, static_cast<std::size_t>(count));
    }
    ::kill(child, SIGKILL);
    for (ssize_t count = 1; (count = ::read(pipe_ends[0], bytes, sizeof bytes)) > 0;) {
      told.append(bytes, static_cast<std::size_t>(count));
    }
    waitpid(child, nullptr, 0);
    ::close(pipe_ends[0]);
    for (std::size_t at = 0; at < told.size(); at = told.find('\n', at) + 1) {
      acknowledged.insert(told.substr(at, told.find('\n', at) + 1 - at));
    }
  }
  const std::vector<std::string> ids = drain(*fixture.open());
  const std::set<std::string> kept(ids.begin(), ids.end());
  CHECK(kept.size() == ids.size());
  CHECK(std::includes(kept.begin(), kept.end(), acknowledged.begin(), acknowledged.end()));
}

}  // namespace
}  // namespace aandacht::net
