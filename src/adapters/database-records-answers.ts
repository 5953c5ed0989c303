import type { Paper } from "../domain/paper.ts";
import type { Clock } from "../domain/ports.ts";
import type { AnswerRecord, AnswerRecords, KeptAnswer, ListRecord } from "../domain/records.ts";
import { restoreAnswer, storeAnswer } from "../domain/stored-answer.ts";
import type { Database, Row } from "./database.ts";
import { beginningOf, parseHistory, textOf, whereaboutsOf, whereaboutsValues } from "./database-records-rows.ts";

const QUOTE = `INSERT OR IGNORE INTO quoted_questions
  SELECT ${beginningOf("value ->> 'text'")}, ?1 FROM json_each(?2)
  WHERE value ->> 'role' = 'user' AND ${beginningOf("value ->> 'text'")} <> ${beginningOf("?3")}`;

/** Answers and lists that were given. */
export class DatabaseAnswerRecords implements AnswerRecords {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #paperOf: (id: string) => Paper | undefined;

  /** @param paperOf Finds a paper of the corpus as it is now. */
  constructor(database: Database, clock: Clock, paperOf: (id: string) => Paper | undefined) {
    this.#database = database;
    this.#clock = clock;
    this.#paperOf = paperOf;
  }

  keepAnswer(id: string, record: AnswerRecord): void {
    const history = JSON.stringify(record.history);
    this.#database.transact(() => {
      // No REPLACE: it would delete the messages and the feedback of an answer that is kept once more.
      this.#database.write(
        `INSERT INTO given_answers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET (made, person_id, channel_id, server_id, is_private, locale, question, history, answer) =
           (excluded.made, excluded.person_id, excluded.channel_id, excluded.server_id, excluded.is_private,
            excluded.locale, excluded.question, excluded.history, excluded.answer)`,
        id,
        this.#clock.now(),
        ...whereaboutsValues(record),
        record.question,
        history,
        storeAnswer(record.answer),
      );
      this.#database.write("DELETE FROM quoted_questions WHERE answer_id = ?", id);
      this.#database.write(QUOTE, id, history, record.question);
    });
  }

  answer(id: string): KeptAnswer | undefined {
    return this.restore(this.#database.get("SELECT * FROM given_answers WHERE id = ?", id));
  }

  keepMessage(messageId: string, answerId: string): void {
    this.#database.write(
      `INSERT INTO answer_messages SELECT ?, id FROM given_answers WHERE id = ?
       ON CONFLICT DO UPDATE SET answer_id = excluded.answer_id`,
      messageId,
      answerId,
    );
  }

  answerIn(messageId: string): KeptAnswer | undefined {
    return this.restore(
      this.#database.get(
        "SELECT * FROM given_answers WHERE id = (SELECT answer_id FROM answer_messages WHERE id = ?)",
        messageId,
      ),
    );
  }

  keepList(id: string, record: ListRecord): void {
    this.#database.write(
      "INSERT OR REPLACE INTO given_lists VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      id,
      this.#clock.now(),
      ...whereaboutsValues(record),
      record.request,
    );
  }

  list(id: string): ListRecord | undefined {
    const row = this.#database.get("SELECT * FROM given_lists WHERE id = ?", id);
    const whereabouts = row && whereaboutsOf(row);
    const request = textOf(row, "request");
    return whereabouts === undefined || request === undefined ? undefined : { ...whereabouts, request };
  }

  /** @returns The answer in a row of `given_answers`; undefined where it can no longer be read. */
  restore(row: Row | undefined): KeptAnswer | undefined {
    const whereabouts = row && whereaboutsOf(row);
    const id = textOf(row, "id");
    const question = textOf(row, "question");
    const answer = restoreAnswer(textOf(row, "answer") ?? "", this.#paperOf);
    const history = parseHistory(textOf(row, "history"));
    if (id === undefined || whereabouts === undefined || question === undefined) return undefined;
    if (answer === undefined || history === undefined) return undefined;
    return { ...whereabouts, id, question, answer, history };
  }
}
