// Step 8 of the schema: prompts that supervisors pushed, and what became of them at each desk.
#pragma once

namespace aandacht::store::sqlite {

// `teams` are the named ones, a line each. `state` counts as domain::PromptState does; what expired stays as it was.
// `card` is the card it came as; empty: it did not yet.
inline constexpr const char* kPromptTables = R"sql(
CREATE TABLE prompt (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  supervisor TEXT NOT NULL,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  reason TEXT NOT NULL,
  urgent INTEGER NOT NULL,
  template TEXT NOT NULL,
  teams TEXT NOT NULL,
  everybody INTEGER NOT NULL,
  pushed INTEGER NOT NULL,
  expires INTEGER NOT NULL,
  recalled INTEGER
) STRICT;
CREATE INDEX prompt_by_time ON prompt (pushed, seq);
CREATE INDEX prompt_of_supervisor ON prompt (supervisor, pushed);
CREATE INDEX prompt_by_end ON prompt (expires);
CREATE TABLE prompt_desk (
  prompt TEXT NOT NULL REFERENCES prompt (id) ON DELETE CASCADE,
  agent TEXT NOT NULL,
  state INTEGER NOT NULL,
  expires INTEGER NOT NULL,
  card TEXT NOT NULL,
  delivered INTEGER,
  shown INTEGER,
  ended INTEGER,
  PRIMARY KEY (prompt, agent)
) STRICT, WITHOUT ROWID;
CREATE INDEX prompt_desk_by_end ON prompt_desk (expires, agent);
CREATE INDEX prompt_desk_waiting ON prompt_desk (agent) WHERE state = 0;
CREATE INDEX prompt_desk_delivered ON prompt_desk (agent) WHERE state = 1;
CREATE INDEX prompt_desk_card ON prompt_desk (agent, card) WHERE card <> '';
)sql";

}  // namespace aandacht::store::sqlite
