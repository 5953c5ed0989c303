import { setImmediate } from "node:timers/promises";
import { systemClock } from "../adapters/clock.ts";
import { openDatabase } from "../adapters/database.ts";
import { DatabaseRecords } from "../adapters/database-records.ts";
import { diskFiles } from "../adapters/files.ts";
import type { Config } from "../config.ts";
import type { Paper } from "../domain/paper.ts";
import type { FeedbackRecord } from "../domain/records.ts";

/**
 * What people thought of the answers that are still kept.
 *
 * @param papers Those of the index.
 * @returns Oldest first; empty where there is no data folder, which this does not make.
 * @throws {DataUnusableError} If what is kept cannot be read.
 */
export async function readFeedback(
  { data, discord }: Config,
  papers: readonly Paper[],
): Promise<readonly FeedbackRecord[]> {
  if (discord.keepDays === 0 || !(await diskFiles.exists(data.folder))) return [];
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const database = openDatabase(data.folder);
  try {
    const records = new DatabaseRecords(database, systemClock, {
      keepDays: discord.keepDays,
      paperOf: (id) => byId.get(id),
    });
    // What is too old must not leave.
    while (records.expire()) await setImmediate();
    return records.feedback();
  } finally {
    database.close();
  }
}
