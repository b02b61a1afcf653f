// What is counted for reports, and what a customer's journey has already.
#include "service/store/sqlite/report_counts.h"
#include "service/store/sqlite/statement.h"
#include "service/store/sqlite/transaction.h"
#include "shared/wire/enums.h"

namespace aandacht::store::sqlite {

absl::Status WriteTransaction::save_call_count(const CallCount& count) {
  Statement statement = connection_.prepare(
      "INSERT INTO report_call (call, agent, team, queue, hour, scored, score_start, score_end, score_lowest, promises,"
      " dated, effectiveness, ease, emotion) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      " ON CONFLICT (call) DO UPDATE SET agent = excluded.agent, team = excluded.team, queue = excluded.queue,"
      " hour = excluded.hour, scored = excluded.scored, score_start = excluded.score_start,"
      " score_end = excluded.score_end, score_lowest = excluded.score_lowest, promises = excluded.promises,"
      " dated = excluded.dated, effectiveness = excluded.effectiveness, ease = excluded.ease,"
      " emotion = excluded.emotion");
  statement.bind_text(count.call_id).bind_text(count.agent_id).bind_text(count.team).bind_text(count.queue);
  if (count.answered == absl::InfinitePast()) {
    statement.bind_null();
  } else {
    absl::Duration rest;
    statement.bind_integer(absl::IDivDuration(count.answered - absl::UnixEpoch(), absl::Hours(1), &rest));
  }
  return statement.bind_integer(count.scored)
      .bind_real(count.start)
      .bind_real(count.end)
      .bind_real(count.lowest)
      .bind_integer(count.promises)
      .bind_integer(count.dated_promises)
      .bind_integer(wire::to_proto(count.text.effectiveness))
      .bind_integer(wire::to_proto(count.text.ease))
      .bind_integer(wire::to_proto(count.text.emotion))
      .run();
}

absl::StatusOr<Counting> WriteTransaction::count_stored(const TeamOf& team_of, int most) {
  return sqlite::count_stored(connection_, team_of, most);
}

absl::Status WriteTransaction::note_journey_step(const std::string& external_id, const std::string& step_id) {
  return connection_.prepare("INSERT INTO journey_step (customer, id) VALUES (?, ?)")
      .bind_text(external_id)
      .bind_text(step_id)
      .run();
}

}  // namespace aandacht::store::sqlite
