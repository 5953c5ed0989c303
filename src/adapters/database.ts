import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { SQLInputValue, SQLOutputValue, StatementSync } from "node:sqlite";
import { DataUnusableError } from "../domain/errors.ts";
import { databaseFailure, isLocked } from "./database-failure.ts";
import { MIGRATIONS } from "./database-migrations.ts";
import { makePrivateFile } from "./files-private.ts";

const FILE = "footnote.db";

/** How long a statement waits for another process, in milliseconds. The whole process waits: hearts must beat on. */
const PATIENCE_MS = 500;

/** How long nobody waits again after a wait in vain, in milliseconds. */
const HURRY_MS = 5000;

/** SQLite's name for a database in memory. */
const IN_MEMORY = ":memory:";

/**
 * - Readers and a writer do not wait for one another; the file remembers that.
 * - What is kept outlives the process, however it ends. Only the machine's end (a power cut) may take the last moments with
 *   it: to wait for the disk at every answer would hold up everybody else's.
 * - What is deleted is overwritten with zeros.
 */
const PRAGMAS = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON";

/** How often, and after how many milliseconds, a new file is asked again for a log that another process is giving it. */
const LOG_RETRIES = 20;
const LOG_RETRY_MS = 25;

/** A row, by column. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

/**
 * What people made, and what is kept between runs, in one SQLite file. Several processes may share it.
 *
 * Every method throws a {@link DataUnusableError} where the file is damaged, locked for too long, closed, or its disk
 * full or failing.
 */
export class Database implements Disposable {
  readonly path: string;
  readonly #database: DatabaseSync;
  /** By their text, of which there are as many as in the code: values are passed beside it. */
  readonly #statements = new Map<string, StatementSync>();
  /** The instant from which on statements wait for others again, by `performance.now()`. */
  #patientFrom = Infinity;

  constructor(path: string) {
    this.path = path;
    this.#database = this.#try(
      () => new DatabaseSync(path, { timeout: PATIENCE_MS, enableForeignKeyConstraints: true }),
    );
  }

  /** Runs one statement. @returns The first row that it gives, if any. */
  get(sql: string, ...values: readonly SQLInputValue[]): Row | undefined {
    return this.#try(() => this.#prepare(sql).get(...values));
  }

  /** Runs one statement. @returns Every row that it gives. */
  all(sql: string, ...values: readonly SQLInputValue[]): readonly Row[] {
    return this.#try(() => this.#prepare(sql).all(...values));
  }

  /** Runs one statement that writes. @returns How many rows it wrote, without those that went with them. */
  write(sql: string, ...values: readonly SQLInputValue[]): number {
    return this.#try(() => Number(this.#prepare(sql).run(...values).changes));
  }

  /** Runs any number of statements. */
  run(sql: string): void {
    this.#try(() => this.#database.exec(sql));
  }

  /** Runs work that is kept as a whole or not at all, as the only writer. */
  transact<Result>(work: () => Result): Result {
    this.run("BEGIN IMMEDIATE");
    try {
      const result = work();
      this.run("COMMIT");
      return result;
    } catch (error) {
      // A full disk ends the transaction by itself.
      if (this.#database.isTransaction) this.run("ROLLBACK");
      throw error;
    }
  }

  /**
   * Writes what the write-ahead log holds into the file, waits for the disk, and empties the log: nothing that was deleted
   * is left in it, and no power cut brings it back. Has to wait for a time when nobody else reads, where there is one soon.
   */
  emptyLog(): void {
    this.get("PRAGMA wal_checkpoint(TRUNCATE)");
  }

  /** Nothing happens if it is closed already. */
  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  /** While another process does not let go of the file, each statement would hold up everybody for as long again. */
  #hurry(): void {
    this.#database.exec("PRAGMA busy_timeout = 0");
    this.#patientFrom = performance.now() + HURRY_MS;
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #try<Result>(work: () => Result): Result {
    try {
      if (performance.now() > this.#patientFrom) {
        this.#patientFrom = Infinity;
        this.#database.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}`);
      }
      return work();
    } catch (error) {
      const failure = databaseFailure(this.path, error);
      if (isLocked(failure)) this.#hurry();
      throw failure;
    }
  }
}

/**
 * Opens `footnote.db` in a folder: makes both, for their owner's eyes only, where they are missing, and brings an older
 * file up to date. Opening deletes nothing.
 *
 * @param folder Undefined: a database in memory, which is gone once it is closed.
 * @param migrations What gives each version, from version 1 on. Defaults to the product's own.
 * @throws {DataUnusableError} If the folder cannot be written to, or the file is no database or a newer Footnote's.
 */
export function openDatabase(folder: string | undefined, migrations: readonly string[] = MIGRATIONS): Database {
  const path = folder === undefined ? IN_MEMORY : join(folder, FILE);
  if (path !== IN_MEMORY) makePrivateFile(path);
  const database = new Database(path);
  try {
    setUp(database);
    migrate(database, migrations);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Where several processes give a new file its log at once, each waits for the others to stop reading: SQLite sees that
 * nobody would yield and fails at once, without the patience that it has elsewhere.
 */
function setUp(database: Database): void {
  for (let retriesLeft = LOG_RETRIES; ; retriesLeft -= 1)
    try {
      database.run(PRAGMAS);
      return;
    } catch (error) {
      if (retriesLeft === 0 || !isLocked(error)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOG_RETRY_MS);
    }
}

function migrate(database: Database, migrations: readonly string[]): void {
  while (versionOf(database) !== migrations.length)
    database.transact(() => {
      // Asked again: another process may have taken the step meanwhile.
      const version = versionOf(database);
      if (version > migrations.length)
        throw new DataUnusableError(
          `${database.path} was written by a newer Footnote (its version is ${version}; this one knows ${migrations.length}). Update Footnote, or choose another folder.`,
        );
      const step = migrations[version];
      if (step !== undefined) database.run(`${step}; PRAGMA user_version = ${version + 1}`);
    });
}

function versionOf(database: Database): number {
  return Number(database.get("PRAGMA user_version")?.["user_version"]);
}
