// Step 10 of the schema: items of the library with their versions.
#pragma once

namespace aandacht::store::sqlite {

// A version's words stay, where it stands changes: each step says who moved it. States and kinds are written by their
// names, as files and commands write them.
inline constexpr const char* kLibraryTables = R"sql(
CREATE TABLE library_item (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  language TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE library_version (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  number INTEGER NOT NULL,
  base INTEGER NOT NULL,
  state TEXT NOT NULL,
  by_itself INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (kind, id, number),
  FOREIGN KEY (kind, id) REFERENCES library_item (kind, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX library_version_in_force ON library_version (kind, id) WHERE state IN ('live', 'retired');
CREATE TABLE library_step (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  number INTEGER NOT NULL,
  state TEXT NOT NULL,
  who TEXT NOT NULL,
  name TEXT NOT NULL,
  time INTEGER NOT NULL,
  note TEXT NOT NULL,
  FOREIGN KEY (kind, id, number) REFERENCES library_version (kind, id, number) ON DELETE CASCADE
) STRICT;
CREATE INDEX library_step_of_version ON library_step (kind, id, number, seq);
)sql";

}  // namespace aandacht::store::sqlite
