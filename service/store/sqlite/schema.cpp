#include "service/store/sqlite/schema.h"

#include <iterator>
#include <string>

#include "service/store/sqlite/schema_alerts.h"
#include "service/store/sqlite/schema_library.h"
#include "service/store/sqlite/schema_prompts.h"
#include "service/store/sqlite/schema_reports.h"
#include "service/store/sqlite/schema_signs.h"
#include "service/store/sqlite/transaction_guard.h"

namespace aandacht::store::sqlite {
namespace {

// Times are nanoseconds since 1970 in UTC; NULL: it did not happen. `body` is the stored form of
// shared/wire/encoding.h. A step that was released is never edited; add another.
constexpr const char* kSteps[] = {
    // 1: what happens to desks
    R"sql(
CREATE TABLE event (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  agent TEXT NOT NULL,
  at INTEGER,
  body BLOB NOT NULL
) STRICT;
CREATE INDEX event_of_agent ON event (agent, seq);
CREATE TABLE request (id TEXT PRIMARY KEY, at INTEGER) STRICT, WITHOUT ROWID;
CREATE TABLE desk (agent TEXT PRIMARY KEY, version INTEGER NOT NULL, at INTEGER, body BLOB NOT NULL) STRICT;
)sql",
    // 2: calls, their turns and cards
    R"sql(
CREATE TABLE call (
  id TEXT PRIMARY KEY,
  agent TEXT NOT NULL,
  state INTEGER NOT NULL,
  began INTEGER NOT NULL,
  rang INTEGER,
  answered INTEGER,
  ended INTEGER,
  number TEXT NOT NULL,
  customer TEXT NOT NULL,
  queue TEXT NOT NULL,
  turns INTEGER NOT NULL,
  sentiment BLOB NOT NULL
) STRICT;
CREATE INDEX call_by_time ON call (began, id);
CREATE INDEX call_of_agent ON call (agent, began, id);
CREATE TABLE turn (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  call TEXT NOT NULL,
  said INTEGER NOT NULL,
  speaker INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  sentiment BLOB
) STRICT;
CREATE INDEX turn_of_call ON turn (call, said, seq);
CREATE TABLE card (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  agent TEXT NOT NULL,
  id TEXT NOT NULL,
  call TEXT NOT NULL,
  held_back INTEGER,
  answer INTEGER,
  body BLOB NOT NULL
) STRICT;
CREATE INDEX card_of_agent ON card (agent, id);
CREATE INDEX card_of_call ON card (call, seq);
)sql",
    // 3: customers and whys
    R"sql(
CREATE TABLE customer (id TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT;
CREATE TABLE customer_phone (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  phone TEXT NOT NULL,
  customer TEXT NOT NULL REFERENCES customer (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX customer_phone_by_number ON customer_phone (phone, seq);
CREATE INDEX customer_phone_of_customer ON customer_phone (customer);
CREATE TABLE why (id TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT;
)sql",
    // 4: questions; `day` counts days since 1970-01-01; `family` is the group, which SQL keeps for itself
    R"sql(
CREATE TABLE question (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  call TEXT NOT NULL UNIQUE,
  language TEXT NOT NULL,
  day INTEGER NOT NULL,
  words TEXT NOT NULL,
  why TEXT NOT NULL,
  family TEXT NOT NULL
) STRICT;
CREATE INDEX question_of_group ON question (family, day);
CREATE INDEX question_by_day ON question (day, family);
)sql",
    // 5: groups that turned out to be the same, and how often questions were asked whose words are forgotten
    R"sql(
CREATE TABLE question_alias (id TEXT PRIMARY KEY, family TEXT NOT NULL, language TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX question_alias_of_group ON question_alias (family);
CREATE TABLE question_count (
  family TEXT NOT NULL,
  day INTEGER NOT NULL,
  calls INTEGER NOT NULL,
  PRIMARY KEY (family, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX question_count_by_day ON question_count (day);
)sql",
    // 6: three E's (grades 0 unknown, 1 low, 2 middle, 3 high), surveys, who looked, a team's habits, stories
    R"sql(
CREATE TABLE experience (
  call TEXT PRIMARY KEY,
  agent TEXT NOT NULL,
  time INTEGER NOT NULL,
  guess_effectiveness INTEGER NOT NULL,
  guess_ease INTEGER NOT NULL,
  guess_emotion INTEGER NOT NULL,
  text_effectiveness INTEGER NOT NULL,
  text_ease INTEGER NOT NULL,
  text_emotion INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX experience_of_agent ON experience (agent, time);
CREATE TABLE survey (
  call TEXT PRIMARY KEY,
  effectiveness INTEGER NOT NULL,
  ease INTEGER NOT NULL,
  emotion INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE look (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  agent TEXT NOT NULL,
  time INTEGER NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX look_at_agent ON look (agent, time);
CREATE TABLE team_habit (
  id TEXT PRIMARY KEY,
  team TEXT NOT NULL,
  quarter TEXT NOT NULL,
  after TEXT NOT NULL,
  will TEXT NOT NULL,
  celebrate TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX team_habit_of_quarter ON team_habit (team, quarter);
CREATE TABLE habit_quota (
  agent TEXT NOT NULL,
  quarter TEXT NOT NULL,
  put_forward INTEGER NOT NULL,
  PRIMARY KEY (agent, quarter)
) STRICT, WITHOUT ROWID;
CREATE TABLE habit_vote (
  agent TEXT NOT NULL,
  quarter TEXT NOT NULL,
  rank INTEGER NOT NULL,
  habit TEXT NOT NULL REFERENCES team_habit (id) ON DELETE CASCADE,
  PRIMARY KEY (agent, quarter, rank)
) STRICT, WITHOUT ROWID;
CREATE INDEX habit_vote_for ON habit_vote (habit);
CREATE TABLE story (
  id TEXT PRIMARY KEY,
  customer TEXT NOT NULL,
  language TEXT NOT NULL,
  line TEXT NOT NULL,
  detail TEXT NOT NULL,
  ending TEXT NOT NULL,
  given INTEGER NOT NULL,
  purpose TEXT NOT NULL,
  expires INTEGER NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  pixels BLOB NOT NULL
) STRICT;
)sql",
    // 7: which events are the agent's own (0 no, 1 yes, 2 the desk woke up by itself, which tells when resets ended;
    // NULL: written before this step, to be looked at), when a wrap-up was over,
    // when a survey came in, heavy calls
    R"sql(
ALTER TABLE event ADD COLUMN own INTEGER;
CREATE INDEX event_own ON event (agent, seq) WHERE own IS NOT 0;
ALTER TABLE call ADD COLUMN freed INTEGER;
ALTER TABLE survey ADD COLUMN imported INTEGER;
CREATE INDEX survey_by_time ON survey (imported);
CREATE INDEX experience_by_time ON experience (time);
CREATE INDEX look_by_time ON look (time);
CREATE INDEX habit_vote_by_quarter ON habit_vote (quarter);
CREATE TABLE heavy_call (
  agent TEXT NOT NULL,
  ended INTEGER NOT NULL,
  PRIMARY KEY (agent, ended)
) STRICT, WITHOUT ROWID;
CREATE INDEX heavy_call_by_time ON heavy_call (ended);
)sql",
    kPromptTables,   // 8
    kAlertTables,    // 9
    kLibraryTables,  // 10
    kSignTables,     // 11
    kReportTables,   // 12
    kAlertScore,     // 13
};

absl::Status refuse_newer(std::int64_t version) {
  return absl::FailedPreconditionError("this store has schema version " + std::to_string(version) +
                                       " and this program knows version " + std::to_string(schema_version()) +
                                       "; start the newer program that wrote it");
}

// Reads the version inside the transaction: another process may be doing the same.
absl::StatusOr<bool> apply_next_step(Connection& connection) {
  TransactionGuard guard(connection);
  if (absl::Status status = guard.begin(TransactionGuard::Kind::kWrite); !status.ok()) return status;
  if (absl::Status status = check_owner(connection); !status.ok()) return status;
  const absl::StatusOr<std::int64_t> version = connection.ask("PRAGMA user_version");
  if (!version.ok()) return version.status();
  if (*version == schema_version()) return false;
  const std::string marks = "PRAGMA application_id=" + std::to_string(kApplicationId) +
                            "; PRAGMA user_version=" + std::to_string(*version + 1) + ";";
  if (absl::Status status = connection.execute(kSteps[*version] + marks, "changing the schema"); !status.ok()) {
    return status;
  }
  if (absl::Status status = guard.commit(); !status.ok()) return status;
  return true;
}

}  // namespace

int schema_version() { return static_cast<int>(std::size(kSteps)); }

absl::Status check_owner(Connection& connection) {
  const absl::StatusOr<std::int64_t> tables = connection.ask("SELECT count(*) FROM sqlite_schema");
  if (!tables.ok()) return tables.status();
  const absl::StatusOr<std::int64_t> owner = connection.ask("PRAGMA application_id");
  if (!owner.ok()) return owner.status();
  if (*owner != kApplicationId && (*tables > 0 || *owner != 0)) {
    return absl::FailedPreconditionError("this database belongs to another program; choose another file");
  }
  const absl::StatusOr<std::int64_t> version = connection.ask("PRAGMA user_version");
  if (!version.ok()) return version.status();
  return *version > schema_version() ? refuse_newer(*version) : absl::OkStatus();
}

absl::Status bring_up_to_date(Connection& connection) {
  for (;;) {
    const absl::StatusOr<bool> more = apply_next_step(connection);
    if (!more.ok()) return more.status();
    if (!*more) return absl::OkStatus();
  }
}

}  // namespace aandacht::store::sqlite
