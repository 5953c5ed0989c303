import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SqliteBuildLock } from "../../../src/adapters/build-lock.ts";
import { IndexLockedError, IndexUnwritableError } from "../../../src/domain/errors.ts";
import { SleeplessClock } from "../../support/index-clock.ts";
import { tempFolder } from "../../support/index-temp-folder.ts";

const idle = async () => {};

describe("SqliteBuildLock", () => {
  it("runs the work and gives back what it returns", async () => {
    expect(await new SqliteBuildLock(new SleeplessClock()).hold(tempFolder(), async () => 7)).toBe(7);
  });

  it("refuses a second writer at once", async () => {
    const folder = tempFolder();
    const clock = new SleeplessClock();
    const second = new SqliteBuildLock(clock);
    await new SqliteBuildLock(clock).hold(folder, async () => {
      await expect(second.hold(folder, idle)).rejects.toThrow(IndexLockedError);
    });
    expect(clock.sleeps).toEqual([]);
  });

  it("waits for the holder as long as it is told", async () => {
    const folder = tempFolder();
    const clock = new SleeplessClock();
    await new SqliteBuildLock(clock).hold(folder, async () => {
      await expect(new SqliteBuildLock(clock).hold(folder, idle, { waitMs: 200 })).rejects.toThrow(IndexLockedError);
    });
    expect(clock.sleeps.reduce((sum, sleep) => sum + sleep, 0)).toBe(200);
  });

  it("gets the lock once the holder is done", async () => {
    const folder = tempFolder();
    const clock = new SleeplessClock();
    const done = Promise.withResolvers<void>();
    const first = new SqliteBuildLock(clock).hold(folder, () => done.promise);
    const slow = { now: () => clock.now(), sleep: async () => (done.resolve(), await first) };
    expect(await new SqliteBuildLock(slow).hold(folder, async () => "second", { waitMs: 1 })).toBe("second");
  });

  it("stops waiting when it is aborted", async () => {
    const folder = tempFolder();
    const lock = new SqliteBuildLock(new SleeplessClock());
    const signal = AbortSignal.abort(new Error("stop"));
    await lock.hold(folder, async () => {
      await expect(lock.hold(folder, idle, { waitMs: 1000, signal })).rejects.toThrow("stop");
    });
  });

  it("is free again when the work fails", async () => {
    const folder = tempFolder();
    const lock = new SqliteBuildLock(new SleeplessClock());
    await expect(lock.hold(folder, () => Promise.reject(new Error("work")))).rejects.toThrow("work");
    await lock.hold(folder, idle);
  });

  it("says that its file cannot be made, or is none of its own", async () => {
    const lock = new SqliteBuildLock(new SleeplessClock());
    await expect(lock.hold(join(tempFolder(), "nowhere"), idle)).rejects.toThrow(IndexUnwritableError);
    const taken = tempFolder();
    mkdirSync(join(taken, "build.lock"));
    await expect(lock.hold(taken, idle)).rejects.toThrow(IndexUnwritableError);
    const damaged = tempFolder();
    writeFileSync(join(damaged, "build.lock"), "no database".repeat(500));
    await expect(lock.hold(damaged, idle)).rejects.toThrow(/build\.lock cannot be locked: .*Make its folder writable/);
  });
});
