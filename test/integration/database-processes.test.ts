import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../src/adapters/database.ts";
import { DatabaseSpending } from "../../src/adapters/database-spending.ts";
import { SetClock } from "../support/set-clock.ts";
import { tempFolder } from "../support/index-temp-folder.ts";
import { killWhileWriting, startWritingChild } from "../support/writing-child.ts";
import type { WritingChild } from "../support/writing-child.ts";

const CHILD = fileURLToPath(new URL("../support/database-child.ts", import.meta.url));

function startChild(folder: string, rounds: number): WritingChild {
  return startWritingChild(CHILD, folder, rounds);
}

/** What the database says was spent, in rounds, once it has proved sound. */
function roundsKept(folder: string): number {
  using database = openDatabase(folder);
  expect(database.get("PRAGMA integrity_check")).toEqual({ integrity_check: "ok" });
  expect(database.get("SELECT count(*) <= 20 AS few FROM answers")).toEqual({ few: 1 });
  const unexpected = (error: Error) => {
    throw error;
  };
  return new DatabaseSpending(database, new SetClock("2026-03-01"), unexpected).today() / 0.5;
}

describe("processes that share a database", () => {
  it("make it together, and lose nothing of what each other adds", async () => {
    const folder = tempFolder();
    const children = [1, 2, 3].map(() => startChild(folder, 60));
    await Promise.all(children.map((child) => (child.stdout.resume(), once(child, "exit"))));
    expect(children.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
    expect(roundsKept(folder)).toBe(180);
  });

  it("may be killed at any moment: all that was told to be kept is", async () => {
    const folder = tempFolder();
    const kills = 5;
    const told = await killWhileWriting(() => startChild(folder, Infinity), kills);
    const kept = roundsKept(folder);
    expect(kept).toBeGreaterThanOrEqual(told);
    // One more may be kept than could be told before each kill.
    expect(kept).toBeLessThanOrEqual(told + kills);
  });
});
