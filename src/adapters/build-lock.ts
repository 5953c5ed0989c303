import { join } from "node:path";
import { IndexLockedError, IndexUnwritableError } from "../domain/errors.ts";
import type { BuildLock, Clock, LockPatience } from "../domain/ports.ts";
import { trySqliteLock } from "./sqlite-lock.ts";

const LOCK_FILE = "build.lock";

/** How long to wait before asking again, in milliseconds. */
const POLL_MS = 50;

/** Lets one process at a time build an index. */
export class SqliteBuildLock implements BuildLock {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async hold<Result>(
    folder: string,
    work: () => Promise<Result>,
    { waitMs = 0, signal }: LockPatience = {},
  ): Promise<Result> {
    const path = join(folder, LOCK_FILE);
    const deadline = this.#clock.now() + waitMs;
    let held = tryLock(path);
    while (!held) {
      if (this.#clock.now() >= deadline)
        throw new IndexLockedError(`Another process is building the index in ${folder}. Try again when it is done.`);
      await this.#clock.sleep(POLL_MS, signal);
      held = tryLock(path);
    }
    using _transaction = held;
    return await work();
  }
}

/** @returns What holds the lock until it is disposed of, or undefined if another holds it. */
function tryLock(path: string): Disposable | undefined {
  try {
    return trySqliteLock(path);
  } catch (error) {
    if (!(error instanceof Error && "errcode" in error)) throw error;
    throw new IndexUnwritableError(
      `${path} cannot be locked: ${error.message}. Make its folder writable, remove the file if it is damaged, or choose another folder with --index.`,
      { cause: error },
    );
  }
}
