import { join } from "node:path";
import type { Files } from "../domain/ports.ts";
import { formatManifest, type Manifest, SCHEMA_VERSION, sha256 } from "./manifest.ts";
import { MANIFEST_FILE } from "./open-index.ts";

/** A generation that is to become current. */
export interface NewGeneration {
  /** The generation that is current now, if there is a sound one. It stays for those who have it open. */
  readonly previous: string | undefined;
  /** What its manifest says, but for what its files say. */
  readonly content: Omit<Manifest, "schemaVersion" | "generation" | "files">;
  /** Puts every file into the generation's own folder, which is there and empty. */
  readonly write: (home: string) => Promise<void>;
  /** Looked at for the last time before the generation becomes current. */
  readonly signal: AbortSignal | undefined;
}

/**
 * Writes a generation into a folder of its own and makes it current by replacing the manifest: the only step that readers
 * see. The caller holds the lock.
 *
 * @param folder The folder of the index.
 * @throws {IndexUnwritableError} If storage refuses. The previous generation is then still current.
 */
export async function writeGeneration(folder: string, generation: NewGeneration, files: Files): Promise<void> {
  const { previous } = generation;
  const found = await listGenerations(folder, files);
  // What is younger than the current generation was left behind by a build that was killed.
  const leftOver = previous === undefined ? [] : found.filter((name) => Number(name) > Number(previous));
  await removeGenerations(folder, files, leftOver);

  const name = String(Math.max(0, ...found.map(Number)) + 1).padStart(6, "0");
  const hashes = await writeFiles(join(folder, name), generation, files);
  const manifest: Manifest = {
    schemaVersion: SCHEMA_VERSION,
    generation: name,
    ...generation.content,
    files: hashes,
  };
  await files.write(join(folder, MANIFEST_FILE), formatManifest(manifest));

  // The new index stands: an old folder that cannot be removed is no failure, and the next build tries again.
  const outdated = found.filter((other) => other !== previous);
  await removeGenerations(folder, files, outdated).catch(() => {});
}

/** @returns The hash of every file written. What was written is removed again if anything fails. */
async function writeFiles(
  home: string,
  { write, signal }: NewGeneration,
  files: Files,
): Promise<Record<string, string>> {
  try {
    await files.makeFolder(home);
    await write(home);
    const hashes = Object.fromEntries(await hashFiles(home, "", files));
    signal?.throwIfAborted();
    return hashes;
  } catch (error) {
    // The first failure is the one to tell. What resists removal, the next build removes.
    await files.remove(home).catch(() => {});
    throw error;
  }
}

/** The hash of every file below a folder, read back from storage, by path inside it. */
async function hashFiles(folder: string, prefix: string, files: Files): Promise<[string, string][]> {
  const entries = await files.list(folder);
  const hashes = await Promise.all(
    entries.map(async ({ name, isFolder }): Promise<[string, string][]> => {
      const path = join(folder, name);
      if (isFolder) return hashFiles(path, `${prefix}${name}/`, files);
      return [[prefix + name, sha256((await files.read(path)) ?? "")]];
    }),
  );
  return hashes.flat();
}

async function listGenerations(folder: string, files: Files): Promise<string[]> {
  const entries = await files.list(folder);
  return entries.filter(({ name, isFolder }) => isFolder && /^\d{6,}$/.test(name)).map(({ name }) => name);
}

async function removeGenerations(folder: string, files: Files, names: readonly string[]): Promise<void> {
  for (const name of names) await files.remove(join(folder, name));
}
