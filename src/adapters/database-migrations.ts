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
  // What people said carries whose it is and where, so that it can be forgotten. `answers` above is a cache without people.
  `CREATE TABLE given_answers (
     id TEXT PRIMARY KEY,
     made INTEGER NOT NULL, -- here and below: milliseconds since 1970
     person_id TEXT NOT NULL,
     channel_id TEXT NOT NULL,
     server_id TEXT,
     is_private INTEGER NOT NULL,
     locale TEXT NOT NULL,
     question TEXT NOT NULL,
     history TEXT NOT NULL CHECK (json_valid(history)),
     answer TEXT NOT NULL -- JSON
   ) STRICT;
   CREATE INDEX given_answers_by_age ON given_answers (made);
   CREATE INDEX given_answers_by_person ON given_answers (person_id);
   CREATE INDEX given_answers_by_server ON given_answers (server_id);

   -- Beginnings of the questions before an answer's own: by them everybody's words are found where others' answers hold them.
   CREATE TABLE quoted_questions (
     beginning TEXT NOT NULL,
     answer_id TEXT NOT NULL REFERENCES given_answers ON DELETE CASCADE,
     PRIMARY KEY (beginning, answer_id)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX quoted_questions_by_answer ON quoted_questions (answer_id);

   CREATE TABLE answer_messages (
     id TEXT PRIMARY KEY,
     answer_id TEXT NOT NULL REFERENCES given_answers ON DELETE CASCADE
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX answer_messages_by_answer ON answer_messages (answer_id);

   CREATE TABLE feedback (
     answer_id TEXT NOT NULL REFERENCES given_answers ON DELETE CASCADE,
     person_id TEXT NOT NULL,
     at INTEGER NOT NULL,
     is_good INTEGER NOT NULL,
     reason TEXT NOT NULL,
     PRIMARY KEY (answer_id, person_id)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX feedback_by_person ON feedback (person_id);

   CREATE TABLE given_lists (
     id TEXT PRIMARY KEY,
     made INTEGER NOT NULL,
     person_id TEXT NOT NULL,
     channel_id TEXT NOT NULL,
     server_id TEXT,
     is_private INTEGER NOT NULL,
     locale TEXT NOT NULL,
     request TEXT NOT NULL
   ) STRICT;
   CREATE INDEX given_lists_by_age ON given_lists (made);
   CREATE INDEX given_lists_by_person ON given_lists (person_id);
   CREATE INDEX given_lists_by_server ON given_lists (server_id);

   CREATE TABLE conversations (
     key TEXT PRIMARY KEY,
     made INTEGER NOT NULL, -- the last turn of a person's, the first of everybody's
     person_id TEXT, -- null: everybody's
     channel_id TEXT NOT NULL,
     server_id TEXT,
     history TEXT NOT NULL CHECK (json_valid(history))
   ) STRICT;
   CREATE INDEX conversations_by_age ON conversations (made);
   CREATE INDEX conversations_by_person ON conversations (person_id);
   CREATE INDEX conversations_by_server ON conversations (server_id);
   CREATE INDEX conversations_by_channel ON conversations (channel_id);

   CREATE TABLE pending_answers (
     id TEXT PRIMARY KEY,
     since INTEGER NOT NULL,
     person_id TEXT NOT NULL,
     channel_id TEXT NOT NULL,
     server_id TEXT,
     is_private INTEGER NOT NULL,
     locale TEXT NOT NULL,
     reach TEXT NOT NULL CHECK (json_valid(reach)),
     shown_id TEXT,
     is_whole INTEGER NOT NULL
   ) STRICT;

   CREATE TABLE uses (
     at INTEGER NOT NULL,
     person_id TEXT, -- null: forgotten, but counted
     server_id TEXT
   ) STRICT;
   CREATE INDEX uses_by_age ON uses (at);
   CREATE INDEX uses_by_person ON uses (person_id, at);
   CREATE INDEX uses_by_server ON uses (server_id, at);

   CREATE TABLE server_settings (
     server_id TEXT PRIMARY KEY,
     settings TEXT NOT NULL CHECK (json_valid(settings))
   ) STRICT`,
  // Whose servers these are. At most one row.
  `CREATE TABLE application (id TEXT NOT NULL) STRICT`,
];
