// A team's habits and what is voted for them.
#include "absl/status/status.h"
#include "service/store/sqlite/rows.h"
#include "service/store/sqlite/transaction.h"

namespace aandacht::store::sqlite {

absl::StatusOr<std::vector<RankedHabit>> read_team_habits(Connection& connection, const std::string& team,
                                                          const std::string& since, const std::string& quarter,
                                                          const std::string& agent_id) {
  Statement statement = connection.prepare(
      "SELECT h.id, h.quarter, h.after, h.will, h.celebrate, coalesce(sum(4 - v.rank), 0) AS points,"
      " coalesce(max(CASE WHEN v.agent = ?4 THEN v.rank END), 0) FROM team_habit h"
      " LEFT JOIN habit_vote v ON v.habit = h.id AND v.quarter = ?3 WHERE h.team = ?1 AND h.quarter >= ?2"
      " GROUP BY h.id ORDER BY points DESC, h.id");
  statement.bind_text(team).bind_text(since).bind_text(quarter).bind_text(agent_id);
  return all_rows<RankedHabit>(std::move(statement), [&team](Statement& row) -> absl::StatusOr<RankedHabit> {
    return RankedHabit{{row.text(0), team, row.text(1), row.text(2), row.text(3), row.text(4)},
                       static_cast<int>(row.integer(5)),
                       static_cast<int>(row.integer(6))};
  });
}

absl::StatusOr<std::vector<std::string>> read_habit_voters(Connection& connection, const std::string& team,
                                                           const std::string& quarter) {
  Statement statement = connection.prepare(
      "SELECT DISTINCT v.agent FROM habit_vote v JOIN team_habit h ON h.id = v.habit"
      " WHERE h.team = ? AND v.quarter = ? ORDER BY v.agent");
  statement.bind_text(team).bind_text(quarter);
  return all_rows<std::string>(std::move(statement),
                               [](Statement& row) -> absl::StatusOr<std::string> { return row.text(0); });
}

absl::StatusOr<std::vector<HabitVote>> read_habit_votes(Connection& connection, const std::string& agent_id) {
  Statement statement =
      connection.prepare("SELECT quarter, rank, habit FROM habit_vote WHERE agent = ? ORDER BY quarter, rank");
  statement.bind_text(agent_id);
  return all_rows<HabitVote>(std::move(statement), [](Statement& row) -> absl::StatusOr<HabitVote> {
    return HabitVote{row.text(0), static_cast<int>(row.integer(1)), row.text(2)};
  });
}

absl::StatusOr<std::vector<HabitQuota>> read_habit_quotas(Connection& connection, const std::string& agent_id) {
  Statement statement =
      connection.prepare("SELECT quarter, put_forward FROM habit_quota WHERE agent = ? ORDER BY quarter");
  statement.bind_text(agent_id);
  return all_rows<HabitQuota>(std::move(statement), [](Statement& row) -> absl::StatusOr<HabitQuota> {
    return HabitQuota{row.text(0), static_cast<int>(row.integer(1))};
  });
}

absl::Status WriteTransaction::add_team_habit(const TeamHabitRecord& habit) {
  const absl::Status status =
      connection_
          .prepare("INSERT INTO team_habit (id, team, quarter, after, will, celebrate) VALUES (?, ?, ?, ?, ?, ?)")
          .bind_text(habit.id)
          .bind_text(habit.team)
          .bind_text(habit.quarter)
          .bind_text(habit.after)
          .bind_text(habit.will)
          .bind_text(habit.celebrate)
          .run();
  if (!absl::IsAlreadyExists(status)) return status;
  return absl::AlreadyExistsError("a habit \"" + habit.id + "\" is on a list");
}

absl::Status WriteTransaction::count_put_forward(const std::string& agent_id, const std::string& quarter) {
  return connection_
      .prepare(
          "INSERT INTO habit_quota (agent, quarter, put_forward) VALUES (?, ?, 1)"
          " ON CONFLICT (agent, quarter) DO UPDATE SET put_forward = put_forward + 1")
      .bind_text(agent_id)
      .bind_text(quarter)
      .run();
}

absl::Status WriteTransaction::save_habit_votes(const std::string& agent_id, const std::string& quarter,
                                                const std::vector<std::string>& habit_ids) {
  absl::Status status = connection_.prepare("DELETE FROM habit_vote WHERE agent = ? AND quarter = ?")
                            .bind_text(agent_id)
                            .bind_text(quarter)
                            .run();
  for (std::size_t i = 0; i < habit_ids.size() && status.ok(); ++i) {
    status = connection_.prepare("INSERT INTO habit_vote (agent, quarter, rank, habit) VALUES (?, ?, ?, ?)")
                 .bind_text(agent_id)
                 .bind_text(quarter)
                 .bind_integer(static_cast<std::int64_t>(i) + 1)
                 .bind_text(habit_ids[i])
                 .run();
    if (!status.ok()) break;
    status = connection_.prepare("UPDATE team_habit SET quarter = max(quarter, ?) WHERE id = ?")
                 .bind_text(quarter)
                 .bind_text(habit_ids[i])
                 .run();
  }
  return status;
}

}  // namespace aandacht::store::sqlite
