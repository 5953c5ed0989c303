import { join } from "node:path";
import { IndexCorruptError } from "../domain/errors.ts";
import type { Paper } from "../domain/paper.ts";
import type { Files } from "../domain/ports.ts";
import { type Manifest, parseManifest, REBUILD, sha256 } from "./manifest.ts";

export const MANIFEST_FILE = "manifest.json";
export const PAPERS_FILE = "papers.jsonl";
export const VECTORS_FOLDER = "vectors";

/** One generation of an index, read and verified. */
export interface OpenedIndex {
  readonly manifest: Manifest;
  /** In corpus order, which is the order of the vectors too. */
  readonly papers: readonly Paper[];
  /** The folder of the vector store. Its files are verified. */
  readonly vectorsFolder: string;
  /**
   * @returns The bytes that the build was given under this name.
   * @throws {IndexCorruptError} If the build was given none.
   */
  artifact(name: string): Uint8Array;
}

/**
 * Reads the current generation of an index, every byte checked against the manifest. Needs no lock: when a build replaces
 * the generation meanwhile, the new one is read.
 *
 * @returns Undefined if there is no index.
 * @throws {IndexCorruptError} If a file is missing, truncated or edited.
 * @throws {IndexStaleError} If another version of Footnote wrote it.
 */
export async function openIndex(folder: string, files: Files): Promise<OpenedIndex | undefined> {
  for (;;) {
    const manifest = await readManifest(folder, files);
    if (!manifest) return undefined;
    try {
      return await openGeneration(folder, manifest, files);
    } catch (error) {
      const latest = await readManifest(folder, files);
      if (latest?.generation === manifest.generation) throw error;
    }
  }
}

/**
 * Reads only the manifest, to learn cheaply which generation is current.
 *
 * @returns Undefined if there is no index.
 * @throws {IndexCorruptError} If the manifest is truncated or edited.
 * @throws {IndexStaleError} If another version of Footnote wrote it.
 */
export async function readManifest(folder: string, files: Files): Promise<Manifest | undefined> {
  const path = join(folder, MANIFEST_FILE);
  const bytes = await files.read(path);
  return bytes && parseManifest(bytes, path);
}

async function openGeneration(folder: string, manifest: Manifest, files: Files): Promise<OpenedIndex> {
  const home = join(folder, manifest.generation);
  const contents = await Promise.all(
    Object.entries(manifest.files).map(
      async ([name, hash]) => [name, await readVerified(join(home, name), hash, files)] as const,
    ),
  );
  // The store reads its own files; holding their bytes would keep them twice.
  const kept = new Map(contents.filter(([name]) => !name.startsWith(`${VECTORS_FOLDER}/`)));
  const artifact = (name: string) => {
    const bytes = kept.get(name);
    if (!bytes) throw new IndexCorruptError(`${join(home, name)} is missing. ${REBUILD}`);
    return bytes;
  };
  return {
    manifest,
    papers: parsePapers(artifact(PAPERS_FILE)),
    vectorsFolder: join(home, VECTORS_FOLDER),
    artifact,
  };
}

async function readVerified(path: string, hash: string, files: Files): Promise<Uint8Array> {
  const bytes = await files.read(path);
  if (!bytes) throw new IndexCorruptError(`${path} is missing. ${REBUILD}`);
  if (sha256(bytes) !== hash)
    throw new IndexCorruptError(`${path} is truncated or was changed after it was written. ${REBUILD}`);
  return bytes;
}

/** One JSON object a line. */
export function formatPapers(papers: readonly Paper[]): Uint8Array {
  return new TextEncoder().encode(papers.map((paper) => `${JSON.stringify(paper)}\n`).join(""));
}

function parsePapers(bytes: Uint8Array): Paper[] {
  const lines = new TextDecoder().decode(bytes).split("\n").slice(0, -1);
  // The hash fits only what formatPapers wrote.
  return lines.map((line) => JSON.parse(line) as Paper);
}
