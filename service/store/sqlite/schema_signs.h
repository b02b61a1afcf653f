// Step 11 of the schema: signs on the counter, and what agents know of the whys.
#pragma once

namespace aandacht::store::sqlite {

// `family` is a group of questions, days count from 1970-01-01. place: 0 site, 1 ivr, 2 greeting, 3 letter; state:
// 0 proposed, 1 written, 2 up, 3 down. level: 0 none, 1 know, 2 feel, 3 tell; know, feel and tell of what is told:
// 0 few, 1 some, 2 most.
inline constexpr const char* kSignTables = R"sql(
CREATE TABLE sign (
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  family TEXT NOT NULL,
  place INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  owner TEXT NOT NULL,
  state INTEGER NOT NULL,
  up INTEGER,
  down INTEGER,
  editor TEXT NOT NULL,
  edited INTEGER,
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE why_answer (
  agent TEXT NOT NULL,
  quarter TEXT NOT NULL,
  why TEXT NOT NULL,
  level INTEGER NOT NULL,
  day INTEGER NOT NULL,
  told_level INTEGER,
  told_team TEXT NOT NULL,
  PRIMARY KEY (agent, quarter, why)
) STRICT, WITHOUT ROWID;
CREATE INDEX why_answer_by_quarter ON why_answer (quarter, agent, why);
CREATE TABLE why_told (
  team TEXT NOT NULL,
  quarter TEXT NOT NULL,
  why TEXT NOT NULL,
  people INTEGER NOT NULL,
  know INTEGER NOT NULL,
  feel INTEGER NOT NULL,
  tell INTEGER NOT NULL,
  PRIMARY KEY (quarter, team, why)
) STRICT, WITHOUT ROWID;
CREATE TABLE why_check_wish (agent TEXT PRIMARY KEY, asked INTEGER, never INTEGER NOT NULL) STRICT, WITHOUT ROWID;
)sql";

}  // namespace aandacht::store::sqlite
