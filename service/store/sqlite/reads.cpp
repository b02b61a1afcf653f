// Desks and the log of their events.
#include "service/store/sqlite/reads.h"

#include <algorithm>

#include "service/store/sqlite/failure.h"
#include "service/store/sqlite/rows.h"
#include "shared/wire/encoding.h"

namespace aandacht::store::sqlite {

absl::StatusOr<bool> knows_event(Connection& connection, const std::string& id) {
  Statement statement = connection.prepare(
      "SELECT EXISTS (SELECT 1 FROM event WHERE id = ?1) OR EXISTS (SELECT 1 FROM request WHERE id = ?1)"
      " OR EXISTS (SELECT 1 FROM turn WHERE id = ?1)");
  const absl::StatusOr<bool> row = statement.bind_text(id).step();
  if (!row.ok()) return row.status();
  return statement.integer(0) != 0;
}

absl::StatusOr<std::optional<domain::Desk>> read_desk(Connection& connection, const std::string& agent_id) {
  Statement statement = connection.prepare("SELECT body FROM desk WHERE agent = ?");
  const absl::StatusOr<bool> row = statement.bind_text(agent_id).step();
  if (!row.ok()) return row.status();
  if (!*row) return std::nullopt;
  absl::StatusOr<domain::Desk> desk = wire::decode_desk(statement.bytes(0));
  if (!desk.ok()) return unreadable("desk", agent_id, desk.status());
  return *std::move(desk);
}

absl::StatusOr<std::vector<std::string>> read_agents(Connection& connection) {
  return all_rows<std::string>(connection.prepare("SELECT agent FROM desk ORDER BY agent"),
                               [](Statement& row) -> absl::StatusOr<std::string> { return row.text(0); });
}

absl::StatusOr<std::vector<domain::Event>> read_events(Connection& connection, const std::string& agent_id,
                                                       std::int64_t after, int limit) {
  Statement statement = connection.prepare("SELECT body, id FROM event WHERE agent = ? ORDER BY seq LIMIT ? OFFSET ?");
  statement.bind_text(agent_id).bind_integer(std::max(limit, 0)).bind_integer(std::max<std::int64_t>(after, 0));
  return all_rows<domain::Event>(std::move(statement), [](Statement& row) -> absl::StatusOr<domain::Event> {
    absl::StatusOr<domain::Event> event = wire::decode_event(row.bytes(0));
    if (!event.ok()) return unreadable("event", row.text(1), event.status());
    return event;
  });
}

}  // namespace aandacht::store::sqlite
