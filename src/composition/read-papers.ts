import { readSources } from "../adapters/files-sources.ts";
import type { SourceFile } from "../adapters/files-sources.ts";
import type { Config } from "../config.ts";
import { readCorpus } from "../corpus/read-corpus.ts";
import type { CorpusReading } from "../corpus/read-corpus.ts";
import { CorpusUnreadableError } from "../domain/errors.ts";
import { sha256 } from "../indexing/manifest.ts";
import type { SourceHash } from "../indexing/manifest.ts";

/** The sources of an index as they lie on the disk now. */
export interface Sources {
  /** The files and folders that the owner named for this index, or null for the configured corpus. */
  readonly paths: readonly string[] | null;
  readonly files: readonly SourceFile[];
  readonly hashes: readonly SourceHash[];
}

/**
 * Reads the sources of an index: those named now, else those that the index remembers, else the configured corpus.
 *
 * @throws {CorpusUnreadableError} If a path is missing or cannot be read.
 */
export async function findSources(
  named: readonly string[],
  remembered: readonly string[] | null,
  { corpus }: Config,
): Promise<Sources> {
  const paths = named.length > 0 ? named : remembered;
  const files = await readSources(paths ?? corpus.paths);
  // The owner's years decide dates, so a change of them is a change of the page.
  const years = JSON.stringify(corpus.pageYears);
  const hashes = files.map(({ path, bytes }) => ({
    path,
    sha256: years === "{}" ? sha256(bytes) : sha256(`${sha256(bytes)} ${years}`),
    bytes: bytes.length,
  }));
  return { paths, files, hashes };
}

/**
 * Parses sources into papers.
 *
 * @throws {CorpusUnreadableError} If they hold no paper at all, or, when strict, anything that could not be taken in.
 */
export function readPapers({ files }: Sources, { corpus }: Config, strict: boolean): CorpusReading {
  const reading = readCorpus(files, { pageYears: corpus.pageYears });
  const problems = reading.files.flatMap(({ file, problems: found }) =>
    found.map(({ place, reason }) => `${file}${place === "file" ? "" : `, ${place}`}: ${reason}`),
  );
  const [first] = problems;
  if (first === undefined) return reading;
  const told = problems.length === 1 ? first : `${first} (and ${problems.length - 1} more)`;
  if (reading.papers.length === 0) {
    throw new CorpusUnreadableError(
      `No paper could be read. ${told}. Give saved Daily Papers pages (.txt) or a catalogue in JSON lines (.jsonl).`,
    );
  }
  if (strict) throw new CorpusUnreadableError(`${told}. Mend it, or go on without --strict.`);
  return reading;
}
