import { join } from "node:path";
import { IndexUnwritableError } from "../domain/errors.ts";
import type { Files } from "../domain/ports.ts";
import { formatManifest, type Manifest, SCHEMA_VERSION, sha256 } from "./manifest.ts";
import { MANIFEST_FILE } from "./open-index.ts";

/** Written first into every generation: a folder without it is somebody else's, and never removed. */
const MARKER_FILE = "FOOTNOTE_INDEX";
const MARKER = new TextEncoder().encode("A generation of Footnote's search index. It may be deleted at any time.\n");
const GENERATION_NAME = /^\d{6,}$/;
/** What a folder may hold before its first build: the note that git keeps, and traces of a lock. */
const OWN_NAMES = /^(?:README\.md|manifest\.json|build\.lock.*|\..*|.*\.tmp)$/;

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
  const numbered = await listNumbered(folder, files);
  const found = await keepOurs(folder, numbered, files);
  // What is younger than the current generation was left behind by a build that was killed.
  const leftOver = previous === undefined ? [] : found.filter((name) => Number(name) > Number(previous));
  await removeGenerations(folder, files, leftOver);

  const name = String(Math.max(0, ...numbered.map(Number)) + 1).padStart(6, "0");
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
    await files.write(join(home, MARKER_FILE), MARKER);
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

/** The folders that are named like generations, whosever they are. */
async function listNumbered(folder: string, files: Files): Promise<string[]> {
  const entries = await files.list(folder);
  return entries.filter(({ name, isFolder }) => isFolder && GENERATION_NAME.test(name)).map(({ name }) => name);
}

/** Those that hold our marker, or nothing to lose: a build may be killed before it has written the marker. */
async function keepOurs(folder: string, names: readonly string[], files: Files): Promise<string[]> {
  const contents = await Promise.all(names.map((name) => files.list(join(folder, name))));
  return names.filter((_, at) => {
    const held = (contents[at] ?? []).map(({ name }) => name);
    return held.includes(MARKER_FILE) || held.every((name) => name === `${MARKER_FILE}.tmp`);
  });
}

/**
 * Refuses to make an index of a folder that is something else: one with a manifest that is not ours, or with things in it
 * of which none is.
 *
 * @throws {IndexUnwritableError} If the folder holds other files. Nothing was touched then.
 */
export async function checkFolder(folder: string, isSealed: boolean, files: Files): Promise<void> {
  if (isSealed) return;
  const entries = await files.list(folder);
  const ours = await keepOurs(folder, await listNumbered(folder, files), files);
  const foreign = entries.filter(({ name }) => !OWN_NAMES.test(name) && !ours.includes(name));
  if (ours.length > 0 || (foreign.length === 0 && !entries.some(({ name }) => name === MANIFEST_FILE))) return;
  const [first = { name: MANIFEST_FILE }] = foreign;
  throw new IndexUnwritableError(
    `${folder} holds other files (such as ${first.name}), which a build could overwrite. Choose an empty folder with --index.`,
  );
}

async function removeGenerations(folder: string, files: Files, names: readonly string[]): Promise<void> {
  for (const name of names) await files.remove(join(folder, name));
}
