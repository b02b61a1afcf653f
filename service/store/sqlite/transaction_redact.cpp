// Words that turned out to be part of a number go wherever they were written.
#include "absl/status/status.h"
#include "service/store/sqlite/rows.h"
#include "service/store/sqlite/transaction.h"
#include "shared/base/utf8.h"
#include "shared/domain/card_forget.h"
#include "shared/domain/redaction_forget.h"
#include "shared/wire/encoding.h"

namespace aandacht::store::sqlite {
namespace {

absl::Status redact_event(Connection& connection, const domain::LateRedaction& late) {
  Statement stored = connection.prepare("SELECT body FROM event WHERE id = ?");
  stored.bind_text(late.utterance_id);
  const absl::StatusOr<bool> found = stored.step();
  if (!found.ok()) return found.status();
  if (!*found) return absl::OkStatus();
  absl::StatusOr<domain::Event> event = wire::decode_event(stored.bytes(0));
  if (!event.ok()) return event.status();
  if (auto* said = std::get_if<domain::UtteranceSaid>(&event->what)) domain::forget(*said, late);
  return connection.prepare("UPDATE event SET body = ? WHERE id = ?")
      .bind_blob(wire::encode(*event))
      .bind_text(late.utterance_id)
      .run();
}

absl::Status redact_cards(Connection& connection, const domain::LateRedaction& late) {
  using Row = std::pair<std::int64_t, domain::Card>;
  Statement stored = connection.prepare("SELECT seq, body FROM card WHERE call = (SELECT call FROM turn WHERE id = ?)");
  stored.bind_text(late.utterance_id);
  const auto rows = all_rows<Row>(std::move(stored), [](Statement& row) -> absl::StatusOr<Row> {
    absl::StatusOr<domain::Card> card = wire::decode_card(row.bytes(1));
    if (!card.ok()) return card.status();
    return Row{row.integer(0), *std::move(card)};
  });
  if (!rows.ok()) return rows.status();
  for (const auto& [seq, before] : *rows) {
    domain::Card card = before;
    domain::forget(card, late);
    if (card == before) continue;
    const absl::Status status = connection.prepare("UPDATE card SET body = ? WHERE seq = ?")
                                    .bind_blob(wire::encode(card))
                                    .bind_integer(seq)
                                    .run();
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

// Also when the desk no longer has the call.
absl::Status redact_question(Connection& connection, const domain::LateRedaction& late) {
  Statement stored =
      connection.prepare("SELECT seq, words FROM question WHERE call = (SELECT call FROM turn WHERE id = ?)");
  stored.bind_text(late.utterance_id);
  const absl::StatusOr<bool> found = stored.step();
  if (!found.ok()) return found.status();
  if (!*found) return absl::OkStatus();
  const std::string words = stored.text(1);
  const std::string& now = late.redacted.text;
  if (late.before.find(words) == std::string::npos || now.find(words) != std::string::npos) return absl::OkStatus();
  return connection.prepare("UPDATE question SET words = ? WHERE seq = ?")
      .bind_text(base::truncate_utf8(now, words.size()))
      .bind_integer(stored.integer(0))
      .run();
}

absl::Status redact_alerts(Connection& connection, const domain::LateRedaction& late) {
  using Row = std::pair<std::int64_t, std::string>;
  Statement stored = connection.prepare("SELECT seq, words FROM alert WHERE utterance = ? AND utterance <> ''");
  stored.bind_text(late.utterance_id);
  const auto rows = all_rows<Row>(std::move(stored), [](Statement& row) -> absl::StatusOr<Row> {
    return Row{row.integer(0), row.text(1)};
  });
  if (!rows.ok()) return rows.status();
  const std::string& now = late.redacted.text;
  for (const auto& [seq, words] : *rows) {
    if (now.find(words) != std::string::npos) continue;
    const absl::Status status = connection.prepare("UPDATE alert SET words = ? WHERE seq = ?")
                                    .bind_text(base::truncate_utf8(now, words.size()))
                                    .bind_integer(seq)
                                    .run();
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status WriteTransaction::redact_turn(const domain::LateRedaction& late) {
  const std::string& id = late.utterance_id;
  absl::Status status =
      connection_.prepare("UPDATE turn SET text = ? WHERE id = ?").bind_text(late.redacted.text).bind_text(id).run();
  if (!status.ok()) return status;
  if (connection_.changes() == 0) return absl::NotFoundError("there is no turn \"" + id + "\"");
  redacted_ = true;
  if (status = redact_event(connection_, late); !status.ok()) return status;
  if (status = redact_cards(connection_, late); !status.ok()) return status;
  if (status = redact_alerts(connection_, late); !status.ok()) return status;
  return redact_question(connection_, late);
}

}  // namespace aandacht::store::sqlite
