import { join } from "node:path";
import { IndexLockedError, IndexUnwritableError } from "../domain/errors.ts";
import type { BuildLock, Clock, LockPatience } from "../domain/ports.ts";
import { takeSqliteLock } from "./sqlite-lock.ts";

const LOCK_FILE = "build.lock";

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
    const refuse = (reason: string, cause: Error): Error =>
      new IndexUnwritableError(
        `${path} cannot be locked: ${reason}. Make its folder writable, remove the file if it is damaged, or choose another folder with --index.`,
        { cause },
      );
    using lock = await takeSqliteLock(path, { clock: this.#clock, waitMs, signal, refuse });
    if (!lock)
      throw new IndexLockedError(`Another process is building the index in ${folder}. Try again when it is done.`);
    return await work();
  }
}
