import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { systemClock } from "../../../src/adapters/clock.ts";
import { lockData } from "../../../src/adapters/data-lock.ts";
import type { Clock } from "../../../src/domain/ports.ts";
import { tempFolder } from "../../support/index-temp-folder.ts";

/** A clock on which every look costs a second. */
function hurriedClock(onSleep = (): void => {}): Clock {
  let now = 0;
  return { now: () => (now += 1000), sleep: () => Promise.resolve(onSleep()) };
}

it("refuses a second bot on a folder, and says what to do", async () => {
  const folder = tempFolder();
  using _lock = await lockData(folder, systemClock);
  await expect(lockData(folder, hurriedClock())).rejects.toMatchObject({
    code: "data/unusable",
    message: `Another Footnote uses ${folder}: stop it, or give this one a folder of its own with FOOTNOTE_DATA.`,
  });
});

it("waits for a bot that is being stopped", async () => {
  const folder = tempFolder();
  const first = await lockData(folder, systemClock);
  using second = await lockData(
    folder,
    hurriedClock(() => first[Symbol.dispose]()),
  );
  expect(second).toBeDefined();
});

it("says what to do with a damaged lock", async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, "bot.lock"), "no lock ".repeat(1000));
  await expect(lockData(folder, systemClock)).rejects.toMatchObject({
    code: "data/unusable",
    message: expect.stringMatching(/bot\.lock cannot be locked: .*\. Remove the file, and start again\.$/),
  });
});
