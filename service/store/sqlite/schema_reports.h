// Step 12 of the schema: what reports count, by hour.
#pragma once

namespace aandacht::store::sqlite {

// Hours are whole hours since 1970 in UTC. `hour` of a call is that of its answer, NULL when nobody answered; `call` of
// report_hour is report_call.seq, `seq` of report_card is card.seq. The counts hold no words and no customer.
inline constexpr const char* kReportTables = R"sql(
ALTER TABLE turn ADD COLUMN score REAL;
CREATE TABLE report_call (
  seq INTEGER PRIMARY KEY,
  call TEXT NOT NULL UNIQUE,
  agent TEXT NOT NULL DEFAULT '',
  team TEXT NOT NULL DEFAULT '',
  queue TEXT NOT NULL DEFAULT '',
  why TEXT NOT NULL DEFAULT '',
  hour INTEGER,
  scored INTEGER NOT NULL DEFAULT 0,
  score_start REAL NOT NULL DEFAULT 0,
  score_end REAL NOT NULL DEFAULT 0,
  score_lowest REAL NOT NULL DEFAULT 0,
  promises INTEGER NOT NULL DEFAULT 0,
  dated INTEGER NOT NULL DEFAULT 0,
  effectiveness INTEGER NOT NULL DEFAULT 0,
  ease INTEGER NOT NULL DEFAULT 0,
  emotion INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX report_call_by_hour ON report_call (hour);
CREATE TABLE report_hour (
  hour INTEGER NOT NULL,
  call INTEGER NOT NULL,
  turns INTEGER NOT NULL,
  score_sum REAL NOT NULL,
  negative INTEGER NOT NULL,
  neutral INTEGER NOT NULL,
  positive INTEGER NOT NULL,
  PRIMARY KEY (hour, call)
) STRICT, WITHOUT ROWID;
CREATE TABLE report_card (
  seq INTEGER PRIMARY KEY,
  call TEXT NOT NULL,
  hour INTEGER NOT NULL,
  shown INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  used INTEGER NOT NULL,
  score_before REAL,
  score_after REAL,
  turns_after INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX report_card_by_hour ON report_card (hour);
CREATE INDEX report_card_of_call ON report_card (call);
CREATE TABLE report_promise (
  customer TEXT NOT NULL,
  place INTEGER NOT NULL,
  day INTEGER NOT NULL,
  due INTEGER,
  state INTEGER NOT NULL,
  PRIMARY KEY (customer, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE journey_step (customer TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (customer, id)) STRICT, WITHOUT ROWID;
CREATE TABLE report_fill (
  id INTEGER PRIMARY KEY,
  last_call TEXT NOT NULL,
  last_customer TEXT NOT NULL,
  calls_left INTEGER NOT NULL,
  customers_left INTEGER NOT NULL,
  counted INTEGER NOT NULL,
  total INTEGER NOT NULL
) STRICT;
INSERT INTO report_fill SELECT 1, '', '', calls > 0, customers > 0, 0, calls + customers
  FROM (SELECT (SELECT count(*) FROM call) AS calls, (SELECT count(*) FROM customer) AS customers);
)sql";

}  // namespace aandacht::store::sqlite
