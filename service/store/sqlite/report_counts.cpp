#include "service/store/sqlite/report_counts.h"

#include "service/store/sqlite/reads.h"
#include "service/store/sqlite/rows.h"
#include "shared/wire/encoding.h"
#include "shared/wire/enums.h"

namespace aandacht::store::sqlite {
namespace {

constexpr std::int64_t kHour = 3'600'000'000'000;  // In nanoseconds.

std::int64_t hour_of(absl::Time time) {
  const std::int64_t nanos = absl::ToUnixNanos(time);
  return nanos / kHour - (nanos % kHour < 0 ? 1 : 0);
}

absl::Status add_turn(Connection& connection, const TurnRecord& turn) {
  const domain::Sentiment& sentiment = *turn.sentiment;
  absl::Status status = connection.prepare("INSERT INTO report_call (call) VALUES (?) ON CONFLICT (call) DO NOTHING")
                            .bind_text(turn.call_id)
                            .run();
  if (!status.ok()) return status;
  return connection
      .prepare(
          "INSERT INTO report_hour (hour, call, turns, score_sum, negative, neutral, positive)"
          " SELECT ?1, seq, 1, ?2, ?3, ?4, ?5 FROM report_call WHERE call = ?6"
          " ON CONFLICT (hour, call) DO UPDATE SET turns = turns + 1, score_sum = score_sum + excluded.score_sum,"
          " negative = negative + excluded.negative, neutral = neutral + excluded.neutral,"
          " positive = positive + excluded.positive")
      .bind_integer(hour_of(turn.said))
      .bind_real(sentiment.score)
      .bind_integer(sentiment.feeling == domain::Feeling::kNegative ? 1 : 0)
      .bind_integer(sentiment.feeling == domain::Feeling::kNeutral ? 1 : 0)
      .bind_integer(sentiment.feeling == domain::Feeling::kPositive ? 1 : 0)
      .bind_text(turn.call_id)
      .run();
}

// What the customer's last turns up to a card, and the next ones after it, were like: of the cards that a turn said at
// `said` can change. Turns come late; so both sides are looked up anew.
absl::Status settle_cards(Connection& connection, const std::string& call_id, absl::Time said) {
  return connection
      .prepare(
          "UPDATE report_card SET"
          " score_before = (SELECT avg(score) FROM (SELECT score FROM turn WHERE call = ?1 AND said <= shown"
          "  AND score IS NOT NULL ORDER BY said DESC, seq DESC LIMIT 3)),"
          " (score_after, turns_after) = (SELECT avg(score), count(*) FROM (SELECT score FROM turn WHERE call = ?1"
          "  AND said > shown AND score IS NOT NULL ORDER BY said, seq LIMIT 3))"
          " WHERE call = ?1 AND (turns_after < 3 OR shown >= ?2)")
      .bind_text(call_id)
      .bind_integer(absl::ToUnixNanos(said))
      .run();
}

absl::Status insert_card(Connection& connection, std::int64_t row, const CardRecord& record) {
  const domain::Card& card = record.card;
  if (record.held_back || card.call_id.empty() || card.shown == absl::InfinitePast()) return absl::OkStatus();
  return connection
      .prepare("INSERT OR REPLACE INTO report_card (seq, call, hour, shown, kind, used) VALUES (?, ?, ?, ?, ?, ?)")
      .bind_integer(row)
      .bind_text(card.call_id)
      .bind_integer(hour_of(card.shown))
      .bind_integer(absl::ToUnixNanos(card.shown))
      .bind_integer(wire::to_proto(card.kind))
      .bind_integer(record.answer == domain::CardAnswer::kUsed ? 1 : 0)
      .run();
}

// What a call was before it was counted as it went: its promises and what its words suggest are not known any more.
absl::Status count_call(Connection& connection, const CallRecord& call, const TeamOf& team_of) {
  Statement statement = connection.prepare(
      "INSERT INTO report_call (call, agent, team, queue, why, hour, scored, score_start, score_end, score_lowest)"
      " VALUES (?1, ?2, ?3, ?4, coalesce((SELECT why FROM question WHERE call = ?1), ''), ?5, ?6, ?7, ?8, ?9)"
      " ON CONFLICT (call) DO UPDATE SET agent = excluded.agent, team = excluded.team, queue = excluded.queue,"
      " why = excluded.why, hour = excluded.hour, scored = excluded.scored, score_start = excluded.score_start,"
      " score_end = excluded.score_end, score_lowest = excluded.score_lowest WHERE agent = ''");
  statement.bind_text(call.call_id).bind_text(call.agent_id).bind_text(team_of(call.agent_id)).bind_text(call.queue);
  call.answered == absl::InfinitePast() ? statement.bind_null() : statement.bind_integer(hour_of(call.answered));
  return statement.bind_integer(call.sentiment.turns)
      .bind_real(call.sentiment.start)
      .bind_real(call.sentiment.end)
      .bind_real(call.sentiment.lowest)
      .run();
}

absl::Status count_turns_of(Connection& connection, const std::string& call_id) {
  absl::Status status = connection
                            .prepare(
                                "UPDATE report_hour SET turns = 0, score_sum = 0, negative = 0, neutral = 0,"
                                " positive = 0 WHERE hour IN (SELECT DISTINCT said / 3600000000000 FROM turn WHERE"
                                " call = ?1) AND call = (SELECT seq FROM report_call WHERE call = ?1)")
                            .bind_text(call_id)
                            .run();
  std::string token;
  do {
    if (!status.ok()) return status;
    const absl::StatusOr<Page<TurnRecord>> page = read_turns(connection, call_id, 500, token);
    if (!page.ok()) return page.status();
    for (const TurnRecord& turn : page->rows) {
      if (turn.speaker != domain::Speaker::kCustomer || !turn.sentiment) continue;
      status = connection.prepare("UPDATE turn SET score = ? WHERE id = ?")
                   .bind_real(turn.sentiment->score)
                   .bind_text(turn.utterance_id)
                   .run();
      if (status.ok()) status = add_turn(connection, turn);
      if (!status.ok()) return status;
    }
    token = page->next;
  } while (!token.empty());
  return status;
}

absl::Status count_cards_of(Connection& connection, const std::string& call_id) {
  using Row = std::pair<std::int64_t, CardRecord>;
  Statement stored = connection.prepare("SELECT seq, body, answer FROM card WHERE call = ? AND held_back IS NULL");
  stored.bind_text(call_id);
  const auto rows = all_rows<Row>(std::move(stored), [](Statement& row) -> absl::StatusOr<Row> {
    absl::StatusOr<domain::Card> card = wire::decode_card(row.bytes(1));
    if (!card.ok()) return card.status();
    CardRecord record{*std::move(card), std::nullopt, std::nullopt};
    if (!row.is_null(2)) record.answer = wire::from_proto(static_cast<v1::CardAnswer>(row.integer(2)));
    return Row{row.integer(0), std::move(record)};
  });
  if (!rows.ok()) return rows.status();
  for (const auto& [seq, record] : *rows) {
    if (absl::Status status = insert_card(connection, seq, record); !status.ok()) return status;
  }
  return settle_cards(connection, call_id, absl::UnixEpoch());
}

absl::StatusOr<int> count_calls_after(Connection& connection, const TeamOf& team_of, int most) {
  Statement next =
      connection.prepare("SELECT id FROM call WHERE id > (SELECT last_call FROM report_fill) ORDER BY id LIMIT ?");
  next.bind_integer(most);
  const auto ids =
      all_rows<std::string>(std::move(next), [](Statement& row) -> absl::StatusOr<std::string> { return row.text(0); });
  if (!ids.ok()) return ids.status();
  for (const std::string& id : *ids) {
    const absl::StatusOr<CallRecord> call = read_call(connection, id);
    if (!call.ok()) return call.status();
    absl::Status status = count_call(connection, *call, team_of);
    if (status.ok()) status = count_turns_of(connection, id);
    if (status.ok()) status = count_cards_of(connection, id);
    if (!status.ok()) return status;
  }
  const int count = static_cast<int>(ids->size());
  absl::Status status =
      connection.prepare("UPDATE report_fill SET last_call = ?, calls_left = ?, counted = counted + ?")
          .bind_text(ids->empty() ? "" : ids->back())
          .bind_integer(count == most ? 1 : 0)
          .bind_integer(count)
          .run();
  if (!status.ok()) return status;
  return count;
}

absl::Status count_customers_after(Connection& connection, int most) {
  Statement next = connection.prepare(
      "SELECT body, id FROM customer WHERE id > (SELECT last_customer FROM report_fill) ORDER BY id LIMIT ?");
  next.bind_integer(most);
  const auto customers =
      all_rows<domain::Customer>(std::move(next), [](Statement& row) { return wire::decode_customer(row.bytes(0)); });
  if (!customers.ok()) return customers.status();
  for (const domain::Customer& customer : *customers) {
    if (absl::Status status = count_promises(connection, customer); !status.ok()) return status;
  }
  const auto count = static_cast<std::int64_t>(customers->size());
  return connection.prepare("UPDATE report_fill SET last_customer = ?, customers_left = ?, counted = counted + ?")
      .bind_text(customers->empty() ? "" : customers->back().external_id)
      .bind_integer(count == most ? 1 : 0)
      .bind_integer(count)
      .run();
}

}  // namespace

absl::Status count_turn(Connection& connection, const TurnRecord& turn) {
  if (turn.speaker != domain::Speaker::kCustomer || !turn.sentiment) return absl::OkStatus();
  if (absl::Status status = add_turn(connection, turn); !status.ok()) return status;
  return settle_cards(connection, turn.call_id, turn.said);
}

absl::Status count_card(Connection& connection, const CardRecord& card) {
  const absl::StatusOr<std::int64_t> row = connection.ask("SELECT last_insert_rowid()");
  if (!row.ok()) return row.status();
  absl::Status status = insert_card(connection, *row, card);
  if (status.ok() && !card.held_back) status = settle_cards(connection, card.card.call_id, card.card.shown);
  return status;
}

absl::Status count_card_answer(Connection& connection, const std::string& agent_id, const std::string& card_id,
                               domain::CardAnswer answer) {
  return connection
      .prepare(
          "UPDATE report_card SET used = ? WHERE seq IN"
          " (SELECT seq FROM card WHERE agent = ? AND id = ? AND held_back IS NULL)")
      .bind_integer(answer == domain::CardAnswer::kUsed ? 1 : 0)
      .bind_text(agent_id)
      .bind_text(card_id)
      .run();
}

absl::Status count_why(Connection& connection, const std::string& call_id, const std::string& why_id) {
  return connection
      .prepare("INSERT INTO report_call (call, why) VALUES (?, ?) ON CONFLICT (call) DO UPDATE SET why = excluded.why")
      .bind_text(call_id)
      .bind_text(why_id)
      .run();
}

absl::Status count_promises(Connection& connection, const domain::Customer& customer) {
  absl::Status status =
      connection.prepare("DELETE FROM report_promise WHERE customer = ?").bind_text(customer.external_id).run();
  int place = 0;
  for (const domain::JourneyStep& step : customer.journey) {
    if (!status.ok()) return status;
    if (!step.promise) continue;
    status = connection.prepare("INSERT INTO report_promise (customer, place, day, due, state) VALUES (?, ?, ?, ?, ?)")
                 .bind_text(customer.external_id)
                 .bind_integer(place++)
                 .bind_integer(step.day - kDayZero)
                 .bind_time(step.promise->due.value_or(absl::InfinitePast()))
                 .bind_integer(wire::to_proto(step.promise->state))
                 .run();
  }
  return status;
}

absl::StatusOr<Counting> count_stored(Connection& connection, const TeamOf& team_of, int most) {
  const absl::StatusOr<Counting> before = read_counting(connection);
  if (!before.ok() || before->done) return before;
  const absl::StatusOr<std::int64_t> calls_left = connection.ask("SELECT calls_left FROM report_fill");
  if (!calls_left.ok()) return calls_left.status();
  if (*calls_left != 0) {
    if (const auto counted = count_calls_after(connection, team_of, most); !counted.ok()) return counted.status();
  } else if (absl::Status status = count_customers_after(connection, most); !status.ok()) {
    return status;
  }
  return read_counting(connection);
}

}  // namespace aandacht::store::sqlite
