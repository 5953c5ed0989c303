import { DataUnusableError } from "../domain/errors.ts";
import type { AnswerCache, Clock } from "../domain/ports.ts";
import type { Database } from "./database.ts";

/** An answer longer than this, in bytes of UTF-8, is not kept: with the limit of entries, this limits the file. */
const LARGEST_ANSWER = 65_536;

export interface AnswerCacheOptions {
  /** The most answers to keep. */
  readonly entries: number;
  /** How old an answer may be, in milliseconds. */
  readonly maxAgeMs: number;
  /** Told once, the first time that the database fails. */
  readonly onTrouble: (error: DataUnusableError) => void;
}

/**
 * Removes every answer from a database, and from its file.
 *
 * @throws {DataUnusableError} If the file cannot be written to.
 */
export function forgetAnswers(database: Database): void {
  database.run("DELETE FROM answers");
  database.emptyLog();
}

/**
 * Answers that live as long as the database, the least recently used forgotten first; several processes share them.
 *
 * A database that fails (locked, its disk full, damaged) never fails an answer: `get` then knows none, and `set` does
 * nothing. Keys must be hashes, so that nobody's question is kept.
 */
export class DatabaseAnswerCache implements AnswerCache {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #options: AnswerCacheOptions;
  #isTroubled = false;

  constructor(database: Database, clock: Clock, options: AnswerCacheOptions) {
    this.#database = database;
    this.#clock = clock;
    this.#options = options;
  }

  /** @returns The text kept under the key; undefined if there is none, it is too old, or the database fails. */
  get(key: string): string | undefined {
    const text = this.#try(() =>
      // One statement finds an answer and makes it the last used: two processes cannot come between.
      this.#database.get(
        `UPDATE answers SET used = (SELECT max(used) + 1 FROM answers) WHERE key = ? AND made >= ? RETURNING text`,
        key,
        this.#oldest(),
      ),
    )?.["text"];
    return typeof text === "string" ? text : undefined;
  }

  /** Keeps a text of 64 KB at the most under a key, in the place of what was there. */
  set(key: string, text: string): void {
    if (Buffer.byteLength(text) > LARGEST_ANSWER) return;
    this.#try(() =>
      this.#database.transact(() => {
        this.#database.get("DELETE FROM answers WHERE key = ? OR made < ?", key, this.#oldest());
        this.#database.get(
          `INSERT INTO answers SELECT ?, ?, ?, ifnull(max(used), 0) + 1 FROM answers`,
          key,
          text,
          this.#clock.now(),
        );
        this.#database.get(
          `DELETE FROM answers WHERE key IN (SELECT key FROM answers ORDER BY used DESC LIMIT -1 OFFSET ?)`,
          this.#options.entries,
        );
      }),
    );
  }

  #oldest(): number {
    return this.#clock.now() - this.#options.maxAgeMs;
  }

  #try<Result>(work: () => Result): Result | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof DataUnusableError)) throw error;
      if (!this.#isTroubled) this.#options.onTrouble(error);
      this.#isTroubled = true;
      return undefined;
    }
  }
}
