// The log of all desks in the order in which it was written.
#include "service/store/sqlite/failure.h"
#include "service/store/sqlite/reads.h"
#include "service/store/sqlite/rows.h"
#include "shared/wire/encoding.h"

namespace aandacht::store::sqlite {
namespace {

/// The first event at this place or after it: its time, which is NULL when unknown; absent: there is none.
absl::StatusOr<std::optional<absl::Time>> time_at(Connection& connection, std::int64_t place) {
  Statement statement = connection.prepare("SELECT at FROM event WHERE seq >= ? ORDER BY seq LIMIT 1");
  const absl::StatusOr<bool> row = statement.bind_integer(place).step();
  if (!row.ok()) return row.status();
  if (!*row) return std::nullopt;
  return statement.time(0);
}

}  // namespace

absl::StatusOr<LogSpan> read_log_span(Connection& connection, absl::Time from) {
  const absl::StatusOr<std::int64_t> last = connection.ask("SELECT coalesce(max(seq), 0) FROM event");
  if (!last.ok()) return last.status();
  std::int64_t low = 0;
  std::int64_t high = *last + 1;
  while (high - low > 1) {
    const std::int64_t middle = low + (high - low) / 2;
    const auto time = time_at(connection, middle);
    if (!time.ok()) return time.status();
    (*time && **time < from ? low : high) = middle;
  }
  return LogSpan{low, *last};
}

absl::StatusOr<LogPage> read_log(Connection& connection, std::int64_t after, int limit) {
  Statement statement = connection.prepare(
      "SELECT seq, agent, body FROM event WHERE seq > ? AND own IS NOT 1 AND own IS NOT 2 ORDER BY seq LIMIT ?");
  statement.bind_integer(after).bind_integer(limit);
  auto rows = all_rows<LoggedEvent>(std::move(statement), [](Statement& row) -> absl::StatusOr<LoggedEvent> {
    absl::StatusOr<domain::Event> event = wire::decode_event(row.bytes(2));
    if (!event.ok()) return unreadable("event", row.text(0), event.status());
    return LoggedEvent{row.integer(0), row.text(1), *std::move(event)};
  });
  if (!rows.ok()) return rows.status();
  LogPage page;
  if (!rows->empty()) page.last = rows->back().place;
  std::erase_if(*rows, [](const LoggedEvent& each) { return ownership(each.event) != 0; });
  page.events = *std::move(rows);
  return page;
}

}  // namespace aandacht::store::sqlite
