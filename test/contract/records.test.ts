import { onTestFinished } from "vitest";
import { openDatabase } from "../../src/adapters/database.ts";
import type { Database } from "../../src/adapters/database.ts";
import { keepWordsInMemory } from "../../src/adapters/database-records-in-memory.ts";
import { DatabaseRecords } from "../../src/adapters/database-records.ts";
import { tempFolder } from "../support/index-temp-folder.ts";
import { PAPERS } from "../support/papers.ts";
import { SetClock } from "../support/set-clock.ts";
import { KEEP_DAYS } from "../support/records.ts";
import { testForgetting } from "./records-forgetting.ts";
import { testRecords } from "./records.ts";

const paperOf = (id: string) => PAPERS.find((paper) => paper.id === id);

function open(folder: string | undefined, prepare?: (database: Database) => void) {
  const database = openDatabase(folder);
  onTestFinished(() => database.close());
  prepare?.(database);
  const clock = new SetClock("2026-03-01");
  return { records: new DatabaseRecords(database, clock, { keepDays: KEEP_DAYS, paperOf }), clock };
}

for (const test of [testRecords, testForgetting]) {
  test("DatabaseRecords on disk", () => open(tempFolder()));
  test("DatabaseRecords in memory", () => open(undefined));
  test("DatabaseRecords with what people said in memory", () => open(tempFolder(), keepWordsInMemory));
}
