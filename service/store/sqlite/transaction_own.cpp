// Guesses, surveys, heavy calls and looks: saved, and forgotten when they are old or the agent asks.
#include "service/store/sqlite/rows.h"
#include "service/store/sqlite/transaction.h"
#include "shared/wire/encoding.h"
#include "shared/wire/enums.h"

namespace aandacht::store::sqlite {
namespace {

void bind(Statement& statement, const domain::ThreeEs& grades) {
  for (const domain::Grade grade : {grades.effectiveness, grades.ease, grades.emotion}) {
    statement.bind_integer(wire::to_proto(grade));
  }
}

/// The rows of events that tell something of the agent.
struct EventRows {
  std::vector<std::int64_t> own;
  std::vector<std::int64_t> woke_up;  ///< Their times are those of resets that ended.
};

absl::StatusOr<EventRows> rows_to_forget(Connection& connection, const std::string& agent_id) {
  Statement statement =
      connection.prepare("SELECT seq, own, body FROM event WHERE agent = ? AND own IS NOT 0 ORDER BY seq");
  statement.bind_text(agent_id);
  EventRows rows;
  for (;;) {
    const absl::StatusOr<bool> more = statement.step();
    if (!more.ok()) return more.status();
    if (!*more) return rows;
    std::int64_t owned = statement.integer(1);
    if (statement.is_null(1)) {
      const absl::StatusOr<domain::Event> event = wire::decode_event(statement.bytes(2));
      owned = event.ok() ? ownership(*event) : 0;
    }
    if (owned == 1) rows.own.push_back(statement.integer(0));
    if (owned == 2) rows.woke_up.push_back(statement.integer(0));
  }
}

absl::Status remove_event(Connection& connection, std::int64_t row) {
  return connection.prepare("DELETE FROM event WHERE seq = ?").bind_integer(row).run();
}

/// The ids of the agent's own stay, among those of requests, so that a repetition of one is still known as such. The
/// desk's own awakenings never come again: their ids are of a version of the desk.
absl::Status forget_events(Connection& connection, const EventRows& rows) {
  absl::Status status;
  for (const std::int64_t row : rows.own) {
    status = connection.prepare("INSERT OR IGNORE INTO request (id, at) SELECT id, NULL FROM event WHERE seq = ?")
                 .bind_integer(row)
                 .run();
    if (status.ok()) status = remove_event(connection, row);
    if (!status.ok()) return status;
  }
  for (const std::int64_t row : rows.woke_up) {
    if (status = remove_event(connection, row); !status.ok()) return status;
  }
  return status;
}

}  // namespace

absl::Status WriteTransaction::save_guess(const GuessRecord& guess) {
  Statement statement = connection_.prepare(
      "INSERT OR REPLACE INTO experience (call, agent, time, guess_effectiveness, guess_ease, guess_emotion,"
      " text_effectiveness, text_ease, text_emotion) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  statement.bind_text(guess.call_id).bind_text(guess.agent_id).bind_integer(absl::ToUnixNanos(guess.ended));
  bind(statement, guess.guess);
  bind(statement, guess.suggested);
  return statement.run();
}

absl::Status WriteTransaction::save_survey(const SurveyRecord& survey) {
  Statement statement = connection_.prepare(
      "INSERT OR REPLACE INTO survey (call, effectiveness, ease, emotion, imported) VALUES (?, ?, ?, ?, ?)");
  statement.bind_text(survey.call_id);
  bind(statement, survey.answers);
  return statement.bind_time(survey.imported).run();
}

absl::Status WriteTransaction::save_heavy_call(const std::string& agent_id, absl::Time ended) {
  return connection_.prepare("INSERT OR IGNORE INTO heavy_call (agent, ended) VALUES (?, ?)")
      .bind_text(agent_id)
      .bind_integer(absl::ToUnixNanos(ended))
      .run();
}

absl::Status WriteTransaction::append_look(const std::string& agent_id, const domain::Look& look,
                                           absl::Duration quiet) {
  return connection_
      .prepare(
          "INSERT INTO look (agent, time, who, what, reason) SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS"
          " (SELECT 1 FROM look WHERE agent = ?1 AND time > ?6 AND time <= ?2 AND who = ?3 AND what = ?4)")
      .bind_text(agent_id)
      .bind_integer(absl::ToUnixNanos(look.time))
      .bind_text(look.who)
      .bind_text(look.what)
      .bind_text(look.reason)
      .bind_integer(absl::ToUnixNanos(look.time - quiet))
      .run();
}

absl::StatusOr<std::int64_t> WriteTransaction::forget_agent(const std::string& agent_id) {
  const auto events = rows_to_forget(connection_, agent_id);
  if (!events.ok()) return events.status();
  if (absl::Status status = forget_events(connection_, *events); !status.ok()) return status;
  auto gone = static_cast<std::int64_t>(events->own.size());
  for (const char* table : {"DELETE FROM experience WHERE agent = ?", "DELETE FROM heavy_call WHERE agent = ?",
                            "DELETE FROM habit_vote WHERE agent = ?", "DELETE FROM habit_quota WHERE agent = ?",
                            "DELETE FROM why_answer WHERE agent = ?"}) {
    if (absl::Status status = connection_.prepare(table).bind_text(agent_id).run(); !status.ok()) return status;
    gone += connection_.changes();
  }
  // That somebody wants no why checks stays: else they would be asked again for having deleted.
  for (const char* wish : {"UPDATE why_check_wish SET asked = NULL WHERE agent = ?",
                           "DELETE FROM why_check_wish WHERE agent = ? AND never = 0"}) {
    if (absl::Status status = connection_.prepare(wish).bind_text(agent_id).run(); !status.ok()) return status;
  }
  redacted_ = true;
  return gone;
}

absl::StatusOr<int> WriteTransaction::forget_own_records(absl::Time before, const std::string& quarter_before,
                                                         int most) {
  // Surveys have a time since step 7 of the schema; none was taken before.
  constexpr const char* kByTime[] = {
      "DELETE FROM experience WHERE call IN (SELECT call FROM experience WHERE time < ?1 LIMIT ?2)",
      "DELETE FROM survey WHERE call IN (SELECT call FROM survey WHERE imported < ?1 LIMIT ?2)",
      "DELETE FROM heavy_call WHERE (agent, ended) IN (SELECT agent, ended FROM heavy_call WHERE ended < ?1 LIMIT ?2)",
      "DELETE FROM look WHERE seq IN (SELECT seq FROM look WHERE time < ?1 LIMIT ?2)"};
  constexpr const char* kByQuarter[] = {
      "DELETE FROM habit_vote WHERE (agent, quarter, rank) IN"
      " (SELECT agent, quarter, rank FROM habit_vote WHERE quarter < ?1 LIMIT ?2)",
      "DELETE FROM habit_quota WHERE (agent, quarter) IN"
      " (SELECT agent, quarter FROM habit_quota WHERE quarter < ?1 LIMIT ?2)",
      "DELETE FROM why_answer WHERE (agent, quarter, why) IN"
      " (SELECT agent, quarter, why FROM why_answer WHERE quarter < ?1 LIMIT ?2)",
      "DELETE FROM why_told WHERE (quarter, team, why) IN"
      " (SELECT quarter, team, why FROM why_told WHERE quarter < ?1 LIMIT ?2)",
      "DELETE FROM team_habit WHERE id IN (SELECT id FROM team_habit WHERE quarter < ?1 LIMIT ?2)"};
  std::int64_t gone = 0;
  for (const char* sql : kByTime) {
    const absl::Status status =
        connection_.prepare(sql).bind_integer(absl::ToUnixNanos(before)).bind_integer(most).run();
    if (!status.ok()) return status;
    gone += connection_.changes();
  }
  for (const char* sql : kByQuarter) {
    const absl::Status status = connection_.prepare(sql).bind_text(quarter_before).bind_integer(most).run();
    if (!status.ok()) return status;
    gone += connection_.changes();
  }
  return static_cast<int>(gone);
}

}  // namespace aandacht::store::sqlite
