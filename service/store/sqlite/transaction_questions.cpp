// Questions: saved, their groups merged, and forgotten when they are old.
#include "service/store/sqlite/report_counts.h"
#include "service/store/sqlite/rows.h"
#include "service/store/sqlite/transaction.h"

namespace aandacht::store::sqlite {
namespace {

/// A question that is old enough to be forgotten.
struct Old {
  std::int64_t row = 0;
  std::int64_t day = 0;
  std::string stored_group;
  std::string group;
  std::string language;
};

absl::StatusOr<std::vector<Old>> old_questions(Connection& connection, absl::CivilDay before,
                                               const QuestionSweep& sweep, int most) {
  Statement statement = connection.prepare(
      "SELECT q.seq, q.day, q.family, coalesce(a.family, q.family), q.language FROM question q"
      " LEFT JOIN question_alias a ON a.id = q.family"
      " WHERE q.day < ?1 AND (q.day, q.family, q.seq) > (?2, ?3, ?4) ORDER BY q.day, q.family, q.seq LIMIT ?5");
  statement.bind_integer(before - kDayZero)
      .bind_integer(sweep.day - kDayZero)
      .bind_text(sweep.group)
      .bind_integer(sweep.row)
      .bind_integer(most);
  return all_rows<Old>(std::move(statement), [](Statement& row) -> absl::StatusOr<Old> {
    return Old{row.integer(0), row.integer(1), row.text(2), row.text(3), row.text(4)};
  });
}

absl::Status forget_counts(Connection& connection, absl::CivilDay before, int most) {
  return connection
      .prepare(
          "DELETE FROM question_count WHERE (family, day) IN"
          " (SELECT family, day FROM question_count WHERE day < ?1 ORDER BY day LIMIT ?2)")
      .bind_integer(before - kDayZero)
      .bind_integer(most)
      .run();
}

struct Standing {
  bool is_first = false;  ///< No older question of the group is stored.
  bool is_only = false;   ///< No other question, and no count.
};

absl::StatusOr<Standing> standing_of(Connection& connection, const Old& old) {
  Statement statement = connection.prepare(
      "WITH part (id) AS (SELECT ?1 UNION ALL SELECT id FROM question_alias WHERE family = ?1)"
      " SELECT NOT EXISTS (SELECT 1 FROM question WHERE family IN part AND seq < ?2),"
      " NOT EXISTS (SELECT 1 FROM question WHERE family IN part AND seq <> ?2)"
      " AND NOT EXISTS (SELECT 1 FROM question_count WHERE family IN part)");
  const absl::StatusOr<bool> row = statement.bind_text(old.group).bind_integer(old.row).step();
  if (!row.ok()) return row.status();
  return Standing{statement.integer(0) != 0, statement.integer(1) != 0};
}

absl::Status count(Connection& connection, const Old& old) {
  return connection
      .prepare(
          "INSERT INTO question_count (family, day, calls) VALUES (?, ?, 1)"
          " ON CONFLICT (family, day) DO UPDATE SET calls = calls + 1")
      .bind_text(old.group)
      .bind_integer(old.day)
      .run();
}

absl::Status remove(Connection& connection, const Old& old, const Standing& standing, absl::CivilDay counts_before) {
  absl::Status status = connection.prepare("DELETE FROM question WHERE seq = ?").bind_integer(old.row).run();
  if (!status.ok() || old.group.empty()) return status;
  if (standing.is_only)
    return connection.prepare("DELETE FROM question_alias WHERE family = ?").bind_text(old.group).run();
  return old.day >= counts_before - kDayZero ? count(connection, old) : absl::OkStatus();
}

}  // namespace

absl::Status WriteTransaction::save_question(const QuestionRecord& question) {
  const absl::Status status =
      connection_
          .prepare(
              "INSERT INTO question (call, language, day, words, why, family) VALUES (?, ?, ?, ?, ?, ?)"
              " ON CONFLICT (call) DO UPDATE SET language = excluded.language, day = excluded.day, words = "
              "excluded.words,"
              " why = excluded.why, family = excluded.family")
          .bind_text(question.call_id)
          .bind_text(question.language)
          .bind_integer(question.day - kDayZero)
          .bind_text(question.words)
          .bind_text(question.why_id)
          .bind_text(question.group)
          .run();
  return status.ok() ? count_why(connection_, question.call_id, question.why_id) : status;
}

absl::Status WriteTransaction::merge_question_groups(const QuestionAlias& alias) {
  const absl::Status status = connection_.prepare("UPDATE question_alias SET family = ? WHERE family = ?")
                                  .bind_text(alias.group)
                                  .bind_text(alias.id)
                                  .run();
  if (!status.ok()) return status;
  return connection_.prepare("INSERT OR REPLACE INTO question_alias (id, family, language) VALUES (?, ?, ?)")
      .bind_text(alias.id)
      .bind_text(alias.group)
      .bind_text(alias.language)
      .run();
}

absl::StatusOr<ForgottenQuestions> WriteTransaction::forget_questions(absl::CivilDay words_before,
                                                                      absl::CivilDay counts_before,
                                                                      const QuestionSweep& sweep, int most) {
  if (absl::Status status = forget_counts(connection_, counts_before, most); !status.ok()) return status;
  const auto questions = old_questions(connection_, words_before, sweep, most);
  if (!questions.ok()) return questions.status();
  ForgottenQuestions answer{sweep};
  for (const Old& old : *questions) {
    const absl::StatusOr<Standing> standing = standing_of(connection_, old);
    if (!standing.ok()) return standing.status();
    answer.next = {kDayZero + old.day, old.stored_group, old.row, false};
    if (!old.group.empty() && standing->is_first && !standing->is_only) continue;
    if (absl::Status status = remove(connection_, old, *standing, counts_before); !status.ok()) return status;
    ++answer.forgotten;
    if (!old.group.empty() && standing->is_only) answer.groups.push_back({old.group, old.group, old.language});
  }
  answer.next.done = questions->size() < static_cast<std::size_t>(most);
  return answer;
}

}  // namespace aandacht::store::sqlite
