import { join } from "node:path";
import { DataUnusableError } from "../domain/errors.ts";
import type { Clock } from "../domain/ports.ts";
import { makePrivateFile } from "./files-private.ts";
import { takeSqliteLock } from "./sqlite-lock.ts";

const LOCK_FILE = "bot.lock";

/** A bot that is being stopped needs some seconds for the answers under way. */
const PATIENCE_MS = 12_000;

/**
 * Keeps a data folder for one bot: a second one would take the answers under way of the first for its own of before.
 *
 * @returns The lock, which the system drops when the process ends, however it does.
 * @throws {DataUnusableError} If another bot uses the folder, or it cannot be written to.
 */
export async function lockData(folder: string, clock: Clock): Promise<Disposable> {
  const path = join(folder, LOCK_FILE);
  makePrivateFile(path);
  const refuse = (reason: string, cause: Error): Error =>
    new DataUnusableError(`${path} cannot be locked: ${reason}. Remove the file, and start again.`, { cause });
  const lock = await takeSqliteLock(path, { clock, waitMs: PATIENCE_MS, refuse });
  if (lock) return lock;
  throw new DataUnusableError(
    `Another Footnote uses ${folder}: stop it, or give this one a folder of its own with FOOTNOTE_DATA.`,
  );
}
