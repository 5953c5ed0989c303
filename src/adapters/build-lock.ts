import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { IndexLockedError, IndexUnwritableError } from "../domain/errors.ts";
import type { BuildLock, Clock, LockPatience } from "../domain/ports.ts";

const LOCK_FILE = "build.lock";

/** How long to wait before asking again, in milliseconds. */
const POLL_MS = 50;

/** Result code of SQLite: another connection holds the lock. @see https://sqlite.org/rescode.html#busy */
const SQLITE_BUSY = 5;

/**
 * A lock made of an exclusive transaction on an empty SQLite database: Node has no file lock of its own, and SQLite's is
 * one that the system drops when its holder dies.
 */
export class SqliteBuildLock implements BuildLock {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async hold<Result>(
    folder: string,
    work: () => Promise<Result>,
    { waitMs = 0, signal }: LockPatience = {},
  ): Promise<Result> {
    const path = join(folder, LOCK_FILE);
    const deadline = this.#clock.now() + waitMs;
    let held = tryLock(path);
    while (!held) {
      if (this.#clock.now() >= deadline)
        throw new IndexLockedError(`Another process is building the index in ${folder}. Try again when it is done.`);
      await this.#clock.sleep(POLL_MS, signal);
      held = tryLock(path);
    }
    using _transaction = held;
    return await work();
  }
}

/** @returns The connection whose open transaction is the lock, or undefined if another holds it. */
function tryLock(path: string): DatabaseSync | undefined {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { timeout: 0 });
    database.exec("BEGIN EXCLUSIVE");
    return database;
  } catch (error) {
    database?.close();
    if (!(error instanceof Error && "errcode" in error)) throw error;
    if (error.errcode === SQLITE_BUSY) return undefined;
    throw new IndexUnwritableError(
      `${path} cannot be locked: ${error.message}. Make its folder writable, remove the file if it is damaged, or choose another folder with --index.`,
      { cause: error },
    );
  }
}
