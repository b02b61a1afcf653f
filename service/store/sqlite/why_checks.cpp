// What agents know of the whys, and what is told of it.
#include "service/store/sqlite/reads.h"
#include "service/store/sqlite/rows.h"
#include "service/store/sqlite/transaction.h"
#include "shared/wire/encoding.h"
#include "shared/wire/enums.h"

namespace aandacht::store::sqlite {
namespace {

absl::StatusOr<domain::WhyLevel> level_of(std::int64_t number) {
  if (number < 0 || number > static_cast<int>(domain::WhyLevel::kTell))
    return absl::InternalError("an answer about a why has a level that this program does not know");
  return static_cast<domain::WhyLevel>(number);
}

absl::StatusOr<domain::WhyShare> share_of(std::int64_t number) {
  if (number < 0 || number > static_cast<int>(domain::WhyShare::kMost))
    return absl::InternalError("what is told of a why has a share that this program does not know");
  return static_cast<domain::WhyShare>(number);
}

absl::StatusOr<WhyAnswer> answer_of(Statement& row) {
  const absl::StatusOr<domain::WhyLevel> level = level_of(row.integer(3));
  if (!level.ok()) return level.status();
  WhyAnswer answer{row.text(0), row.text(1), row.text(2), *level, kDayZero + row.integer(4)};
  answer.told_team = row.text(6);
  if (row.is_null(5)) return answer;
  const absl::StatusOr<domain::WhyLevel> told = level_of(row.integer(5));
  if (!told.ok()) return told.status();
  answer.told_level = *told;
  return answer;
}

absl::StatusOr<ToldWhyRecord> told_of(Statement& row) {
  ToldWhyRecord record{row.text(0), row.text(1), row.text(2), {}};
  record.told.people = static_cast<int>(row.integer(3));
  for (const auto& [column, share] :
       {std::pair(4, &record.told.know), {5, &record.told.feel}, {6, &record.told.tell}}) {
    const absl::StatusOr<domain::WhyShare> read = share_of(row.integer(column));
    if (!read.ok()) return read.status();
    *share = *read;
  }
  return record;
}

}  // namespace

absl::StatusOr<std::vector<WhyAnswer>> read_why_answers(Connection& connection, const std::string& quarter) {
  Statement statement = connection.prepare(
      "SELECT agent, quarter, why, level, day, told_level, told_team FROM why_answer WHERE quarter = ?"
      " ORDER BY agent, why");
  statement.bind_text(quarter);
  return all_rows<WhyAnswer>(std::move(statement), answer_of);
}

absl::StatusOr<std::vector<WhyAnswer>> read_own_why_answers(Connection& connection, const std::string& agent_id) {
  Statement statement = connection.prepare(
      "SELECT agent, quarter, why, level, day, told_level, told_team FROM why_answer WHERE agent = ?"
      " ORDER BY quarter, why");
  statement.bind_text(agent_id);
  return all_rows<WhyAnswer>(std::move(statement), answer_of);
}

absl::StatusOr<WhyCheckWish> read_why_check_wish(Connection& connection, const std::string& agent_id) {
  Statement statement = connection.prepare("SELECT asked, never FROM why_check_wish WHERE agent = ?");
  const absl::StatusOr<bool> row = statement.bind_text(agent_id).step();
  if (!row.ok()) return row.status();
  WhyCheckWish wish{agent_id, std::nullopt, false};
  if (!*row) return wish;
  if (!statement.is_null(0)) wish.asked = kDayZero + statement.integer(0);
  wish.never = statement.integer(1) != 0;
  return wish;
}

absl::StatusOr<std::vector<ToldWhyRecord>> read_told_whys(Connection& connection, const std::string& quarter) {
  Statement statement = connection.prepare(
      "SELECT team, quarter, why, people, know, feel, tell FROM why_told WHERE quarter = ? ORDER BY team, why");
  statement.bind_text(quarter);
  return all_rows<ToldWhyRecord>(std::move(statement), told_of);
}

absl::StatusOr<std::map<std::string, int>> read_asked_whys(Connection& connection, absl::CivilDay from) {
  Statement statement =
      connection.prepare("SELECT why, count(*) FROM question WHERE day >= ? AND why <> '' GROUP BY why");
  statement.bind_integer(from - kDayZero);
  std::map<std::string, int> counts;
  for (;;) {
    const absl::StatusOr<bool> more = statement.step();
    if (!more.ok()) return more.status();
    if (!*more) return counts;
    counts[statement.text(0)] = static_cast<int>(statement.integer(1));
  }
}

absl::StatusOr<std::map<std::string, int>> read_used_whys(Connection& connection, const std::string& agent_id,
                                                          int most) {
  Statement statement = connection.prepare(
      "SELECT body, answer FROM card WHERE agent = ? AND answer IS NOT NULL AND held_back IS NULL"
      " ORDER BY seq DESC LIMIT ?");
  statement.bind_text(agent_id).bind_integer(most);
  std::map<std::string, int> counts;
  for (;;) {
    const absl::StatusOr<bool> more = statement.step();
    if (!more.ok()) return more.status();
    if (!*more) return counts;
    const absl::StatusOr<domain::Card> card = wire::decode_card(statement.bytes(0));
    if (!card.ok()) return card.status();
    const bool used = statement.integer(1) == wire::to_proto(domain::CardAnswer::kUsed);
    if (used && card->kind == domain::CardKind::kWhy && !card->source_id.empty()) ++counts[card->source_id];
  }
}

absl::Status WriteTransaction::save_why_answer(const WhyAnswer& answer) {
  Statement statement = connection_.prepare(
      "INSERT OR REPLACE INTO why_answer (agent, quarter, why, level, day, told_level, told_team)"
      " VALUES (?, ?, ?, ?, ?, ?, ?)");
  statement.bind_text(answer.agent_id)
      .bind_text(answer.quarter)
      .bind_text(answer.why_id)
      .bind_integer(static_cast<int>(answer.level))
      .bind_integer(answer.day - kDayZero);
  if (answer.told_level) {
    statement.bind_integer(static_cast<int>(*answer.told_level));
  } else {
    statement.bind_null();
  }
  return statement.bind_text(answer.told_team).run();
}

absl::Status WriteTransaction::save_why_check_wish(const WhyCheckWish& wish) {
  Statement statement =
      connection_.prepare("INSERT OR REPLACE INTO why_check_wish (agent, asked, never) VALUES (?, ?, ?)");
  statement.bind_text(wish.agent_id);
  if (wish.asked) {
    statement.bind_integer(*wish.asked - kDayZero);
  } else {
    statement.bind_null();
  }
  return statement.bind_integer(wish.never ? 1 : 0).run();
}

absl::Status WriteTransaction::save_told_why(const ToldWhyRecord& record) {
  return connection_
      .prepare(
          "INSERT OR REPLACE INTO why_told (team, quarter, why, people, know, feel, tell) VALUES (?, ?, ?, ?, ?, ?, ?)")
      .bind_text(record.team)
      .bind_text(record.quarter)
      .bind_text(record.why_id)
      .bind_integer(record.told.people)
      .bind_integer(static_cast<int>(record.told.know))
      .bind_integer(static_cast<int>(record.told.feel))
      .bind_integer(static_cast<int>(record.told.tell))
      .run();
}

}  // namespace aandacht::store::sqlite
