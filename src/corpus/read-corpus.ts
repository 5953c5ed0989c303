import type { Paper } from "../domain/paper.ts";
import { decodeText } from "./decode-text.ts";
import type { Parsed, Problem } from "./entry.ts";
import { mergeEntries } from "./merge-entries.ts";
import { parseCatalogue } from "./parse-catalogue.ts";
import { parsePage } from "./parse-page.ts";

export type { Problem } from "./entry.ts";

/** One file, already read from disk. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface FileReport {
  /** The path as it was given. */
  readonly file: string;
  /** How many entries the file gave, repeated ones too. */
  readonly entries: number;
  /** What is wrong in the file, or in conflict with other files. Empty when nothing is. */
  readonly problems: readonly Problem[];
}

export interface CorpusReading {
  /** Every different paper, in order of first appearance. */
  readonly papers: readonly Paper[];
  /** One report a file, in the order given. */
  readonly files: readonly FileReport[];
  /** How many entries all files gave together. */
  readonly entries: number;
}

interface ReadFile extends Parsed {
  readonly file: string;
  readonly kind: "catalogue" | "page";
}

/**
 * Reads catalogues (JSON lines) and saved pages of Hugging Face Daily Papers into papers. Entries whose titles
 * normalise to the same key are one paper. Never throws for what a file holds: whatever cannot be used is left out and
 * reported, and the rest is read.
 *
 * @param options.pageYears The year of a page's dates that name none, by the page's path or file name. Default: the year
 * after the newest that the page names.
 */
export function readCorpus(
  files: readonly SourceFile[],
  options: { readonly pageYears?: Readonly<Record<string, number>> } = {},
): CorpusReading {
  const years = new Map(Object.entries(options.pageYears ?? {}));
  const read = files.map(({ path, bytes }): ReadFile => {
    const pageYear = years.get(path) ?? years.get(fileName(path));
    return { file: path, ...parseFile(path, bytes, pageYear) };
  });
  const { papers, problems } = mergeEntries(
    read.flatMap(({ file, kind, entries }) => entries.map((entry) => ({ ...entry, file, kind }))),
  );
  const conflicts = Map.groupBy(problems, (problem) => problem.file);
  const reports = read.map((parsed) => ({
    file: parsed.file,
    entries: parsed.entries.length,
    problems: [
      ...parsed.problems,
      ...(conflicts.get(parsed.file) ?? []).map(({ place, reason }) => ({ place, reason })),
    ],
  }));
  return { papers, files: reports, entries: reports.reduce((sum, report) => sum + report.entries, 0) };
}

function parseFile(path: string, bytes: Uint8Array, pageYear: number | undefined): Omit<ReadFile, "file"> {
  const text = decodeText(bytes);
  if (text === undefined) return unreadable("no text: it holds NUL bytes or is not UTF-8");
  const firstCharacter = text.trimStart()[0];
  if (firstCharacter === undefined) return unreadable("the file is empty");
  const isCatalogue = firstCharacter === "{" || path.endsWith(".jsonl");
  return isCatalogue ? { kind: "catalogue", ...parseCatalogue(text) } : { kind: "page", ...parsePage(text, pageYear) };
}

function unreadable(reason: string): Omit<ReadFile, "file"> {
  return { kind: "page", entries: [], problems: [{ place: "file", reason }] };
}

/** The last part of a path, of either system. */
function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}
