import { closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { DataUnusableError } from "../domain/errors.ts";
import { explainRefusal } from "./files-refusal.ts";

/**
 * Makes an empty file, with the folders above it, that nobody but its owner may read. What is there already stays as it
 * is.
 *
 * @throws {DataUnusableError} If the file cannot be made, or is there and cannot be written to.
 */
export function makePrivateFile(path: string): void {
  try {
    makePrivateFolder(dirname(resolve(path)));
    closeSync(openSync(path, "a", 0o600));
  } catch (error) {
    const reason = explainRefusal(error);
    if (reason === undefined) throw error;
    throw new DataUnusableError(
      `${path} cannot be written to: ${reason}. Make it and its folder writable for whoever runs Footnote, or choose another folder.`,
      { cause: error },
    );
  }
}

/** One by one: `recursive` never comes back from a place where the system lets nobody make folders, such as `/proc`. */
function makePrivateFolder(folder: string): void {
  if (existsSync(folder) || dirname(folder) === folder) return;
  makePrivateFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!existsSync(folder)) throw error;
  }
}
