import { readdir, readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { CorpusUnreadableError } from "../domain/errors.ts";
import { explainRefusal } from "./files-refusal.ts";

/** A file of the corpus, as it lies on the disk. */
export interface SourceFile {
  /** As the owner named it, or inside the folder that the owner named. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a folder of the corpus may hold: saved pages and catalogues. */
const SOURCE_NAME = /^[^.].*\.(?:txt|jsonl)$/i;

/**
 * Reads the sources of a corpus. A folder stands for its `.txt` and `.jsonl` files, sorted by name; what is hidden or in
 * folders inside it is passed over.
 *
 * @param paths Files and folders.
 * @returns Each file once, in the order in which it was first named.
 * @throws {CorpusUnreadableError} If a path is not there or cannot be read, or a folder holds no such file.
 */
export async function readSources(paths: readonly string[]): Promise<SourceFile[]> {
  const named = (await Promise.all(paths.map(findSources))).flat();
  const byFile = new Map<string, string>();
  for (const path of named) if (!byFile.has(resolve(path))) byFile.set(resolve(path), path);
  return Promise.all(
    [...byFile.values()].map(async (path) => ({ path, bytes: await readable(path, () => readFile(path)) })),
  );
}

async function findSources(path: string): Promise<string[]> {
  const details = await readable(path, () => stat(path));
  if (!details.isDirectory()) return [path];
  const entries = await readable(path, () => readdir(path, { withFileTypes: true }));
  const names = entries.filter((entry) => !entry.isDirectory() && SOURCE_NAME.test(entry.name)).map(({ name }) => name);
  if (names.length === 0)
    throw new CorpusUnreadableError(
      `The folder ${path} holds no .txt and no .jsonl file. Put saved pages or a catalogue there, or name another path.`,
    );
  return names.toSorted().map((name) => join(path, name));
}

async function readable<Result>(path: string, step: () => Promise<Result>): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    const reason = explainRefusal(error);
    if (!reason) throw error;
    throw new CorpusUnreadableError(`${path} cannot be read: ${reason}. Check the path and its permissions.`, {
      cause: error,
    });
  }
}
