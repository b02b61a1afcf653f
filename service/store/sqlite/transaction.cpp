#include "service/store/sqlite/transaction.h"

#include "absl/status/status.h"
#include "service/store/sqlite/report_counts.h"
#include "service/store/sqlite/statement.h"
#include "shared/wire/encoding.h"
#include "shared/wire/enums.h"

namespace aandacht::store::sqlite {
namespace {

absl::Status taken(const std::string& id) {
  return absl::AlreadyExistsError("the id \"" + id + "\" was committed before");
}

absl::StatusOr<bool> exists(Statement statement) { return statement.step(); }

// When the call began, as far as is known; the order of the list of calls.
absl::Time began(const CallRecord& call) {
  for (const absl::Time time : {call.rang, call.answered, call.ended}) {
    if (time != absl::InfinitePast() && time != absl::InfiniteFuture()) return time;
  }
  return absl::UnixEpoch();
}

}  // namespace

absl::Status WriteTransaction::append_event(const std::string& agent_id, const domain::Event& event) {
  const absl::StatusOr<bool> requested =
      exists(std::move(connection_.prepare("SELECT 1 FROM request WHERE id = ?").bind_text(event.id)));
  if (!requested.ok()) return requested.status();
  if (*requested) return taken(event.id);
  const absl::Status status = connection_.prepare("INSERT INTO event (id, agent, at, body, own) VALUES (?, ?, ?, ?, ?)")
                                  .bind_text(event.id)
                                  .bind_text(agent_id)
                                  .bind_time(event.time)
                                  .bind_blob(wire::encode(event))
                                  .bind_integer(ownership(event))
                                  .run();
  return absl::IsAlreadyExists(status) ? taken(event.id) : status;
}

absl::Status WriteTransaction::note_request(const std::string& id, absl::Time at) {
  const absl::StatusOr<bool> happened =
      exists(std::move(connection_.prepare("SELECT 1 FROM event WHERE id = ?").bind_text(id)));
  if (!happened.ok()) return happened.status();
  if (*happened) return taken(id);
  const absl::Status status =
      connection_.prepare("INSERT INTO request (id, at) VALUES (?, ?)").bind_text(id).bind_time(at).run();
  return absl::IsAlreadyExists(status) ? taken(id) : status;
}

absl::Status WriteTransaction::save_desk(const domain::Desk& desk) {
  return connection_.prepare("INSERT OR REPLACE INTO desk (agent, version, at, body) VALUES (?, ?, ?, ?)")
      .bind_text(desk.agent_id)
      .bind_integer(desk.version)
      .bind_time(desk.time)
      .bind_blob(wire::encode(desk))
      .run();
}

absl::Status WriteTransaction::save_call(const CallRecord& call) {
  return connection_
      .prepare(
          "INSERT OR REPLACE INTO call (id, agent, state, began, rang, answered, ended, number, customer, queue, turns,"
          " sentiment, freed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .bind_text(call.call_id)
      .bind_text(call.agent_id)
      .bind_integer(wire::to_proto(call.state))
      .bind_time(began(call))
      .bind_time(call.rang)
      .bind_time(call.answered)
      .bind_time(call.ended)
      .bind_text(call.from)
      .bind_text(call.customer_id)
      .bind_text(call.queue)
      .bind_integer(call.turns)
      .bind_blob(wire::encode(call.sentiment))
      .bind_time(call.freed)
      .run();
}

absl::Status WriteTransaction::append_turn(const TurnRecord& turn) {
  Statement statement = connection_.prepare(
      "INSERT INTO turn (id, call, said, speaker, language, text, sentiment, score) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  statement.bind_text(turn.utterance_id)
      .bind_text(turn.call_id)
      .bind_integer(absl::ToUnixNanos(turn.said))
      .bind_integer(wire::to_proto(turn.speaker))
      .bind_text(turn.language)
      .bind_text(turn.text);
  const bool scored = turn.sentiment.has_value();
  scored ? statement.bind_blob(wire::encode(*turn.sentiment)) : statement.bind_null();
  scored&& turn.speaker == domain::Speaker::kCustomer ? statement.bind_real(turn.sentiment->score)
                                                      : statement.bind_null();
  const absl::Status status = statement.run();
  if (absl::IsAlreadyExists(status)) return taken(turn.utterance_id);
  return status.ok() ? count_turn(connection_, turn) : status;
}

absl::Status WriteTransaction::append_card(const CardRecord& card, const std::string& agent_id) {
  Statement statement =
      connection_.prepare("INSERT INTO card (agent, id, call, body, held_back, answer) VALUES (?, ?, ?, ?, ?, ?)");
  statement.bind_text(agent_id).bind_text(card.card.id).bind_text(card.card.call_id).bind_blob(wire::encode(card.card));
  card.held_back ? statement.bind_integer(wire::to_proto(*card.held_back)) : statement.bind_null();
  card.answer ? statement.bind_integer(wire::to_proto(*card.answer)) : statement.bind_null();
  const absl::Status status = statement.run();
  return status.ok() ? count_card(connection_, card) : status;
}

absl::Status WriteTransaction::answer_card(const std::string& agent_id, const std::string& card_id,
                                           domain::CardAnswer answer) {
  // A card that waited is on record twice; only where it was shown can it be answered.
  const absl::Status status =
      connection_.prepare("UPDATE card SET answer = ? WHERE agent = ? AND id = ? AND held_back IS NULL")
          .bind_integer(wire::to_proto(answer))
          .bind_text(agent_id)
          .bind_text(card_id)
          .run();
  if (!status.ok()) return status;
  if (connection_.changes() > 0) return count_card_answer(connection_, agent_id, card_id, answer);
  return absl::NotFoundError("the desk of \"" + agent_id + "\" never showed the card \"" + card_id + "\"");
}

absl::Status WriteTransaction::save_customer(const domain::Customer& customer) {
  absl::Status status = connection_
                            .prepare(
                                "INSERT INTO customer (id, body) VALUES (?, ?)"
                                " ON CONFLICT (id) DO UPDATE SET body = excluded.body")
                            .bind_text(customer.external_id)
                            .bind_blob(wire::encode(customer))
                            .run();
  if (!status.ok()) return status;
  status = connection_.prepare("DELETE FROM customer_phone WHERE customer = ?").bind_text(customer.external_id).run();
  for (const std::string& phone : customer.phones) {
    if (!status.ok()) return status;
    status = connection_.prepare("INSERT INTO customer_phone (phone, customer) VALUES (?, ?)")
                 .bind_text(phone)
                 .bind_text(customer.external_id)
                 .run();
  }
  return status.ok() ? count_promises(connection_, customer) : status;
}

absl::Status WriteTransaction::save_why(const domain::Why& why) {
  return connection_.prepare("INSERT OR REPLACE INTO why (id, body) VALUES (?, ?)")
      .bind_text(why.id)
      .bind_blob(wire::encode(why))
      .run();
}

}  // namespace aandacht::store::sqlite
