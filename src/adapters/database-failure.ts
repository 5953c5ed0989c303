import { DataUnusableError } from "../domain/errors.ts";

const DAMAGED = "Put a backup in its place, or move it away to begin anew: nothing was deleted";
const WRITABLE = "Make it and its folder writable for whoever runs Footnote, or choose another folder";

const BUSY = 5;

/** What mends the results that SQLite may give of a sound statement. @see https://sqlite.org/rescode.html */
const MENDS: Readonly<Record<number, string>> = {
  [BUSY]: "Another process is writing to it: try again",
  6: "Another process is writing to it: try again", // LOCKED
  8: WRITABLE, // READONLY
  10: "Look after its disk", // IOERR
  11: DAMAGED, // CORRUPT
  13: "Make room on its disk", // FULL
  14: WRITABLE, // CANTOPEN
  26: DAMAGED, // NOTADB
};

/** Whether an error of {@link databaseFailure}'s says that another process holds the file. */
export function isLocked(error: unknown): boolean {
  return error instanceof DataUnusableError && resultOf(error.cause) === BUSY;
}

/**
 * Translates what `node:sqlite` throws.
 *
 * @returns A {@link DataUnusableError} where the file, its disk or another process is to blame; else the error itself,
 *   which is then a bug.
 */
export function databaseFailure(path: string, error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if ("code" in error && error.code === "ERR_INVALID_STATE")
    return new DataUnusableError(`${path} cannot be used: it is closed already.`, { cause: error });
  const mend = MENDS[resultOf(error) ?? 0];
  if (mend === undefined) return error;
  return new DataUnusableError(`${path} cannot be used: ${error.message}. ${mend}.`, { cause: error });
}

/** SQLite's result: the low byte of its code, whose rest says more of it. */
function resultOf(error: unknown): number | undefined {
  const code = error instanceof Error && "errcode" in error ? error.errcode : undefined;
  return typeof code === "number" ? code & 0xff : undefined;
}
