import { DatabaseSync } from "node:sqlite";

/** Result code of SQLite: another connection holds the lock. @see https://sqlite.org/rescode.html#busy */
const SQLITE_BUSY = 5;

/**
 * Takes a lock made of an exclusive transaction on an empty SQLite database: Node has no file lock of its own, and SQLite's
 * is one that the system drops when its holder dies.
 *
 * @returns The connection whose open transaction is the lock, until it is closed; undefined if another holds it.
 * @throws {Error} SQLite's own, if the file cannot be locked at all.
 */
export function trySqliteLock(path: string): DatabaseSync | undefined {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { timeout: 0 });
    database.exec("BEGIN EXCLUSIVE");
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY) return undefined;
    throw error;
  }
}
