#include "client/net/outbox.h"

#include <fcntl.h>
#include <unistd.h>

#include <mutex>
#include <utility>

#include "absl/strings/str_cat.h"
#include "client/net/sqlite.h"
#include "client/net/sqlite_file.h"
#include "shared/base/folders.h"
#include "spdlog/spdlog.h"

namespace aandacht::net {
namespace {

constexpr char kSchema[] = R"(
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS pending(
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  kind INTEGER NOT NULL,
  request BLOB NOT NULL,
  appended_us INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS refused(
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  kind INTEGER NOT NULL,
  request BLOB NOT NULL,
  appended_us INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  reason TEXT NOT NULL,
  refused_us INTEGER NOT NULL);
PRAGMA user_version = 1;
COMMIT;
)";

constexpr SqliteSchema kFile{.version = 1,
                             .make = kSchema,
                             .settings =
                                 "PRAGMA synchronous=FULL; PRAGMA cache_size=-256; PRAGMA journal_size_limit=1048576; "
                                 "PRAGMA secure_delete=ON"};

constexpr char kItemColumns[] = "sequence, kind, id, request, appended_us, attempts";

OutboxItem read_item(const Statement& row) {
  return {.sequence = row.integer(0),
          .kind = static_cast<OutboxKind>(row.integer(1)),
          .id = row.text(2),
          .request = row.text(3),
          .appended = absl::FromUnixMicros(row.integer(4)),
          .attempts = static_cast<int>(row.integer(5))};
}

class SqliteOutbox final : public Outbox {
 public:
  SqliteOutbox(Database database, std::filesystem::path file, const base::Clock& clock, OutboxLimits limits)
      : database_(std::move(database)),
        file_(std::move(file)),
        clock_(clock),
        limits_(limits),
        bell_(::open((file_.string() + ".sending").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {}

  ~SqliteOutbox() override {
    if (bell_ >= 0) {
      ::close(bell_);
    }
  }

  SqliteOutbox(const SqliteOutbox&) = delete;
  SqliteOutbox& operator=(const SqliteOutbox&) = delete;

  absl::Status append(OutboxKind kind, std::string_view id, std::string_view request) override {
    if (id.empty()) {
      return absl::InvalidArgumentError("a request without id cannot be sent twice safely");
    }
    if (request.size() > limits_.request_bytes) {
      return absl::InvalidArgumentError(
          absl::StrCat("a request of ", request.size(), " bytes; at most ", limits_.request_bytes));
    }
    const std::scoped_lock lock(mutex_);
    const absl::Status committed = transaction([&]() {
      absl::Status status = make_room();
      Statement insert(database_.get(),
                       "INSERT OR IGNORE INTO pending(id, kind, request, appended_us) VALUES(?, ?, ?, ?)");
      insert.bind(1, id).bind(2, static_cast<std::int64_t>(kind)).bind_blob(3, request);
      insert.bind(4, absl::ToUnixMicros(clock_.now()));
      status.Update(done(insert, "append"));
      return status;
    });
    if (committed.ok() && bell_ >= 0) {
      (void)!::pwrite(bell_, "\n", 1, 0);  // After the commit: who looks then sees it.
    }
    return committed;
  }

  absl::StatusOr<std::optional<OutboxItem>> oldest() override {
    const std::scoped_lock lock(mutex_);
    Statement select(database_.get(), absl::StrCat("SELECT ", kItemColumns, " FROM pending ORDER BY sequence LIMIT 1"));
    const int code = select.step();
    if (code == SQLITE_ROW) {
      return read_item(select);
    }
    if (code == SQLITE_DONE) {
      return std::optional<OutboxItem>();
    }
    return sqlite_status(code, "read", file_.string());
  }

  absl::StatusOr<std::vector<OutboxItem>> waiting(std::int64_t after) override {
    const std::scoped_lock lock(mutex_);
    Statement select(database_.get(),
                     absl::StrCat("SELECT ", kItemColumns, " FROM pending WHERE sequence > ? ORDER BY sequence"));
    select.bind(1, after);
    std::vector<OutboxItem> items;
    int code = select.step();
    for (; code == SQLITE_ROW; code = select.step()) items.push_back(read_item(select));
    if (code != SQLITE_DONE) return sqlite_status(code, "read", file_.string());
    return items;
  }

  absl::Status remove(std::int64_t sequence) override {
    const std::scoped_lock lock(mutex_);
    Statement statement(database_.get(), "DELETE FROM pending WHERE sequence = ?");
    statement.bind(1, sequence);
    return done(statement, "remove");
  }

  absl::Status refuse(std::int64_t sequence, std::string_view reason) override {
    const std::scoped_lock lock(mutex_);
    return transaction([&]() { return move_to_refused(sequence, reason); });
  }

  absl::StatusOr<int> count_attempt(std::int64_t sequence) override {
    const std::scoped_lock lock(mutex_);
    Statement update(database_.get(),
                     "UPDATE pending SET attempts = attempts + 1 WHERE sequence = ? RETURNING attempts");
    update.bind(1, sequence);
    int attempts = 0;
    int code = update.step();
    while (code == SQLITE_ROW) {
      attempts = static_cast<int>(update.integer(0));
      code = update.step();
    }
    if (code != SQLITE_DONE) {
      return sqlite_status(code, "count attempt", file_.string());
    }
    return attempts;
  }

  absl::StatusOr<std::int64_t> pending() override {
    const std::scoped_lock lock(mutex_);
    return read_integer(database_.get(), "SELECT count(*) FROM pending", file_.string());
  }

  absl::Status leave_nothing_behind() override {
    const std::scoped_lock lock(mutex_);
    Statement blank(database_.get(), "UPDATE refused SET request = x'' WHERE kind IN (?, ?) AND length(request) > 0");
    bind_own_kinds(blank, 1);
    absl::Status status = done(blank, "forget own acts");
    if (status.ok()) status = run_sql(database_.get(), "VACUUM", "overwrite what is free", file_.string());
    if (status.ok()) status = empty_log(database_.get(), file_.string());
    return status;
  }

  absl::StatusOr<std::vector<RefusedItem>> refused(int limit) override {
    const std::scoped_lock lock(mutex_);
    Statement select(database_.get(), absl::StrCat("SELECT ", kItemColumns,
                                                   ", reason, refused_us FROM refused ORDER BY sequence DESC LIMIT ?"));
    select.bind(1, std::int64_t{limit});
    std::vector<RefusedItem> items;
    int code = select.step();
    while (code == SQLITE_ROW) {
      items.push_back(
          {.item = read_item(select), .reason = select.text(6), .refused = absl::FromUnixMicros(select.integer(7))});
      code = select.step();
    }
    if (code != SQLITE_DONE) {
      return sqlite_status(code, "read refused", file_.string());
    }
    return items;
  }

  const std::filesystem::path& file() const override { return file_; }

 private:
  static void bind_own_kinds(Statement& statement, int first) {
    statement.bind(first, static_cast<std::int64_t>(OutboxKind::kMarkHeavy));
    statement.bind(first + 1, static_cast<std::int64_t>(OutboxKind::kRecordAct));
  }

  absl::Status done(Statement& statement, std::string_view doing) {
    return sqlite_status(statement.step(), doing, file_.string());
  }

  template <typename Body>
  absl::Status transaction(Body body) {
    absl::Status status = run_sql(database_.get(), "BEGIN IMMEDIATE", "begin", file_.string());
    if (!status.ok()) {
      return status;
    }
    status = body();
    if (status.ok()) {
      status = run_sql(database_.get(), "COMMIT", "commit", file_.string());
    }
    if (!status.ok()) {
      (void)run_sql(database_.get(), "ROLLBACK", "roll back", file_.string());
    }
    return status;
  }

  absl::Status make_room() {
    const auto count = read_integer(database_.get(), "SELECT count(*) FROM pending", file_.string());
    if (!count.ok() || *count < limits_.pending) {
      return count.status();
    }
    const auto first = read_integer(database_.get(), "SELECT min(sequence) FROM pending", file_.string());
    if (!first.ok()) {
      return first.status();
    }
    spdlog::error("outbox {} is full ({}); the oldest is set aside", file_.string(), *count);
    return move_to_refused(*first, "outbox full");
  }

  absl::Status move_to_refused(std::int64_t sequence, std::string_view reason) {
    Statement copy(
        database_.get(),
        "INSERT OR REPLACE INTO refused(sequence, id, kind, request, appended_us, attempts, reason, refused_us)"
        " SELECT sequence, id, kind, CASE WHEN kind IN (?, ?) THEN x'' ELSE request END, appended_us, attempts, ?, ?"
        " FROM pending WHERE sequence = ?");
    bind_own_kinds(copy, 1);
    copy.bind(3, reason).bind(4, absl::ToUnixMicros(clock_.now())).bind(5, sequence);
    absl::Status status = done(copy, "set aside");
    Statement forget(database_.get(), "DELETE FROM pending WHERE sequence = ?");
    forget.bind(1, sequence);
    status.Update(done(forget, "set aside"));
    Statement trim(database_.get(),
                   "DELETE FROM refused WHERE sequence NOT IN"
                   " (SELECT sequence FROM refused ORDER BY sequence DESC LIMIT ?)");
    trim.bind(1, std::int64_t{limits_.refused});
    status.Update(done(trim, "trim"));
    return status;
  }

  std::mutex mutex_;
  Database database_;  // Used with mutex_ held.
  const std::filesystem::path file_;
  const base::Clock& clock_;
  const OutboxLimits limits_;
  const int bell_;  // Negative when it could not be made: senders look by themselves now and then.
};

}  // namespace

std::string_view name(OutboxKind kind) {
  switch (kind) {
    case OutboxKind::kReportCall:
      return "ReportCall";
    case OutboxKind::kAnswerCard:
      return "AnswerCard";
    case OutboxKind::kShowWhy:
      return "ShowWhy";
    case OutboxKind::kFinishWrapUp:
      return "FinishWrapUp";
    case OutboxKind::kPinHeard:
      return "PinHeard";
    case OutboxKind::kMarkHeavy:
      return "MarkHeavy";
    case OutboxKind::kSayUtterance:
      return "StreamUtterances";
    case OutboxKind::kRecordAct:
      return "RecordAct";
  }
  return "an unknown kind";
}

absl::StatusOr<std::unique_ptr<Outbox>> Outbox::open(const std::filesystem::path& file, const base::Clock& clock,
                                                     OutboxLimits limits) {
  absl::StatusOr<Database> database = open_sqlite_file(file, kFile, clock);
  if (!database.ok()) {
    return database.status();
  }
  return std::make_unique<SqliteOutbox>(*std::move(database), file, clock, limits);
}

std::filesystem::path default_outbox_file() { return base::state_folder() / "outbox.db"; }

}  // namespace aandacht::net
