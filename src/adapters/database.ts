import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { SQLInputValue, SQLOutputValue } from "node:sqlite";
import { DataUnusableError } from "../domain/errors.ts";
import { databaseFailure } from "./database-failure.ts";
import { MIGRATIONS } from "./database-migrations.ts";
import { makePrivateFile } from "./files-private.ts";

const FILE = "footnote.db";

/** How long a statement waits for another process, in milliseconds. The whole process waits: hearts must beat on. */
const PATIENCE_MS = 2000;

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

  constructor(path: string) {
    this.path = path;
    this.#database = this.#try(
      () => new DatabaseSync(path, { timeout: PATIENCE_MS, enableForeignKeyConstraints: true }),
    );
  }

  /** Runs one statement. @returns The first row that it gives, if any. */
  get(sql: string, ...values: readonly SQLInputValue[]): Row | undefined {
    return this.#try(() => this.#database.prepare(sql).get(...values));
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

  /** Nothing happens if it is closed already. */
  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #try<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw databaseFailure(this.path, error);
    }
  }
}

/**
 * Opens `footnote.db` in a folder: makes both, for their owner's eyes only, where they are missing, and brings an older
 * file up to date. Nothing is ever deleted.
 *
 * @param migrations What gives each version, from version 1 on. Defaults to the product's own.
 * @throws {DataUnusableError} If the folder cannot be written to, or the file is no database or a newer Footnote's.
 */
export function openDatabase(folder: string, migrations: readonly string[] = MIGRATIONS): Database {
  const path = join(folder, FILE);
  makePrivateFile(path);
  const database = new Database(path);
  try {
    // Readers and a writer do not wait for one another then. The file remembers it.
    database.run("PRAGMA journal_mode = WAL");
    migrate(database, migrations);
    return database;
  } catch (error) {
    database.close();
    throw error;
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
