import { DataUnusableError } from "../domain/errors.ts";

const DAMAGED = "Put a backup in its place, or move it away to begin anew: nothing was deleted";
const WRITABLE = "Make it and its folder writable for whoever runs Footnote, or choose another folder";

/** What mends the results that SQLite may give of a sound statement. @see https://sqlite.org/rescode.html */
const MENDS: Readonly<Record<number, string>> = {
  5: "Another process is writing to it: try again", // BUSY
  6: "Another process is writing to it: try again", // LOCKED
  8: WRITABLE, // READONLY
  10: "Look after its disk", // IOERR
  11: DAMAGED, // CORRUPT
  13: "Make room on its disk", // FULL
  14: WRITABLE, // CANTOPEN
  26: DAMAGED, // NOTADB
};

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
  if (!("errcode" in error && typeof error.errcode === "number")) return error;
  // The low byte is the result; the rest says more of it.
  const mend = MENDS[error.errcode & 0xff];
  if (mend === undefined) return error;
  return new DataUnusableError(`${path} cannot be used: ${error.message}. ${mend}.`, { cause: error });
}
