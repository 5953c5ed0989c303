import { createHash } from "node:crypto";
import { IndexCorruptError, IndexStaleError } from "../domain/errors.ts";

/** The version of the layout of an index. Raised by whoever changes what {@link Manifest} or a file of it means. */
export const SCHEMA_VERSION = 1;

/** What a source was when the index was built. */
export interface SourceHash {
  /** As the owner would name it. Compared to the letter. */
  readonly path: string;
  /** SHA-256 of its bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly bytes: number;
}

/** What an index is made of and from: the one small file that says which generation is current. */
export interface Manifest {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  /** The folder of the current generation, inside the index folder. */
  readonly generation: string;
  /** ISO instant, UTC. */
  readonly builtAt: string;
  /** The files and folders that the owner named, or null for the configured corpus. */
  readonly paths: readonly string[] | null;
  readonly sources: readonly SourceHash[];
  readonly embedding: { readonly model: string; readonly dimensions: number };
  /** Names how papers become text, and text becomes artifacts. */
  readonly recipe: string;
  /** SHA-256 of every file of the generation, by path inside it (`vectors/index.json`). */
  readonly files: Readonly<Record<string, string>>;
  /** SHA-256 of each paper's embedded text, by paper id, in corpus order. */
  readonly papers: Readonly<Record<string, string>>;
}

/** The line that every damaged or outdated index ends with. */
export const REBUILD = "Run `npm run footnote -- index` to build it anew.";

/** @returns The SHA-256 of bytes, or of text as UTF-8, in 64 hexadecimal digits. */
export function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Writes a manifest as indented JSON, sealed by a hash of itself, so that an edit by hand is noticed. */
export function formatManifest(manifest: Manifest): Uint8Array {
  const sealed = { seal: sealOf(manifest), ...manifest };
  return new TextEncoder().encode(`${JSON.stringify(sealed, null, 2)}\n`);
}

/**
 * Reads a manifest. The seal stands for all checks of shape: what it fits was written by {@link formatManifest}.
 *
 * @param path Where the bytes come from, for messages.
 * @throws {IndexCorruptError} If the bytes are not a sealed manifest.
 * @throws {IndexStaleError} If it is of another schema version.
 */
export function parseManifest(bytes: Uint8Array, path: string): Manifest {
  const parsed = parseObject(bytes);
  if (!parsed) throw new IndexCorruptError(`${path} is truncated or is no JSON object. ${REBUILD}`);
  const { seal, ...manifest } = parsed;
  const version = manifest["schemaVersion"];
  if (typeof version === "number" && version !== SCHEMA_VERSION) {
    const age = version > SCHEMA_VERSION ? "a newer" : "an older";
    throw new IndexStaleError(
      `${path} was written by ${age} version of Footnote (schema ${version}; this one reads ${SCHEMA_VERSION}). ${REBUILD}`,
    );
  }
  if (seal !== sealOf(manifest)) throw new IndexCorruptError(`${path} was changed after it was written. ${REBUILD}`);
  // The seal fits only what formatManifest wrote.
  return manifest as unknown as Manifest;
}

function sealOf(manifest: object): string {
  return sha256(JSON.stringify(manifest));
}

function parseObject(bytes: Uint8Array): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? { ...parsed } : undefined;
  } catch {
    return undefined;
  }
}
