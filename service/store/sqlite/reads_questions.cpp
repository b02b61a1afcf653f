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
  Statement statement =
      connection.prepare("SELECT day, count(*) FROM question WHERE family = ? AND day >= ? GROUP BY day ORDER BY day");
  statement.bind_text(group).bind_integer(from - kDayZero);
  return all_rows<QuestionDay>(std::move(statement), [](Statement& row) -> absl::StatusOr<QuestionDay> {
    return QuestionDay{day_of(row, 0), static_cast<int>(row.integer(1))};
  });
}

// The language and words are those of the first question, the first day is the first of all.
absl::Status read_beginning(Connection& connection, QuestionGroup& group) {
  Statement first = connection.prepare("SELECT language, words FROM question WHERE family = ? ORDER BY seq LIMIT 1");
  absl::StatusOr<bool> row = first.bind_text(group.group).step();
  if (!row.ok()) return row.status();
  group.language = first.text(0);
  group.words = first.text(1);
  Statement day = connection.prepare("SELECT min(day) FROM question WHERE family = ?");
  row = day.bind_text(group.group).step();
  if (!row.ok()) return row.status();
  group.first_day = day_of(day, 0);
  return absl::OkStatus();
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
      "SELECT family, count(*) AS calls FROM question WHERE day >= ?1 AND family <> '' GROUP BY family"
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
  Page<QuestionGroup> page = to_page(*std::move(rows), *size, list);
  for (QuestionGroup& group : page.rows) {
    if (absl::Status status = read_beginning(connection, group); !status.ok()) return status;
    absl::StatusOr<std::vector<QuestionDay>> days = read_days(connection, group.group, from);
    if (!days.ok()) return days.status();
    group.days = *std::move(days);
  }
  return page;
}

}  // namespace aandacht::store::sqlite
