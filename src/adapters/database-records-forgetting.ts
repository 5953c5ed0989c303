import type { Turn } from "../domain/question.ts";
import type { Database } from "./database.ts";
import { beginningOf, parseHistory, textOf } from "./database-records-rows.ts";

/** Rows of one table that are removed in one go: some milliseconds' work. */
const SLICE = 200;

/** What grows old in the same way, with the column of its age. */
export interface Ageing {
  readonly table: "given_answers" | "given_lists" | "conversations" | "pending_answers" | "uses";
  readonly column: "made" | "since" | "at";
  /** Milliseconds since 1970. What is older goes. */
  readonly before: number;
}

/** Removes a slice of what is too old. Messages and feedback go with their answers. @returns Whether there may be more. */
export function expireRecords(database: Database, ageing: readonly Ageing[]): boolean {
  const removed = ageing.map(({ table, column, before }) => removeSlice(database, table, `${column} < ?`, before));
  const isMore = removed.includes(SLICE);
  if (!isMore && removed.some((rows) => rows > 0)) database.emptyLog();
  return isMore;
}

/** Where an answer to a person could be read by whoever asked what a row holds. */
const NEARBY = `(server_id IN (SELECT server_id FROM given_answers WHERE person_id = ?1)
  OR channel_id IN (SELECT channel_id FROM given_answers WHERE person_id = ?1))`;

/** The beginnings of what a person asked. */
const ASKED = `(SELECT ${beginningOf("question")} FROM given_answers WHERE person_id = ?1)`;

/**
 * Removes everything of a person, and their questions from the conversations of others as far as their answers are kept, by
 * which they are found. That something was asked at some time stays: what an owner spends has its limit all the same.
 *
 * @returns How many answers that were.
 */
export function forgetPerson(database: Database, personId: string): number {
  const answers = database.transact(() => {
    database.write(
      `DELETE FROM conversations WHERE person_id = ?1
         OR person_id IS NULL AND channel_id IN (SELECT channel_id FROM given_answers WHERE person_id = ?1)
         OR ${NEARBY} AND EXISTS (
           SELECT 1 FROM json_each(history)
           WHERE value ->> 'role' = 'user' AND ${beginningOf("value ->> 'text'")} IN ${ASKED})`,
      personId,
    );
    cutQuotations(database, personId);
    for (const table of ["given_lists", "pending_answers", "feedback"])
      database.write(`DELETE FROM ${table} WHERE person_id = ?`, personId);
    database.write("UPDATE uses SET person_id = NULL WHERE person_id = ?", personId);
    return database.write("DELETE FROM given_answers WHERE person_id = ?", personId);
  });
  database.emptyLog();
  return answers;
}

/** Removes everything of a server, and may be cut off: what is left of it can still be told by its id. */
export function forgetServer(database: Database, serverId: string): void {
  database.write("UPDATE uses SET server_id = NULL WHERE server_id = ?", serverId);
  // In slices: the log of a single step would be as large as everything that is removed.
  for (const table of ["given_answers", "given_lists", "conversations", "pending_answers", "server_settings"])
    while (removeSlice(database, table, "server_id = ?", serverId) === SLICE);
  database.emptyLog();
}

function removeSlice(database: Database, table: string, condition: string, value: string | number): number {
  return database.write(
    `DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} WHERE ${condition} LIMIT ${SLICE})`,
    value,
  );
}

/** Leaves of the conversations before others' answers, where they hold what a person asked, the answer's own turns. */
function cutQuotations(database: Database, personId: string): void {
  const quoting = database.all(
    `SELECT id, question, history FROM given_answers
     WHERE id IN (SELECT answer_id FROM quoted_questions WHERE beginning IN ${ASKED}) AND person_id <> ?1 AND ${NEARBY}`,
    personId,
  );
  for (const row of quoting) {
    const id = textOf(row, "id") ?? "";
    const history = ownTurns(parseHistory(textOf(row, "history")) ?? [], textOf(row, "question") ?? "");
    database.write("UPDATE given_answers SET history = ? WHERE id = ?", JSON.stringify(history), id);
    database.write("DELETE FROM quoted_questions WHERE answer_id = ?", id);
  }
}

/** The question and its answer at the end of a conversation; nothing where it left no trace there. */
function ownTurns(history: readonly Turn[], question: string): readonly Turn[] {
  const asked = history.findLastIndex(({ role, text }) => role === "user" && question.startsWith(text));
  return asked === -1 ? [] : history.slice(asked);
}
