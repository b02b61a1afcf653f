// Questions and their groups.
#include <limits>

#include "service/store/sqlite/reads.h"
#include "service/store/sqlite/rows.h"

namespace aandacht::store::sqlite {
namespace {

constexpr std::string_view kQuestionsList = "questions";

absl::CivilDay day_of(const Statement& row, int column) { return kDayZero + row.integer(column); }

absl::StatusOr<std::vector<QuestionDay>> read_days(Connection& connection, const std::string& group,
                                                   absl::CivilDay from) {
  Statement statement = connection.prepare(
      "WITH part (id) AS (SELECT ?1 UNION ALL SELECT id FROM question_alias WHERE family = ?1)"
      " SELECT day, sum(calls) FROM (SELECT day, 1 AS calls FROM question WHERE family IN part AND day >= ?2"
      " UNION ALL SELECT day, calls FROM question_count WHERE family IN part AND day >= ?2) GROUP BY day ORDER BY day");
  statement.bind_text(group).bind_integer(from - kDayZero);
  return all_rows<QuestionDay>(std::move(statement), [](Statement& row) -> absl::StatusOr<QuestionDay> {
    return QuestionDay{day_of(row, 0), static_cast<int>(row.integer(1))};
  });
}

absl::StatusOr<std::vector<std::string>> read_merged(Connection& connection, const std::string& group) {
  Statement statement = connection.prepare("SELECT id FROM question_alias WHERE family = ? ORDER BY id");
  statement.bind_text(group);
  return all_rows<std::string>(std::move(statement),
                               [](Statement& row) -> absl::StatusOr<std::string> { return row.text(0); });
}

// The language and words are those of the first question, the first day is the first of all. Gives whether anything is
// left of the group.
absl::StatusOr<bool> read_beginning(Connection& connection, QuestionGroup& group) {
  Statement first = connection.prepare(
      "SELECT language, words FROM question WHERE family = ?1"
      " OR family IN (SELECT id FROM question_alias WHERE family = ?1) ORDER BY seq LIMIT 1");
  absl::StatusOr<bool> row = first.bind_text(group.group).step();
  if (!row.ok()) return row.status();
  if (*row) {
    group.language = first.text(0);
    group.words = first.text(1);
  }
  Statement day = connection.prepare(
      "WITH part (id) AS (SELECT ?1 UNION ALL SELECT id FROM question_alias WHERE family = ?1)"
      " SELECT min(day) AS first FROM (SELECT day FROM question WHERE family IN part"
      " UNION ALL SELECT day FROM question_count WHERE family IN part) HAVING first IS NOT NULL");
  row = day.bind_text(group.group).step();
  if (row.ok() && *row) group.first_day = day_of(day, 0);
  return row;
}

absl::Status read_rest(Connection& connection, absl::CivilDay from, QuestionGroup& group) {
  absl::StatusOr<std::vector<QuestionDay>> days = read_days(connection, group.group, from);
  if (!days.ok()) return days.status();
  group.days = *std::move(days);
  absl::StatusOr<std::vector<std::string>> merged = read_merged(connection, group.group);
  if (!merged.ok()) return merged.status();
  group.merged = *std::move(merged);
  return absl::OkStatus();
}

absl::StatusOr<std::string> present_id(Connection& connection, const std::string& id) {
  Statement alias = connection.prepare("SELECT family FROM question_alias WHERE id = ?");
  const absl::StatusOr<bool> row = alias.bind_text(id).step();
  if (!row.ok()) return row.status();
  return *row ? alias.text(0) : id;
}

}  // namespace

absl::StatusOr<Page<QuestionRecord>> read_questions(Connection& connection, int page_size,
                                                    const std::string& page_token) {
  const absl::StatusOr<int> size = page_size_of(page_size);
  if (!size.ok()) return size.status();
  const absl::StatusOr<PageKey> start = page_start(kQuestionsList, page_token, {});
  if (!start.ok()) return start.status();
  Statement statement = connection.prepare(
      "SELECT call, language, day, words, why, family, seq FROM question WHERE seq > ? ORDER BY seq LIMIT ?");
  statement.bind_integer(start->number).bind_integer(*size + 1);
  using Row = std::pair<QuestionRecord, PageKey>;
  auto rows = all_rows<Row>(std::move(statement), [](Statement& row) -> absl::StatusOr<Row> {
    return Row{QuestionRecord{row.text(0), row.text(1), day_of(row, 2), row.text(3), row.text(4), row.text(5)},
               PageKey{row.integer(6), ""}};
  });
  if (!rows.ok()) return rows.status();
  return to_page(*std::move(rows), *size, kQuestionsList);
}

absl::StatusOr<Page<QuestionGroup>> read_question_groups(Connection& connection, absl::CivilDay from, int page_size,
                                                         const std::string& page_token) {
  const std::string list = "question groups from " + absl::FormatCivilTime(from);
  const absl::StatusOr<int> size = page_size_of(page_size);
  if (!size.ok()) return size.status();
  const absl::StatusOr<PageKey> start = page_start(list, page_token, {std::numeric_limits<std::int64_t>::max(), ""});
  if (!start.ok()) return start.status();
  Statement statement = connection.prepare(
      "SELECT family, sum(some) AS calls FROM (SELECT coalesce(a.family, q.family) AS family, q.some FROM"
      " (SELECT family, count(*) AS some FROM question WHERE day >= ?1 AND family <> '' GROUP BY family"
      " UNION ALL SELECT family, sum(calls) FROM question_count WHERE day >= ?1 GROUP BY family) q"
      " LEFT JOIN question_alias a ON a.id = q.family) GROUP BY family"
      " HAVING calls < ?2 OR (calls = ?2 AND family > ?3) ORDER BY calls DESC, family LIMIT ?4");
  statement.bind_integer(from - kDayZero).bind_integer(start->number).bind_text(start->text).bind_integer(*size + 1);
  using Row = std::pair<QuestionGroup, PageKey>;
  auto rows = all_rows<Row>(std::move(statement), [](Statement& row) -> absl::StatusOr<Row> {
    QuestionGroup group;
    group.group = row.text(0);
    group.count = static_cast<int>(row.integer(1));
    PageKey key{row.integer(1), group.group};
    return Row{std::move(group), std::move(key)};
  });
  if (!rows.ok()) return rows.status();
  absl::StatusOr<Page<QuestionGroup>> page = to_page(*std::move(rows), *size, list);
  if (!page.ok()) return page;
  for (QuestionGroup& group : page->rows) {
    if (const auto known = read_beginning(connection, group); !known.ok()) return known.status();
    if (absl::Status status = read_rest(connection, from, group); !status.ok()) return status;
  }
  return page;
}

absl::StatusOr<QuestionGroup> read_question_group(Connection& connection, const std::string& id, absl::CivilDay from) {
  const absl::StatusOr<std::string> present = present_id(connection, id);
  if (!present.ok()) return present.status();
  QuestionGroup group;
  group.group = *present;
  const absl::StatusOr<bool> known = read_beginning(connection, group);
  if (!known.ok()) return known.status();
  if (!*known || id.empty()) return absl::NotFoundError("no question group \"" + id + "\" is remembered");
  if (absl::Status status = read_rest(connection, from, group); !status.ok()) return status;
  for (const QuestionDay& day : group.days) group.count += day.count;
  return group;
}

absl::StatusOr<std::vector<QuestionAlias>> read_question_aliases(Connection& connection) {
  return all_rows<QuestionAlias>(connection.prepare("SELECT id, family, language FROM question_alias ORDER BY id"),
                                 [](Statement& row) -> absl::StatusOr<QuestionAlias> {
                                   return QuestionAlias{row.text(0), row.text(1), row.text(2)};
                                 });
}

}  // namespace aandacht::store::sqlite
