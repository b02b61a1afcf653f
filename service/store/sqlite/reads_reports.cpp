// What was counted for reports, and calls in the order of time for exports.
#include "service/store/sqlite/failure.h"
#include "service/store/sqlite/reads.h"
#include "service/store/sqlite/rows.h"
#include "shared/wire/enums.h"

namespace aandacht::store::sqlite {
namespace {

constexpr absl::Duration kHour = absl::Hours(1);

absl::Time hour_at(std::int64_t hour) { return absl::UnixEpoch() + hour * kHour; }

// Hours that begin in the span; the ends of time are far outside of what was ever counted.
std::int64_t first_hour(absl::Time from) {
  if (from == absl::InfinitePast()) return 0;
  if (from == absl::InfiniteFuture()) return std::int64_t{1} << 40;
  absl::Duration rest;
  const std::int64_t whole = absl::IDivDuration(from - absl::UnixEpoch(), kHour, &rest);
  return whole + (rest > absl::ZeroDuration() ? 1 : 0);
}

/// Steps through all rows and tells each.
template <typename Row, typename Read>
absl::Status tell_rows(Statement statement, Read read, const std::function<void(const Row&)>& tell) {
  for (;;) {
    const absl::StatusOr<bool> more = statement.step();
    if (!more.ok()) return more.status();
    if (!*more) return absl::OkStatus();
    tell(read(statement));
  }
}

domain::Grade grade(const Statement& row, int column) {
  return wire::from_proto(static_cast<v1::Grade>(row.integer(column))).value_or(domain::Grade::kUnknown);
}

domain::ThreeEs three_es(const Statement& row, int column) {
  return {grade(row, column), grade(row, column + 1), grade(row, column + 2)};
}

std::optional<double> score(const Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return row.real(column);
}

}  // namespace

absl::Status tell_sentiment_hours(Connection& connection, absl::Time from, absl::Time before,
                                  const std::function<void(const SentimentHour&)>& tell) {
  Statement statement = connection.prepare(
      "SELECT h.hour, c.team, c.queue, c.why, h.turns, h.score_sum, h.negative, h.neutral, h.positive"
      " FROM report_hour h JOIN report_call c ON c.seq = h.call WHERE h.hour >= ? AND h.hour < ? ORDER BY h.hour");
  statement.bind_integer(first_hour(from)).bind_integer(first_hour(before));
  return tell_rows<SentimentHour>(
      std::move(statement),
      [](Statement& row) {
        const auto count = [&](int column) { return static_cast<int>(row.integer(column)); };
        return SentimentHour{hour_at(row.integer(0)),
                             row.text(1),
                             row.text(2),
                             row.text(3),
                             count(4),
                             row.real(5),
                             count(6),
                             count(7),
                             count(8)};
      },
      tell);
}

absl::Status tell_counted_calls(Connection& connection, absl::Time from, absl::Time before,
                                const std::function<void(const CountedCall&)>& tell) {
  Statement statement = connection.prepare(
      "SELECT c.hour, c.call, c.agent, c.team, c.queue, c.why, c.scored, c.score_start, c.score_end, c.score_lowest,"
      " c.promises, c.dated, c.effectiveness, c.ease, c.emotion, coalesce(s.effectiveness, 0), coalesce(s.ease, 0),"
      " coalesce(s.emotion, 0) FROM report_call c LEFT JOIN survey s ON s.call = c.call"
      " WHERE c.hour >= ? AND c.hour < ? ORDER BY c.hour");
  statement.bind_integer(first_hour(from)).bind_integer(first_hour(before));
  return tell_rows<CountedCall>(
      std::move(statement),
      [](Statement& row) {
        const absl::Time hour = hour_at(row.integer(0));
        CallCount count{row.text(1),
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        hour,
                        static_cast<int>(row.integer(6)),
                        row.real(7),
                        row.real(8),
                        row.real(9),
                        static_cast<int>(row.integer(10)),
                        static_cast<int>(row.integer(11)),
                        three_es(row, 12)};
        return CountedCall{hour, row.text(5), std::move(count), three_es(row, 15)};
      },
      tell);
}

absl::Status tell_counted_cards(Connection& connection, absl::Time from, absl::Time before,
                                const std::function<void(const CountedCard&)>& tell) {
  Statement statement = connection.prepare(
      "SELECT k.hour, c.team, c.agent, k.kind, k.used, k.score_before, k.score_after FROM report_card k"
      " JOIN report_call c ON c.call = k.call WHERE k.hour >= ? AND k.hour < ? ORDER BY k.hour");
  statement.bind_integer(first_hour(from)).bind_integer(first_hour(before));
  return tell_rows<CountedCard>(
      std::move(statement),
      [](Statement& row) {
        const auto kind = wire::from_proto(static_cast<v1::CardKind>(row.integer(3)));
        return CountedCard{hour_at(row.integer(0)), row.text(1),   row.text(2),  kind.value_or(domain::CardKind::kWe),
                           row.integer(4) != 0,     score(row, 5), score(row, 6)};
      },
      tell);
}

absl::Status tell_counted_promises(Connection& connection, const std::function<void(const CountedPromise&)>& tell) {
  return tell_rows<CountedPromise>(
      connection.prepare("SELECT day, due, state FROM report_promise"),
      [](Statement& row) {
        CountedPromise promise{kDayZero + row.integer(0), std::nullopt, domain::PromiseState::kOpen};
        if (!row.is_null(1)) promise.due = row.time(1);
        promise.state =
            wire::from_proto(static_cast<v1::PromiseState>(row.integer(2))).value_or(domain::PromiseState::kOpen);
        return promise;
      },
      tell);
}

absl::StatusOr<Counting> read_counting(Connection& connection) {
  Statement statement =
      connection.prepare("SELECT counted, total, calls_left = 0 AND customers_left = 0 FROM report_fill");
  const absl::StatusOr<bool> row = statement.step();
  if (!row.ok()) return row.status();
  if (!*row) return Counting{};
  return Counting{statement.integer(0), statement.integer(1), statement.integer(2) != 0};
}

absl::StatusOr<std::vector<AgentOfTeam>> read_agents_between(Connection& connection, absl::Time from,
                                                             absl::Time before) {
  Statement statement = connection.prepare(
      "SELECT DISTINCT c.agent, coalesce(r.team, '') FROM call c LEFT JOIN report_call r ON r.call = c.id"
      " WHERE c.began >= ? AND c.began < ? ORDER BY 1, 2");
  statement.bind_integer(absl::ToUnixNanos(from)).bind_integer(absl::ToUnixNanos(before));
  return all_rows<AgentOfTeam>(std::move(statement), [](Statement& row) -> absl::StatusOr<AgentOfTeam> {
    return AgentOfTeam{row.text(0), row.text(1)};
  });
}

absl::StatusOr<Page<CallOfTeam>> read_calls_between(Connection& connection, absl::Time from, absl::Time before,
                                                    int page_size, const std::string& page_token) {
  constexpr std::string_view kList = "calls by time";
  const absl::StatusOr<int> size = page_size_of(page_size);
  if (!size.ok()) return size.status();
  const absl::StatusOr<PageKey> start = page_start(kList, page_token, {absl::ToUnixNanos(from), ""});
  if (!start.ok()) return start.status();
  Statement statement = connection.prepare(
      "SELECT c.id, c.began, coalesce(r.team, ''), coalesce(r.why, '') FROM call c"
      " LEFT JOIN report_call r ON r.call = c.id"
      " WHERE (c.began, c.id) > (?, ?) AND c.began < ? ORDER BY c.began, c.id LIMIT ?");
  statement.bind_integer(start->number)
      .bind_text(start->text)
      .bind_integer(absl::ToUnixNanos(before))
      .bind_integer(*size + 1);
  using Row = std::pair<CallOfTeam, PageKey>;
  auto rows = all_rows<Row>(std::move(statement), [&](Statement& row) -> absl::StatusOr<Row> {
    absl::StatusOr<CallRecord> call = read_call(connection, row.text(0));
    if (!call.ok()) return call.status();
    PageKey key{row.integer(1), call->call_id};
    return Row{CallOfTeam{*std::move(call), row.text(2), row.text(3)}, std::move(key)};
  });
  if (!rows.ok()) return rows.status();
  return to_page(*std::move(rows), *size, kList);
}

absl::StatusOr<bool> knows_step(Connection& connection, const std::string& external_id, const std::string& step_id) {
  Statement statement = connection.prepare("SELECT 1 FROM journey_step WHERE customer = ? AND id = ?");
  statement.bind_text(external_id).bind_text(step_id);
  return statement.step();
}

}  // namespace aandacht::store::sqlite
