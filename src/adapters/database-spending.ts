import { DataUnusableError } from "../domain/errors.ts";
import type { Clock, Spending } from "../domain/ports.ts";
import type { Database } from "./database.ts";

/** Days that are kept. */
const DAYS = 60;
const DAY_MS = 86_400_000;

/** Money spent on a model, where it outlives the process; several processes add to the same days. */
export class DatabaseSpending implements Spending {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #onTrouble: (error: DataUnusableError) => void;
  /** Dollars by day that the database would not take: they are added with the next. */
  readonly #unsaved = new Map<string, number>();

  /** @param onTrouble Told each time when money could not be written down. It counts nevertheless, in this process. */
  constructor(database: Database, clock: Clock, onTrouble: (error: DataUnusableError) => void) {
    this.#database = database;
    this.#clock = clock;
    this.#onTrouble = onTrouble;
  }

  /** @throws {DataUnusableError} If the database cannot be read: who does not know what was spent must not spend. */
  today(): number {
    const day = this.#day(0);
    const row = this.#database.get("SELECT dollars FROM spending WHERE day = ?", day);
    return Number(row?.["dollars"] ?? 0) + (this.#unsaved.get(day) ?? 0);
  }

  /**
   * Adds to today. A database that cannot be written to never fails what was paid for.
   *
   * @param dollars 0 and up, finite.
   * @throws {RangeError} If it is anything else.
   */
  add(dollars: number): void {
    if (!(dollars >= 0 && dollars < Infinity)) throw new RangeError(`${dollars} US dollars cannot have been spent.`);
    const day = this.#day(0);
    this.#unsaved.set(day, (this.#unsaved.get(day) ?? 0) + dollars);
    try {
      this.#database.transact(() => this.#save());
      this.#unsaved.clear();
    } catch (error) {
      if (!(error instanceof DataUnusableError)) throw error;
      this.#onTrouble(error);
    }
  }

  #save(): void {
    for (const [day, dollars] of this.#unsaved)
      this.#database.get(
        `INSERT INTO spending VALUES (?, ?) ON CONFLICT DO UPDATE SET dollars = dollars + excluded.dollars`,
        day,
        dollars,
      );
    this.#database.get("DELETE FROM spending WHERE day < ?", this.#day(-DAYS));
  }

  /** The day (UTC) so many days from today, as `YYYY-MM-DD`. */
  #day(offset: number): string {
    return new Date(this.#clock.now() + offset * DAY_MS).toISOString().slice(0, 10);
  }
}
