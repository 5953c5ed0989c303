import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
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
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
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
