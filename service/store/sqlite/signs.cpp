// Signs, and the counts that they are judged by.
#include <algorithm>

#include "service/store/sqlite/reads.h"
#include "service/store/sqlite/rows.h"
#include "service/store/sqlite/transaction.h"

namespace aandacht::store::sqlite {
namespace {

constexpr absl::Duration kLongestRing = absl::Hours(24);

std::optional<absl::CivilDay> day_at(const Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return kDayZero + row.integer(column);
}

void bind_day(Statement& statement, const std::optional<absl::CivilDay>& day) {
  if (day) {
    statement.bind_integer(*day - kDayZero);
  } else {
    statement.bind_null();
  }
}

absl::StatusOr<domain::Sign> sign_of(Statement& row) {
  const std::int64_t place = row.integer(3);
  const std::int64_t state = row.integer(7);
  if (place < 0 || place > 3 || state < 0 || state > 3)
    return absl::InternalError("a sign has a place or state that this program does not know");
  domain::Sign sign;
  sign.id = row.text(0);
  sign.version = static_cast<int>(row.integer(1));
  sign.group = row.text(2);
  sign.place = static_cast<domain::SignPlace>(place);
  sign.language = row.text(4);
  sign.text = row.text(5);
  sign.owner = row.text(6);
  sign.state = static_cast<domain::SignState>(state);
  sign.up = day_at(row, 8);
  sign.down = day_at(row, 9);
  sign.editor = row.text(10);
  sign.edited = row.time(11);
  return sign;
}

}  // namespace

absl::StatusOr<std::vector<domain::Sign>> read_signs(Connection& connection) {
  return all_rows<domain::Sign>(
      connection.prepare(
          "SELECT id, version, family, place, language, text, owner, state, up, down, editor, edited FROM sign s"
          " WHERE version = (SELECT max(version) FROM sign WHERE id = s.id) ORDER BY edited DESC, id"),
      sign_of);
}

absl::StatusOr<std::vector<domain::Sign>> read_sign_versions(Connection& connection, const std::string& sign_id) {
  Statement statement = connection.prepare(
      "SELECT id, version, family, place, language, text, owner, state, up, down, editor, edited FROM sign"
      " WHERE id = ? ORDER BY version DESC");
  statement.bind_text(sign_id);
  return all_rows<domain::Sign>(std::move(statement), sign_of);
}

absl::StatusOr<domain::Sign> read_sign(Connection& connection, const std::string& sign_id) {
  absl::StatusOr<std::vector<domain::Sign>> versions = read_sign_versions(connection, sign_id);
  if (!versions.ok()) return versions.status();
  if (versions->empty()) return absl::NotFoundError("there is no sign \"" + sign_id + "\"; list the signs");
  return std::move(versions->front());
}

absl::StatusOr<std::vector<QuestionWording>> read_question_wordings(Connection& connection, const std::string& group,
                                                                    absl::CivilDay from, int most) {
  Statement statement = connection.prepare(
      "WITH part (id) AS (SELECT ?1 UNION ALL SELECT id FROM question_alias WHERE family = ?1)"
      " SELECT words, max(why), count(*) AS calls FROM question WHERE family IN part AND day >= ?2 GROUP BY words"
      " ORDER BY calls DESC, min(seq) LIMIT ?3");
  statement.bind_text(group).bind_integer(from - kDayZero).bind_integer(most);
  return all_rows<QuestionWording>(std::move(statement), [](Statement& row) -> absl::StatusOr<QuestionWording> {
    return QuestionWording{row.text(0), row.text(1), static_cast<int>(row.integer(2))};
  });
}

absl::StatusOr<int> read_question_callers(Connection& connection, const std::string& group) {
  Statement statement = connection.prepare(
      "WITH part (id) AS (SELECT ?1 UNION ALL SELECT id FROM question_alias WHERE family = ?1)"
      " SELECT count(DISTINCT CASE WHEN c.customer <> '' THEN 'k' || c.customer"
      " WHEN c.number <> '' THEN 'n' || c.number ELSE 'c' || q.call END)"
      " FROM question q LEFT JOIN call c ON c.id = q.call WHERE q.family IN part");
  const absl::StatusOr<bool> row = statement.bind_text(group).step();
  if (!row.ok()) return row.status();
  return *row ? static_cast<int>(statement.integer(0)) : 0;
}

absl::StatusOr<std::vector<QuestionTotal>> read_question_totals(Connection& connection, absl::CivilDay from) {
  Statement statement = connection.prepare(
      "SELECT day, sum(calls) FROM (SELECT day, count(*) AS calls FROM question WHERE day >= ?1 AND family <> ''"
      " GROUP BY day UNION ALL SELECT day, calls FROM question_count WHERE day >= ?1) GROUP BY day ORDER BY day");
  statement.bind_integer(from - kDayZero);
  return all_rows<QuestionTotal>(std::move(statement), [](Statement& row) -> absl::StatusOr<QuestionTotal> {
    return QuestionTotal{kDayZero + row.integer(0), static_cast<int>(row.integer(1))};
  });
}

absl::StatusOr<std::vector<int>> read_answered_between(Connection& connection, const std::vector<absl::Time>& borders) {
  std::vector<int> counts(borders.size() < 2 ? 0 : borders.size() - 1);
  if (counts.empty()) return counts;
  Statement statement =
      connection.prepare("SELECT answered FROM call WHERE began >= ? AND began < ? AND answered IS NOT NULL");
  statement.bind_time(borders.front() - kLongestRing).bind_time(borders.back());
  for (;;) {
    const absl::StatusOr<bool> more = statement.step();
    if (!more.ok()) return more.status();
    if (!*more) return counts;
    const auto next = std::upper_bound(borders.begin(), borders.end(), statement.time(0));
    if (next == borders.begin() || next == borders.end()) continue;
    ++counts[static_cast<std::size_t>(next - borders.begin()) - 1];
  }
}

absl::StatusOr<absl::Time> read_first_call(Connection& connection) {
  Statement statement = connection.prepare("SELECT began FROM call ORDER BY began LIMIT 1");
  const absl::StatusOr<bool> row = statement.step();
  if (!row.ok()) return row.status();
  return *row ? statement.time(0) : absl::InfiniteFuture();
}

absl::Status WriteTransaction::add_sign_version(const domain::Sign& sign) {
  Statement statement = connection_.prepare(
      "INSERT INTO sign (id, version, family, place, language, text, owner, state, up, down, editor, edited)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  statement.bind_text(sign.id)
      .bind_integer(sign.version)
      .bind_text(sign.group)
      .bind_integer(static_cast<int>(sign.place))
      .bind_text(sign.language)
      .bind_text(sign.text)
      .bind_text(sign.owner)
      .bind_integer(static_cast<int>(sign.state));
  bind_day(statement, sign.up);
  bind_day(statement, sign.down);
  const absl::Status status = statement.bind_text(sign.editor).bind_time(sign.edited).run();
  if (!absl::IsAlreadyExists(status)) return status;
  return absl::AlreadyExistsError("this version of the sign \"" + sign.id + "\" is there; read it again");
}

}  // namespace aandacht::store::sqlite
