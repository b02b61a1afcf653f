#include "client/local/local_store.h"

#include <set>
#include <utility>

#include "shared/domain/phone.h"
#include "shared/wire/encoding.h"
#include "shared/wire/fatigue_rules.h"

namespace aandacht::local {
namespace {

using net::Statement;

constexpr char kSchema[] = R"(
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS desks(
  agent_id TEXT PRIMARY KEY,
  desk BLOB NOT NULL,
  skew_us INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS customers(
  phone TEXT PRIMARY KEY,
  customer BLOB NOT NULL,
  seen_us INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS customers_by_seen ON customers(seen_us);
CREATE TABLE IF NOT EXISTS whys(
  id TEXT PRIMARY KEY,
  why BLOB NOT NULL,
  listing INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS fatigue_rules(
  id INTEGER PRIMARY KEY CHECK(id = 0),
  rules BLOB NOT NULL);
PRAGMA user_version = 2;
COMMIT;
)";

// The service has all of it: what a crash of the machine takes is told again, so that no write waits for the disk.
constexpr net::SqliteSchema kFile{
    .version = 2,
    .make = kSchema,
    .settings =
        "PRAGMA synchronous=NORMAL; PRAGMA cache_size=-128; PRAGMA journal_size_limit=524288; "
        "PRAGMA secure_delete=ON"};

}  // namespace

LocalStore::LocalStore(net::Database database, std::string file, const base::Clock& clock)
    : database_(std::move(database)), file_(std::move(file)), clock_(clock) {}

absl::StatusOr<std::unique_ptr<LocalStore>> LocalStore::open(const std::filesystem::path& file,
                                                             const base::Clock& clock) {
  absl::StatusOr<net::Database> database = net::open_sqlite_file(file, kFile, clock);
  if (!database.ok()) return database.status();
  std::unique_ptr<LocalStore> store(new LocalStore(*std::move(database), file.string(), clock));
  // Also after months in which nobody called here; what fails now is tried again with the next call.
  store->forget_customers().IgnoreError();
  return store;
}

absl::Status LocalStore::done(Statement& statement, std::string_view doing) {
  return net::sqlite_status(statement.step(), doing, file_);
}

template <typename Body>
absl::Status LocalStore::transaction(Body body) {
  absl::Status status = net::run_sql(database_.get(), "BEGIN IMMEDIATE", "begin", file_);
  if (!status.ok()) return status;
  status = body();
  if (status.ok()) status = net::run_sql(database_.get(), "COMMIT", "commit", file_);
  if (!status.ok()) net::run_sql(database_.get(), "ROLLBACK", "roll back", file_).IgnoreError();
  return status;
}

absl::Status LocalStore::keep_desk(const domain::Desk& desk, absl::Duration skew) {
  // What a customer told stays with the service, where it can be withdrawn.
  domain::Desk kept = desk;
  if (kept.card && kept.card->kind == domain::CardKind::kEmpathy) kept.card.reset();
  const std::string bytes = wire::encode(kept);
  const std::lock_guard lock(mutex_);
  return transaction([&] {
    Statement keep(database_.get(), "INSERT OR REPLACE INTO desks(agent_id, desk, skew_us) VALUES(?, ?, ?)");
    keep.bind(1, desk.agent_id).bind_blob(2, bytes).bind(3, absl::ToInt64Microseconds(skew));
    absl::Status status = done(keep, "keep the desk");
    for (const domain::Call& call : desk.calls) status.Update(keep_customer(call));
    if (!desk.calls.empty()) status.Update(forget_customers());
    return status;
  });
}

absl::Status LocalStore::keep_customer(const domain::Call& call) {
  if (!call.customer) return absl::OkStatus();
  std::set<std::string> numbers;
  for (const std::string& phone : call.customer->phones) numbers.insert(domain::normalise_phone(phone));
  numbers.insert(domain::normalise_phone(call.from));
  numbers.erase("");
  const std::string bytes = wire::encode(*call.customer);
  absl::Status status;
  for (const std::string& number : numbers) {
    Statement keep(database_.get(), "INSERT OR REPLACE INTO customers(phone, customer, seen_us) VALUES(?, ?, ?)");
    keep.bind(1, number).bind_blob(2, bytes).bind(3, absl::ToUnixMicros(clock_.now()));
    status.Update(done(keep, "keep a customer"));
  }
  return status;
}

absl::Status LocalStore::forget_customers() {
  Statement old(database_.get(), "DELETE FROM customers WHERE seen_us < ?");
  old.bind(1, absl::ToUnixMicros(clock_.now() - kForgottenAfter));
  absl::Status status = done(old, "forget customers");
  Statement trim(database_.get(),
                 "DELETE FROM customers WHERE phone NOT IN"
                 " (SELECT phone FROM customers ORDER BY seen_us DESC, phone LIMIT ?)");
  trim.bind(1, std::int64_t{kMostCustomers});
  status.Update(done(trim, "forget customers"));
  return status;
}

absl::StatusOr<std::optional<StoredDesk>> LocalStore::desk(const std::string& agent_id) {
  const std::lock_guard lock(mutex_);
  Statement select(database_.get(), "SELECT desk, skew_us FROM desks WHERE agent_id = ?");
  select.bind(1, agent_id);
  const int code = select.step();
  if (code == SQLITE_DONE) return std::nullopt;
  if (code != SQLITE_ROW) return net::sqlite_status(code, "read the desk", file_);
  absl::StatusOr<domain::Desk> desk = wire::decode_desk(select.text(0));
  if (!desk.ok()) return std::nullopt;
  return StoredDesk{*std::move(desk), absl::Microseconds(select.integer(1))};
}

absl::StatusOr<std::optional<domain::Customer>> LocalStore::customer(std::string_view from) {
  const std::string phone = domain::normalise_phone(from);
  if (phone.empty()) return std::nullopt;
  const std::lock_guard lock(mutex_);
  Statement select(database_.get(), "SELECT customer FROM customers WHERE phone = ?");
  select.bind(1, phone);
  const int code = select.step();
  if (code == SQLITE_DONE) return std::nullopt;
  if (code != SQLITE_ROW) return net::sqlite_status(code, "look up a customer", file_);
  absl::StatusOr<domain::Customer> customer = wire::decode_customer(select.text(0));
  if (!customer.ok()) return std::nullopt;
  return *std::move(customer);
}

absl::Status LocalStore::keep_whys(const std::vector<domain::Why>& whys, std::int64_t listing) {
  const std::lock_guard lock(mutex_);
  return transaction([&] {
    absl::Status status;
    for (const domain::Why& why : whys) {
      const std::string bytes = wire::encode(why);
      Statement keep(database_.get(), "INSERT OR REPLACE INTO whys(id, why, listing) VALUES(?, ?, ?)");
      keep.bind(1, why.id).bind_blob(2, bytes).bind(3, listing);
      status.Update(done(keep, "keep a why"));
    }
    return status;
  });
}

absl::Status LocalStore::finish_listing(std::int64_t listing) {
  const std::lock_guard lock(mutex_);
  Statement drop(database_.get(), "DELETE FROM whys WHERE listing <> ?");
  drop.bind(1, listing);
  return done(drop, "drop whys");
}

absl::StatusOr<std::int64_t> LocalStore::listing() {
  const std::lock_guard lock(mutex_);
  return net::read_integer(database_.get(), "SELECT coalesce(max(listing), 0) FROM whys", file_);
}

absl::StatusOr<std::vector<domain::Why>> LocalStore::whys() {
  const std::lock_guard lock(mutex_);
  Statement select(database_.get(), "SELECT why FROM whys ORDER BY id");
  std::vector<domain::Why> whys;
  int code = select.step();
  for (; code == SQLITE_ROW; code = select.step()) {
    absl::StatusOr<domain::Why> why = wire::decode_why(select.text(0));
    if (why.ok()) whys.push_back(*std::move(why));
  }
  if (code != SQLITE_DONE) return net::sqlite_status(code, "read whys", file_);
  return whys;
}

absl::StatusOr<std::optional<domain::Why>> LocalStore::why(const std::string& id) {
  const std::lock_guard lock(mutex_);
  Statement select(database_.get(), "SELECT why FROM whys WHERE id = ?");
  select.bind(1, id);
  const int code = select.step();
  if (code == SQLITE_DONE) return std::nullopt;
  if (code != SQLITE_ROW) return net::sqlite_status(code, "read a why", file_);
  absl::StatusOr<domain::Why> why = wire::decode_why(select.text(0));
  if (!why.ok()) return std::nullopt;
  return *std::move(why);
}

absl::Status LocalStore::keep_fatigue_rules(const domain::FatigueRules& rules) {
  const std::string bytes = wire::encode(rules);
  const std::lock_guard lock(mutex_);
  Statement keep(database_.get(), "INSERT OR REPLACE INTO fatigue_rules(id, rules) VALUES(0, ?)");
  keep.bind_blob(1, bytes);
  return done(keep, "keep what tires");
}

absl::StatusOr<std::optional<domain::FatigueRules>> LocalStore::fatigue_rules() {
  const std::lock_guard lock(mutex_);
  Statement select(database_.get(), "SELECT rules FROM fatigue_rules");
  const int code = select.step();
  if (code == SQLITE_DONE) return std::nullopt;
  if (code != SQLITE_ROW) return net::sqlite_status(code, "read what tires", file_);
  absl::StatusOr<domain::FatigueRules> rules = wire::decode_fatigue_rules(select.text(0));
  if (!rules.ok()) return std::nullopt;
  return *std::move(rules);
}

absl::Status LocalStore::leave_nothing_behind() {
  const std::lock_guard lock(mutex_);
  return net::empty_log(database_.get(), file_);
}

}  // namespace aandacht::local
