// Calls, their turns and cards.
#include <limits>

#include "absl/status/status.h"
#include "service/store/sqlite/failure.h"
#include "service/store/sqlite/reads.h"
#include "service/store/sqlite/rows.h"
#include "shared/wire/encoding.h"
#include "shared/wire/enums.h"

namespace aandacht::store::sqlite {
namespace {

constexpr const char* kCallColumns =
    "SELECT id, agent, state, number, customer, queue, rang, answered, ended, turns, sentiment, began, freed FROM "
    "call ";
constexpr int kBeganColumn = 11;

// What a column holds in the numbers of the contracts, which never change their meaning.
template <typename Wire>
auto enumeration(const Statement& row, int column) {
  return wire::from_proto(static_cast<Wire>(row.integer(column)));
}

absl::StatusOr<CallRecord> to_call(const Statement& row) {
  CallRecord call;
  call.call_id = row.text(0);
  call.agent_id = row.text(1);
  const auto state = enumeration<v1::CallState>(row, 2);
  if (!state) return unreadable("call", call.call_id, absl::InternalError("its state is not known"));
  call.state = *state;
  call.from = row.text(3);
  call.customer_id = row.text(4);
  call.queue = row.text(5);
  call.rang = row.time(6);
  call.answered = row.time(7);
  call.ended = row.time(8);
  call.turns = static_cast<int>(row.integer(9));
  absl::StatusOr<domain::CallSentiment> sentiment = wire::decode_call_sentiment(row.bytes(10));
  if (!sentiment.ok()) return unreadable("call", call.call_id, sentiment.status());
  call.sentiment = *std::move(sentiment);
  call.freed = row.time(12);
  return call;
}

absl::StatusOr<TurnRecord> to_turn(const Statement& row) {
  TurnRecord turn;
  turn.utterance_id = row.text(0);
  turn.call_id = row.text(1);
  const auto speaker = enumeration<v1::Speaker>(row, 2);
  if (!speaker) return unreadable("turn", turn.utterance_id, absl::InternalError("its speaker is not known"));
  turn.speaker = *speaker;
  turn.language = row.text(3);
  turn.text = row.text(4);
  turn.said = absl::FromUnixNanos(row.integer(5));
  if (row.is_null(6)) return turn;
  absl::StatusOr<domain::Sentiment> sentiment = wire::decode_sentiment(row.bytes(6));
  if (!sentiment.ok()) return unreadable("turn", turn.utterance_id, sentiment.status());
  turn.sentiment = *std::move(sentiment);
  return turn;
}

absl::StatusOr<CardRecord> to_card(const Statement& row) {
  absl::StatusOr<domain::Card> card = wire::decode_card(row.bytes(0));
  if (!card.ok()) return unreadable("card", row.text(3), card.status());
  CardRecord record{*std::move(card), std::nullopt, std::nullopt};
  if (!row.is_null(1)) record.held_back = enumeration<v1::HoldBackReason>(row, 1);
  if (!row.is_null(2)) record.answer = enumeration<v1::CardAnswer>(row, 2);
  if (record.held_back.has_value() == row.is_null(1) || record.answer.has_value() == row.is_null(2)) {
    return unreadable("card", row.text(3), absl::InternalError("its reason or answer is not known"));
  }
  return record;
}

}  // namespace

absl::StatusOr<CallRecord> read_call(Connection& connection, const std::string& call_id) {
  static const std::string kSql = std::string(kCallColumns) + "WHERE id = ?";
  Statement statement = connection.prepare(kSql);
  const absl::StatusOr<bool> row = statement.bind_text(call_id).step();
  if (!row.ok()) return row.status();
  if (!*row) return absl::NotFoundError("there is no call \"" + call_id + "\"");
  return to_call(statement);
}

absl::StatusOr<Page<CallRecord>> read_calls(Connection& connection, const std::string& agent_id, int page_size,
                                            const std::string& page_token) {
  static const std::string kOfAll =
      std::string(kCallColumns) + "WHERE (began, id) < (?, ?) ORDER BY began DESC, id DESC LIMIT ?";
  static const std::string kOfAgent =
      std::string(kCallColumns) + "WHERE agent = ? AND (began, id) < (?, ?) ORDER BY began DESC, id DESC LIMIT ?";
  const std::string list = "calls of " + agent_id;
  const absl::StatusOr<int> size = page_size_of(page_size);
  if (!size.ok()) return size.status();
  // 0xFF is above every byte of UTF-8, so the first page begins above every id.
  const absl::StatusOr<PageKey> start =
      page_start(list, page_token, {std::numeric_limits<std::int64_t>::max(), "\xFF"});
  if (!start.ok()) return start.status();
  Statement statement = connection.prepare(agent_id.empty() ? kOfAll : kOfAgent);
  if (!agent_id.empty()) statement.bind_text(agent_id);
  statement.bind_integer(start->number).bind_text(start->text).bind_integer(*size + 1);
  using Row = std::pair<CallRecord, PageKey>;
  auto rows = all_rows<Row>(std::move(statement), [](Statement& row) -> absl::StatusOr<Row> {
    absl::StatusOr<CallRecord> call = to_call(row);
    if (!call.ok()) return call.status();
    PageKey key{row.integer(kBeganColumn), call->call_id};
    return Row{*std::move(call), std::move(key)};
  });
  if (!rows.ok()) return rows.status();
  return to_page(*std::move(rows), *size, list);
}

absl::StatusOr<std::vector<CallRecord>> read_answered_calls(Connection& connection, const std::string& agent_id,
                                                            absl::Time from, absl::Time before) {
  static const std::string kAnswered =
      std::string(kCallColumns) +
      "WHERE agent = ? AND began >= ? AND began < ? AND answered >= ? AND answered < ? ORDER BY answered, id";
  constexpr absl::Duration kLongestRinging = absl::Hours(24);
  Statement statement = connection.prepare(kAnswered);
  statement.bind_text(agent_id).bind_time(from - kLongestRinging).bind_time(before).bind_time(from).bind_time(before);
  return all_rows<CallRecord>(std::move(statement), to_call);
}

absl::StatusOr<Page<TurnRecord>> read_turns(Connection& connection, const std::string& call_id, int page_size,
                                            const std::string& page_token) {
  const std::string list = "turns of " + call_id;
  const absl::StatusOr<int> size = page_size_of(page_size);
  if (!size.ok()) return size.status();
  const absl::StatusOr<PageKey> start = page_start(list, page_token, {std::numeric_limits<std::int64_t>::min(), "-1"});
  if (!start.ok()) return start.status();
  Statement statement = connection.prepare(
      "SELECT id, call, speaker, language, text, said, sentiment, seq FROM turn"
      " WHERE call = ? AND (said, seq) > (?, CAST(? AS INTEGER)) ORDER BY said, seq LIMIT ?");
  statement.bind_text(call_id).bind_integer(start->number).bind_text(start->text).bind_integer(*size + 1);
  using Row = std::pair<TurnRecord, PageKey>;
  auto rows = all_rows<Row>(std::move(statement), [](Statement& row) -> absl::StatusOr<Row> {
    absl::StatusOr<TurnRecord> turn = to_turn(row);
    if (!turn.ok()) return turn.status();
    return Row{*std::move(turn), PageKey{row.integer(5), row.text(7)}};
  });
  if (!rows.ok()) return rows.status();
  return to_page(*std::move(rows), *size, list);
}

absl::StatusOr<std::vector<TurnRecord>> read_last_turns(Connection& connection, const std::string& call_id, int most) {
  Statement statement = connection.prepare(
      "SELECT id, call, speaker, language, text, said, sentiment FROM turn"
      " WHERE call = ? ORDER BY said DESC, seq DESC LIMIT ?");
  statement.bind_text(call_id).bind_integer(most);
  return all_rows<TurnRecord>(std::move(statement), to_turn);
}

absl::StatusOr<std::vector<CardRecord>> read_cards(Connection& connection, const std::string& call_id) {
  Statement statement = connection.prepare("SELECT body, held_back, answer, id FROM card WHERE call = ? ORDER BY seq");
  statement.bind_text(call_id);
  return all_rows<CardRecord>(std::move(statement), to_card);
}

absl::StatusOr<Page<CardRecord>> read_answered_cards(Connection& connection, const std::string& agent_id, int page_size,
                                                     const std::string& page_token) {
  const std::string list = "cards answered by " + agent_id;
  const absl::StatusOr<int> size = page_size_of(page_size);
  if (!size.ok()) return size.status();
  const absl::StatusOr<PageKey> start = page_start(list, page_token, {0, ""});
  if (!start.ok()) return start.status();
  Statement statement = connection.prepare(
      "SELECT body, held_back, answer, id, seq FROM card WHERE agent = ? AND answer IS NOT NULL AND seq > ?"
      " ORDER BY seq LIMIT ?");
  statement.bind_text(agent_id).bind_integer(start->number).bind_integer(*size + 1);
  using Row = std::pair<CardRecord, PageKey>;
  auto rows = all_rows<Row>(std::move(statement), [](Statement& row) -> absl::StatusOr<Row> {
    absl::StatusOr<CardRecord> card = to_card(row);
    if (!card.ok()) return card.status();
    return Row{*std::move(card), PageKey{row.integer(4), ""}};
  });
  if (!rows.ok()) return rows.status();
  return to_page(*std::move(rows), *size, list);
}

}  // namespace aandacht::store::sqlite
