// Alert rules, and what they said.
#include "shared/wire/alerts.h"
#include "absl/status/status.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "service/store/sqlite/failure.h"
#include "service/store/sqlite/reads.h"
#include "service/store/sqlite/rows.h"
#include "service/store/sqlite/transaction.h"

namespace aandacht::store::sqlite {
namespace {

constexpr std::string_view kRuleList = "alert rules";
constexpr const char* kAlertColumns =
    "SELECT id, rule, rule_name, kind, agent, call, at, time, cause, utterance, words, matched, count, span, about,"
    " stage, handled_by, handled, snoozed_until, snoozed_by, call_ended, score FROM alert ";

absl::StatusOr<domain::AlertRule> to_rule(const Statement& row) {
  absl::StatusOr<domain::AlertRule> rule = wire::decode_alert_rule(row.bytes(3));
  if (!rule.ok()) return unreadable("alert rule", row.text(0), rule.status());
  rule->owner_id = row.text(1);
  rule->led = absl::StrSplit(row.text(2), '\n', absl::SkipEmpty());
  return rule;
}

absl::StatusOr<domain::Alert> to_alert(const Statement& row) {
  domain::Alert alert;
  domain::AlertFinding& finding = alert.finding;
  alert.id = row.text(0);
  const auto kind = wire::from_proto(static_cast<v1::AlertKind>(row.integer(3)));
  const auto stage = wire::from_proto(static_cast<v1::AlertState>(row.integer(15)));
  if (!kind || !stage) return unreadable("alert", alert.id, absl::InternalError("its kind or stage is not known"));
  finding.rule_id = row.text(1);
  finding.rule_name = row.text(2);
  finding.kind = *kind;
  finding.agent_id = row.text(4);
  finding.call_id = row.text(5);
  finding.at = row.time(6);
  finding.time = row.time(7);
  finding.cause = row.text(8);
  finding.utterance_id = row.text(9);
  finding.words = row.text(10);
  finding.matched = row.text(11);
  finding.count = static_cast<int>(row.integer(12));
  finding.span = absl::Nanoseconds(row.integer(13));
  finding.about = row.text(14);
  alert.stage = *stage;
  alert.handled_by = row.text(16);
  alert.handled = row.time(17);
  alert.snoozed_until = row.time(18);
  alert.snoozed_by = row.text(19);
  alert.call_ended = row.time(20);
  finding.score = row.real(21);
  return alert;
}

}  // namespace

absl::StatusOr<domain::AlertRule> read_alert_rule(Connection& connection, const std::string& id) {
  Statement statement = connection.prepare("SELECT id, owner, led, body FROM alert_rule WHERE id = ?");
  const absl::StatusOr<bool> row = statement.bind_text(id).step();
  if (!row.ok()) return row.status();
  if (!*row) return absl::NotFoundError("there is no alert rule \"" + id + "\"");
  return to_rule(statement);
}

absl::StatusOr<Page<domain::AlertRule>> read_alert_rules(Connection& connection, int page_size,
                                                         const std::string& page_token) {
  const absl::StatusOr<int> size = page_size_of(page_size);
  if (!size.ok()) return size.status();
  const absl::StatusOr<PageKey> start = page_start(kRuleList, page_token, {0, ""});
  if (!start.ok()) return start.status();
  Statement statement =
      connection.prepare("SELECT id, owner, led, body FROM alert_rule WHERE id > ? ORDER BY id LIMIT ?");
  statement.bind_text(start->text).bind_integer(*size + 1);
  using Row = std::pair<domain::AlertRule, PageKey>;
  auto rows = all_rows<Row>(std::move(statement), [](Statement& row) -> absl::StatusOr<Row> {
    absl::StatusOr<domain::AlertRule> rule = to_rule(row);
    if (!rule.ok()) return rule.status();
    PageKey key{0, rule->id};
    return Row{*std::move(rule), std::move(key)};
  });
  if (!rows.ok()) return rows.status();
  return to_page(*std::move(rows), *size, kRuleList);
}

absl::StatusOr<domain::Alert> read_alert(Connection& connection, const std::string& id) {
  static const std::string kSql = std::string(kAlertColumns) + "WHERE id = ?";
  Statement statement = connection.prepare(kSql);
  const absl::StatusOr<bool> row = statement.bind_text(id).step();
  if (!row.ok()) return row.status();
  if (!*row) return absl::NotFoundError("there is no alert \"" + id + "\"");
  return to_alert(statement);
}

absl::StatusOr<std::vector<domain::Alert>> read_alerts(Connection& connection, absl::Time from, int limit) {
  static const std::string kSql = std::string(kAlertColumns) + "WHERE time >= ? ORDER BY time DESC, seq DESC LIMIT ?";
  Statement statement = connection.prepare(kSql);
  statement.bind_integer(absl::ToUnixNanos(from)).bind_integer(limit);
  return all_rows<domain::Alert>(std::move(statement), to_alert);
}

absl::StatusOr<std::vector<domain::Alert>> read_alerts_of_call(Connection& connection, const std::string& call_id) {
  static const std::string kSql = std::string(kAlertColumns) + "WHERE call = ? ORDER BY seq";
  Statement statement = connection.prepare(kSql);
  statement.bind_text(call_id);
  return all_rows<domain::Alert>(std::move(statement), to_alert);
}

absl::StatusOr<std::string> read_turn_text(Connection& connection, const std::string& utterance_id) {
  Statement statement = connection.prepare("SELECT text FROM turn WHERE id = ?");
  const absl::StatusOr<bool> row = statement.bind_text(utterance_id).step();
  if (!row.ok()) return row.status();
  if (!*row) return absl::NotFoundError("there is no turn \"" + utterance_id + "\"");
  return statement.text(0);
}

absl::Status WriteTransaction::save_alert_rule(const domain::AlertRule& rule) {
  return connection_.prepare("INSERT OR REPLACE INTO alert_rule (id, owner, led, body) VALUES (?, ?, ?, ?)")
      .bind_text(rule.id)
      .bind_text(rule.owner_id)
      .bind_text(absl::StrJoin(rule.led, "\n"))
      .bind_blob(wire::encode(rule))
      .run();
}

absl::Status WriteTransaction::remove_alert_rule(const std::string& id) {
  absl::Status status = connection_.prepare("DELETE FROM alert_rule WHERE id = ?").bind_text(id).run();
  if (!status.ok() || connection_.changes() > 0) return status;
  return absl::NotFoundError("there is no alert rule \"" + id + "\"");
}

absl::StatusOr<bool> WriteTransaction::add_alert(const domain::Alert& alert) {
  const domain::AlertFinding& finding = alert.finding;
  const absl::Status status =
      connection_
          .prepare(
              "INSERT OR IGNORE INTO alert (id, rule, rule_name, kind, agent, call, at, time, cause, utterance, words,"
              " matched, count, span, about, stage, score, handled_by, snoozed_by)"
              " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '')")
          .bind_text(alert.id)
          .bind_text(finding.rule_id)
          .bind_text(finding.rule_name)
          .bind_integer(wire::to_proto(finding.kind))
          .bind_text(finding.agent_id)
          .bind_text(finding.call_id)
          .bind_integer(absl::ToUnixNanos(finding.at))
          .bind_integer(absl::ToUnixNanos(finding.time))
          .bind_text(finding.cause)
          .bind_text(finding.utterance_id)
          .bind_text(finding.words)
          .bind_text(finding.matched)
          .bind_integer(finding.count)
          .bind_integer(absl::ToInt64Nanoseconds(finding.span))
          .bind_text(finding.about)
          .bind_integer(wire::to_proto(alert.stage))
          .bind_real(finding.score)
          .run();
  if (!status.ok()) return status;
  return connection_.changes() > 0;
}

absl::Status WriteTransaction::handle_alert(const domain::Alert& alert) {
  absl::Status status =
      connection_
          .prepare(
              "UPDATE alert SET stage = ?, handled_by = ?, handled = ?, snoozed_until = ?, snoozed_by = ? WHERE id = ?")
          .bind_integer(wire::to_proto(alert.stage))
          .bind_text(alert.handled_by)
          .bind_time(alert.handled)
          .bind_time(alert.snoozed_until)
          .bind_text(alert.snoozed_by)
          .bind_text(alert.id)
          .run();
  if (!status.ok() || connection_.changes() > 0) return status;
  return absl::NotFoundError("there is no alert \"" + alert.id + "\"");
}

absl::Status WriteTransaction::end_call_of_alerts(const std::string& agent_id, const std::string& call_id,
                                                  absl::Time ended) {
  return connection_.prepare("UPDATE alert SET call_ended = ? WHERE call = ? AND agent = ? AND call_ended IS NULL")
      .bind_time(ended)
      .bind_text(call_id)
      .bind_text(agent_id)
      .run();
}

absl::StatusOr<int> WriteTransaction::forget_alerts(absl::Time before, int most) {
  const absl::Status status =
      connection_.prepare("DELETE FROM alert WHERE seq IN (SELECT seq FROM alert WHERE time < ? ORDER BY time LIMIT ?)")
          .bind_integer(absl::ToUnixNanos(before))
          .bind_integer(most)
          .run();
  if (!status.ok()) return status;
  const int gone = static_cast<int>(connection_.changes());
  redacted_ = redacted_ || gone > 0;
  return gone;
}

}  // namespace aandacht::store::sqlite
