import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../src/adapters/database.ts";
import { DatabaseRecords } from "../../src/adapters/database-records.ts";
import { tempFolder } from "../support/index-temp-folder.ts";
import { SETTINGS } from "../support/records.ts";
import { SetClock } from "../support/set-clock.ts";
import { killWhileWriting, startWritingChild } from "../support/writing-child.ts";
import type { WritingChild } from "../support/writing-child.ts";

const CHILD = fileURLToPath(new URL("../support/records-child.ts", import.meta.url));

function startChild(folder: string, rounds: number): WritingChild {
  return startWritingChild(CHILD, folder, rounds);
}

/** What a new process finds, once the database has proved sound. */
function whatIsKept(folder: string) {
  using database = openDatabase(folder);
  expect(database.get("PRAGMA integrity_check")).toEqual({ integrity_check: "ok" });
  const records = new DatabaseRecords(database, new SetClock("2026-03-01"), {
    keepDays: 30,
    paperOf: () => undefined,
  });
  const feedback = records.feedback();
  const rated = feedback.map(({ answerId }) => answerId);
  return {
    feedback: feedback.length,
    settings: rated.filter((id) => records.settings(id).hourlyPerServer === SETTINGS.hourlyPerServer).length,
    messages: rated.filter((id) => records.answerIn(`message ${id}`) !== undefined).length,
    uses: records.uses(0, {}).length,
    pending: records.pending().length,
  };
}

describe("processes that share records", () => {
  it("lose nothing of what each other keeps", async () => {
    const folder = tempFolder();
    const children = [1, 2].map(() => startChild(folder, 60));
    await Promise.all(children.map((child) => (child.stdout.resume(), once(child, "exit"))));
    expect(children.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(whatIsKept(folder)).toEqual({ feedback: 120, settings: 120, messages: 120, uses: 120, pending: 0 });
  });

  it("may be killed at any moment: feedback, settings and answers that were told to be kept are", async () => {
    const folder = tempFolder();
    const kills = 5;
    const told = await killWhileWriting(() => startChild(folder, Infinity), kills);
    const { feedback, settings, messages, pending } = whatIsKept(folder);
    expect(Math.min(feedback, settings, messages)).toBeGreaterThanOrEqual(told);
    // At most one round more may be kept, or be under way, at each kill.
    expect(Math.max(feedback - told, pending)).toBeLessThanOrEqual(kills);
  });
});
