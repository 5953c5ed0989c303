import { access, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { IndexCorruptError, IndexUnwritableError } from "../domain/errors.ts";
import type { Files } from "../domain/ports.ts";
import { explainRefusal, isMissing } from "./files-refusal.ts";

/** Files on this machine's disks. */
export const diskFiles: Files = {
  async read(path) {
    return readable(path, undefined, () => readFile(path));
  },

  write(path, bytes) {
    return refusable(path, async () => {
      const unfinished = `${path}.tmp`;
      try {
        await using file = await open(unfinished, "w");
        await file.writeFile(bytes);
        await file.sync();
        await rename(unfinished, path);
      } catch (error) {
        // The first failure is the one to tell.
        await rm(unfinished, { force: true }).catch(() => {});
        throw error;
      }
      await syncFolder(dirname(path));
    });
  },

  makeFolder(path) {
    return refusable(path, async () => {
      const first = await mkdir(path, { recursive: true });
      if (first === undefined) return;
      // A folder outlives a power cut once its parent is synced.
      for (let made = resolve(path); made.length >= resolve(first).length; made = dirname(made))
        await syncFolder(dirname(made));
    });
  },

  async list(path) {
    const entries = await readable(path, [], () => readdir(path, { withFileTypes: true }));
    return entries
      .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  },

  async exists(path) {
    return access(path).then(
      () => true,
      () => false,
    );
  },

  remove(path) {
    return refusable(path, () => rm(path, { recursive: true, force: true }));
  },
};

/** Runs a step that reads; `missing` stands for what is not there. */
async function readable<Result, Missing>(
  path: string,
  missing: Missing,
  step: () => Promise<Result>,
): Promise<Result | Missing> {
  try {
    return await step();
  } catch (error) {
    if (isMissing(error)) return missing;
    const reason = explainRefusal(error);
    if (!reason) throw error;
    throw new IndexCorruptError(
      `${path} cannot be read: ${reason}. Mend that, or choose another folder with --index.`,
      {
        cause: error,
      },
    );
  }
}

/** Runs a step that writes. */
async function refusable(path: string, step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    const reason = explainRefusal(error);
    if (!reason) throw error;
    throw new IndexUnwritableError(
      `${path} cannot be written: ${reason}. Mend that, or choose another folder with --index.`,
      { cause: error },
    );
  }
}

/** Makes the names in a folder durable. Windows has no such thing, and does not need it. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  await using folder = await open(path, "r");
  await folder.sync();
}
