import { onTestFinished } from "vitest";
import { systemClock } from "../../src/adapters/clock.ts";
import { openDatabase } from "../../src/adapters/database.ts";
import { DatabaseRecords } from "../../src/adapters/database-records.ts";
import type { Logger } from "../../src/domain/ports.ts";
import { NO_METRICS } from "../../src/domain/no-metrics.ts";
import { OWNER } from "./owner.ts";
import { PAPERS } from "./papers.ts";
import { SetClock } from "./set-clock.ts";

const silent = (): void => {};

/** A logger that says nothing. */
export const SILENT_LOGGER: Logger = { info: silent, warn: silent, error: silent };

/** Records in memory, until the test ends. */
export function recordsInMemory(): DatabaseRecords {
  const database = openDatabase(undefined);
  onTestFinished(() => database.close());
  const paperOf = (id: string) => PAPERS.find((paper) => paper.id === id);
  return new DatabaseRecords(database, new SetClock("2026-01-01"), { keepDays: 30, paperOf });
}

/** What a bot is made of beside its App and its log, for tests that look at neither. */
export function someParts() {
  return { records: recordsInMemory(), logger: SILENT_LOGGER, metrics: NO_METRICS, owner: OWNER, clock: systemClock };
}
