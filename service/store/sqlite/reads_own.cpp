// What is remembered about agents as such.
#include <limits>

#include "service/store/sqlite/failure.h"
#include "service/store/sqlite/reads.h"
#include "service/store/sqlite/rows.h"
#include "shared/wire/encoding.h"
#include "shared/wire/enums.h"

namespace aandacht::store::sqlite {
namespace {

constexpr std::int64_t kEnd = std::numeric_limits<std::int64_t>::max();
// Above every byte of UTF-8: the first page of a descending list begins there.
constexpr const char* kAboveAll = "\xFF";

domain::Grade grade(const Statement& row, int column) {
  return wire::from_proto(static_cast<v1::Grade>(row.integer(column))).value_or(domain::Grade::kUnknown);
}

domain::ThreeEs three_es(const Statement& row, int first_column) {
  return {grade(row, first_column), grade(row, first_column + 1), grade(row, first_column + 2)};
}

absl::StatusOr<std::vector<domain::StoredKind>> kinds(Statement statement) {
  return all_rows<domain::StoredKind>(std::move(statement), [](Statement& row) -> absl::StatusOr<domain::StoredKind> {
    return domain::StoredKind{row.text(0), row.integer(1), row.time(2)};
  });
}

}  // namespace

absl::StatusOr<Page<domain::CallExperience>> read_experiences(Connection& connection, const std::string& agent_id,
                                                              absl::Time from, absl::Time before, int page_size,
                                                              const std::string& page_token) {
  const std::string list = "experiences of " + agent_id;
  const absl::StatusOr<int> size = page_size_of(page_size);
  if (!size.ok()) return size.status();
  const absl::StatusOr<PageKey> start = page_start(list, page_token, {kEnd, kAboveAll});
  if (!start.ok()) return start.status();
  Statement statement = connection.prepare(
      "SELECT e.call, e.time, guess_effectiveness, guess_ease, guess_emotion, text_effectiveness, text_ease,"
      " text_emotion, coalesce(s.effectiveness, 0), coalesce(s.ease, 0), coalesce(s.emotion, 0) FROM experience e"
      " LEFT JOIN survey s ON s.call = e.call WHERE e.agent = ? AND e.time >= ? AND e.time < ?"
      " AND (e.time, e.call) < (?, ?) ORDER BY e.time DESC, e.call DESC LIMIT ?");
  statement.bind_text(agent_id)
      .bind_integer(absl::ToUnixNanos(from))
      .bind_integer(absl::ToUnixNanos(before))
      .bind_integer(start->number)
      .bind_text(start->text)
      .bind_integer(*size + 1);
  using Row = std::pair<domain::CallExperience, PageKey>;
  auto rows = all_rows<Row>(std::move(statement), [](Statement& row) -> absl::StatusOr<Row> {
    domain::CallExperience experience{row.text(0), row.time(1), three_es(row, 2), three_es(row, 5), three_es(row, 8)};
    PageKey key{row.integer(1), experience.call_id};
    return Row{std::move(experience), std::move(key)};
  });
  if (!rows.ok()) return rows.status();
  return to_page(*std::move(rows), *size, list);
}

absl::StatusOr<Page<absl::Time>> read_heavy_calls(Connection& connection, const std::string& agent_id, absl::Time from,
                                                  absl::Time before, int page_size, const std::string& page_token) {
  const std::string list = "heavy calls of " + agent_id;
  const absl::StatusOr<int> size = page_size_of(page_size);
  if (!size.ok()) return size.status();
  const absl::StatusOr<PageKey> start = page_start(list, page_token, {kEnd, ""});
  if (!start.ok()) return start.status();
  Statement statement = connection.prepare(
      "SELECT ended FROM heavy_call WHERE agent = ? AND ended >= ? AND ended < ? AND ended < ?"
      " ORDER BY ended DESC LIMIT ?");
  statement.bind_text(agent_id)
      .bind_integer(absl::ToUnixNanos(from))
      .bind_integer(absl::ToUnixNanos(before))
      .bind_integer(start->number)
      .bind_integer(*size + 1);
  using Row = std::pair<absl::Time, PageKey>;
  auto rows = all_rows<Row>(std::move(statement), [](Statement& row) -> absl::StatusOr<Row> {
    return Row{row.time(0), PageKey{row.integer(0), ""}};
  });
  if (!rows.ok()) return rows.status();
  return to_page(*std::move(rows), *size, list);
}

bool is_own(const domain::Event& event) {
  if (std::holds_alternative<domain::CallMarkedHeavy>(event.what)) return true;
  const auto* acted = std::get_if<domain::OwnActed>(&event.what);
  return acted != nullptr && !std::holds_alternative<domain::OwnSideForgotten>(acted->act);
}

int ownership(const domain::Event& event) {
  if (std::holds_alternative<domain::WokeUp>(event.what)) return 2;
  return is_own(event) ? 1 : 0;
}

// An event from before step 7 of the schema is not known to be own until it is read; it is passed over here then, so
// that a page may be shorter than it was asked for, and even empty, and yet not the last.
absl::StatusOr<Page<domain::Event>> read_own_events(Connection& connection, const std::string& agent_id, int page_size,
                                                    const std::string& page_token) {
  const std::string list = "own events of " + agent_id;
  const absl::StatusOr<int> size = page_size_of(page_size);
  if (!size.ok()) return size.status();
  const absl::StatusOr<PageKey> start = page_start(list, page_token, {0, ""});
  if (!start.ok()) return start.status();
  Statement statement = connection.prepare(
      "SELECT seq, body, id FROM event WHERE agent = ? AND own IS NOT 0 AND own IS NOT 2 AND seq > ? ORDER BY seq "
      "LIMIT ?");
  statement.bind_text(agent_id).bind_integer(start->number).bind_integer(*size + 1);
  using Row = std::pair<domain::Event, PageKey>;
  auto rows = all_rows<Row>(std::move(statement), [](Statement& row) -> absl::StatusOr<Row> {
    absl::StatusOr<domain::Event> event = wire::decode_event(row.bytes(1));
    if (!event.ok()) return unreadable("event", row.text(2), event.status());
    return Row{*std::move(event), PageKey{row.integer(0), ""}};
  });
  if (!rows.ok()) return rows.status();
  absl::StatusOr<Page<domain::Event>> page = to_page(*std::move(rows), *size, list);
  if (page.ok()) std::erase_if(page->rows, [](const domain::Event& event) { return !is_own(event); });
  return page;
}

absl::StatusOr<Page<domain::Look>> read_looks(Connection& connection, const std::string& agent_id, int page_size,
                                              const std::string& page_token) {
  const std::string list = "looks at " + agent_id;
  const absl::StatusOr<int> size = page_size_of(page_size);
  if (!size.ok()) return size.status();
  const absl::StatusOr<PageKey> start = page_start(list, page_token, {kEnd, ""});
  if (!start.ok()) return start.status();
  Statement statement = connection.prepare(
      "SELECT seq, time, who, what, reason FROM look WHERE agent = ? AND seq < ? ORDER BY seq DESC LIMIT ?");
  statement.bind_text(agent_id).bind_integer(start->number).bind_integer(*size + 1);
  using Row = std::pair<domain::Look, PageKey>;
  auto rows = all_rows<Row>(std::move(statement), [](Statement& row) -> absl::StatusOr<Row> {
    return Row{domain::Look{row.time(1), row.text(2), row.text(3), row.text(4)}, PageKey{row.integer(0), ""}};
  });
  if (!rows.ok()) return rows.status();
  return to_page(*std::move(rows), *size, list);
}

namespace {

// Of these only reading tells whether they are own.
absl::Status count_old_acts(Connection& connection, const std::string& agent_id, domain::StoredKind& acts) {
  Statement statement =
      connection.prepare("SELECT body, at FROM event WHERE agent = ? AND own IS NOT 0 AND own IS NULL ORDER BY seq");
  statement.bind_text(agent_id);
  for (;;) {
    const absl::StatusOr<bool> row = statement.step();
    if (!row.ok()) return row.status();
    if (!*row) return absl::OkStatus();
    const absl::StatusOr<domain::Event> event = wire::decode_event(statement.bytes(0));
    if (!event.ok() || !is_own(*event)) continue;
    if (acts.count == 0 || statement.time(1) < acts.since) acts.since = statement.time(1);
    ++acts.count;
  }
}

}  // namespace

absl::StatusOr<std::vector<domain::StoredKind>> read_stored_kinds(Connection& connection, const std::string& agent_id) {
  Statement statement = connection.prepare(
      "SELECT 'calls', count(*), min(began) FROM call WHERE agent = ?1"
      " UNION ALL SELECT 'cards_answered', count(*), NULL FROM card WHERE agent = ?1 AND answer IS NOT NULL"
      " UNION ALL SELECT 'guesses', count(*), min(time) FROM experience WHERE agent = ?1"
      " UNION ALL SELECT 'heavy_calls', count(*), min(ended) FROM heavy_call WHERE agent = ?1"
      " UNION ALL SELECT 'acts', count(*), min(at) FROM event WHERE agent = ?1 AND own IS NOT 0 AND own = 1"
      " UNION ALL SELECT 'votes', (SELECT count(*) FROM habit_vote WHERE agent = ?1)"
      " + (SELECT count(*) FROM habit_quota WHERE agent = ?1), NULL"
      " UNION ALL SELECT 'why_answers', count(*), min(day) * 86400000000000 FROM why_answer WHERE agent = ?1"
      " UNION ALL SELECT 'looks', count(*), min(time) FROM look WHERE agent = ?1");
  statement.bind_text(agent_id);
  absl::StatusOr<std::vector<domain::StoredKind>> all = kinds(std::move(statement));
  if (!all.ok()) return all.status();
  for (domain::StoredKind& each : *all) {
    if (each.kind != "acts") continue;
    if (absl::Status status = count_old_acts(connection, agent_id, each); !status.ok()) return status;
  }
  return all;
}

}  // namespace aandacht::store::sqlite
