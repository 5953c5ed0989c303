import { join } from "node:path";
import { DataUnusableError } from "../domain/errors.ts";
import type { Clock } from "../domain/ports.ts";
import { makePrivateFile } from "./files-private.ts";
import { trySqliteLock } from "./sqlite-lock.ts";

const LOCK_FILE = "bot.lock";

/** How long to wait before asking again, in milliseconds. */
const POLL_MS = 100;

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
  const deadline = clock.now() + PATIENCE_MS;
  for (;;) {
    const lock = tryLock(path);
    if (lock) return lock;
    if (clock.now() >= deadline)
      throw new DataUnusableError(
        `Another Footnote uses ${folder}: stop it, or give this one a folder of its own with FOOTNOTE_DATA.`,
      );
    await clock.sleep(POLL_MS);
  }
}

function tryLock(path: string): Disposable | undefined {
  try {
    return trySqliteLock(path);
  } catch (error) {
    if (!(error instanceof Error && "errcode" in error)) throw error;
    throw new DataUnusableError(`${path} cannot be locked: ${error.message}. Remove the file, and start again.`, {
      cause: error,
    });
  }
}
