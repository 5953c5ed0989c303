/**
 * What makes a database of each version out of the one before: the first step gives version 1. A step that was released
 * is never changed, only followed by another.
 */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE spending (
     day TEXT PRIMARY KEY, -- YYYY-MM-DD, UTC
     dollars REAL NOT NULL
   ) STRICT`,
  `CREATE TABLE answers (
     key TEXT PRIMARY KEY,
     text TEXT NOT NULL,
     made INTEGER NOT NULL, -- milliseconds since 1970
     used INTEGER NOT NULL -- a count: the higher, the later
   ) STRICT;
   CREATE INDEX answers_by_use ON answers (used)`,
];
