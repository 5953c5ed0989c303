import type { Clock } from "../domain/ports.ts";
import type { AnswerRecord, Feedback, FeedbackRecord, FeedbackRecords } from "../domain/records.ts";
import type { Database, Row } from "./database.ts";
import { textOf } from "./database-records-rows.ts";

/** What people thought of answers. */
export class DatabaseFeedbackRecords implements FeedbackRecords {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #restore: (row: Row) => AnswerRecord | undefined;

  /** @param restore Reads the answer in a row of `given_answers`. */
  constructor(database: Database, clock: Clock, restore: (row: Row) => AnswerRecord | undefined) {
    this.#database = database;
    this.#clock = clock;
    this.#restore = restore;
  }

  rate({ answerId, personId, isGood, reason }: Feedback): void {
    this.#database.write(
      `INSERT INTO feedback SELECT id, ?, ?, ?, ? FROM given_answers WHERE id = ?
       ON CONFLICT DO UPDATE SET (at, is_good, reason) = (excluded.at, excluded.is_good, excluded.reason)`,
      personId,
      this.#clock.now(),
      Number(isGood),
      reason,
      answerId,
    );
  }

  feedback(): readonly FeedbackRecord[] {
    return this.#database
      .all(
        `SELECT given_answers.*, answer_id, feedback.person_id AS rated_by, at, is_good, reason
         FROM feedback JOIN given_answers ON given_answers.id = answer_id ORDER BY at, answer_id, rated_by`,
      )
      .flatMap((row) => {
        const about = this.#restore(row);
        const answerId = textOf(row, "answer_id");
        const personId = textOf(row, "rated_by");
        const reason = textOf(row, "reason");
        if (about === undefined || answerId === undefined || personId === undefined || reason === undefined) return [];
        return { answerId, personId, isGood: row["is_good"] === 1, reason, at: Number(row["at"]), about };
      });
  }
}
