import { DatabaseSync } from "node:sqlite";
import type { Clock } from "../domain/ports.ts";

/** Result code of SQLite: another connection holds the lock. @see https://sqlite.org/rescode.html#busy */
const SQLITE_BUSY = 5;

/** How long to wait before asking again, in milliseconds. */
const POLL_MS = 50;

export interface SqliteLockOptions {
  readonly clock: Clock;
  /** How long to wait for the holder, in milliseconds. */
  readonly waitMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Makes the error for a file that cannot be locked at all, of SQLite's reason. */
  readonly refuse: (reason: string, cause: Error) => Error;
}

/**
 * Takes a lock made of an exclusive transaction on an empty SQLite database: Node has no file lock of its own, and SQLite's
 * is one that the system drops when its holder dies.
 *
 * @returns The connection whose open transaction is the lock, until it is disposed of; undefined if another holds it for
 *   longer than the wait.
 * @throws What `refuse` makes; the signal's reason, once it aborts.
 */
export async function takeSqliteLock(path: string, options: SqliteLockOptions): Promise<Disposable | undefined> {
  const { clock, waitMs, signal } = options;
  const deadline = clock.now() + waitMs;
  let lock = tryLock(path, options);
  while (lock === undefined && clock.now() < deadline) {
    await clock.sleep(POLL_MS, signal);
    lock = tryLock(path, options);
  }
  return lock;
}

function tryLock(path: string, { refuse }: SqliteLockOptions): DatabaseSync | undefined {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { timeout: 0 });
    database.exec("BEGIN EXCLUSIVE");
    return database;
  } catch (error) {
    database?.close();
    if (!(error instanceof Error && "errcode" in error)) throw error;
    if (error.errcode === SQLITE_BUSY) return undefined;
    throw refuse(error.message, error);
  }
}
