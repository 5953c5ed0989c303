import type { Database } from "./database.ts";
import { textOf } from "./database-records-rows.ts";

/** The tables of what people said, as a list in SQL. */
const WORDS = "('given_answers', 'quoted_questions', 'answer_messages', 'feedback', 'given_lists', 'conversations')";

/**
 * Lets a database keep what people said in memory alone from now on, until it is closed, and removes from its file what it
 * kept of that before. Everything else stays in the file.
 *
 * @throws {DataUnusableError} If the file cannot be written to.
 */
export function keepWordsInMemory(database: Database): void {
  const made = database.all(
    `SELECT name, type, sql FROM main.sqlite_schema WHERE tbl_name IN ${WORDS} AND sql IS NOT NULL ORDER BY type = 'index'`,
  );
  database.transact(() => {
    for (const row of made) if (row["type"] === "table") database.run(`DELETE FROM main.${textOf(row, "name")}`);
  });
  database.emptyLog();
  // A temporary table goes before one of the same name in the file.
  database.run("PRAGMA temp_store = MEMORY");
  for (const row of made) database.run((textOf(row, "sql") ?? "").replace(/^CREATE (?:TABLE|INDEX) /, "$&temp."));
}
