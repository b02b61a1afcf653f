// Steps 9 and 13 of the schema: alert rules and what they said.
#pragma once

namespace aandacht::store::sqlite {

// `led`: teams, a line each. `kind` and `stage`: numbers of alerts.proto. `span`: nanoseconds.
inline constexpr const char* kAlertTables = R"sql(
CREATE TABLE alert_rule (id TEXT PRIMARY KEY, owner TEXT NOT NULL, led TEXT NOT NULL, body BLOB NOT NULL) STRICT;
CREATE TABLE alert (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  rule TEXT NOT NULL,
  rule_name TEXT NOT NULL,
  kind INTEGER NOT NULL,
  agent TEXT NOT NULL,
  call TEXT NOT NULL,
  at INTEGER NOT NULL,
  time INTEGER NOT NULL,
  cause TEXT NOT NULL,
  utterance TEXT NOT NULL,
  words TEXT NOT NULL,
  matched TEXT NOT NULL,
  count INTEGER NOT NULL,
  span INTEGER NOT NULL,
  about TEXT NOT NULL,
  stage INTEGER NOT NULL,
  handled_by TEXT NOT NULL,
  handled INTEGER,
  snoozed_until INTEGER,
  snoozed_by TEXT NOT NULL,
  call_ended INTEGER
) STRICT;
CREATE INDEX alert_by_time ON alert (time, seq);
CREATE INDEX alert_of_call ON alert (call);
CREATE INDEX alert_of_turn ON alert (utterance) WHERE utterance <> '';
)sql";

// How negative the turns were; 0 of what was found before.
inline constexpr const char* kAlertScore = "ALTER TABLE alert ADD COLUMN score REAL NOT NULL DEFAULT 0;";

}  // namespace aandacht::store::sqlite
