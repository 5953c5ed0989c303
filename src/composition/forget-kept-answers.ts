import { openDatabase } from "../adapters/database.ts";
import { forgetAnswers } from "../adapters/database-answer-cache.ts";
import { diskFiles } from "../adapters/files.ts";
import type { Config } from "../config.ts";

/**
 * Removes what an earlier setting let be remembered of a model's answers. Makes no data folder.
 *
 * @throws {DataUnusableError} If it cannot be removed.
 */
export async function forgetKeptAnswers({ data }: Config): Promise<void> {
  if (!(await diskFiles.exists(data.folder))) return;
  using database = openDatabase(data.folder);
  forgetAnswers(database);
}
