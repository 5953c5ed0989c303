import { createHash } from "node:crypto";

import { normalizeTitle, type Paper } from "../domain/paper.ts";
import type { Entry, Problem } from "./entry.ts";
import { readableText } from "./readable-text.ts";

/** An entry, and the file that it was found in. */
export interface SourcedEntry extends Entry {
  readonly file: string;
  readonly kind: "catalogue" | "page";
}

/** A problem, and the file to whose report it belongs. */
export interface SourcedProblem extends Problem {
  readonly file: string;
}

type Field = Exclude<keyof Entry, "place" | "title">;

/** Too long to be spelt out in a conflict. */
const TEXT_FIELDS: ReadonlySet<Field> = new Set(["tldr", "digest", "questions", "terms", "links"]);

/**
 * Makes one paper of all entries with the same normalised title. For each field the first page that has it is kept,
 * else the first catalogue; the title is the first catalogue's, else the first page's. An entry that says otherwise is
 * reported where it stands, unless it is the abstract that differs: authors reword theirs from one version to the next.
 *
 * @returns The papers in order of first appearance.
 */
export function mergeEntries(entries: readonly SourcedEntry[]): {
  readonly papers: readonly Paper[];
  readonly problems: readonly SourcedProblem[];
} {
  const groups = Map.groupBy(entries, (entry) => normalizeTitle(entry.title));
  const problems: SourcedProblem[] = [];
  const papers = [...groups].map(([key, group]) => mergeGroup(key, group, problems));
  return { papers, problems };
}

function mergeGroup(key: string, group: readonly SourcedEntry[], problems: SourcedProblem[]): Paper {
  const { page: pages = [], catalogue: catalogues = [] } = Object.groupBy(group, (entry) => entry.kind);
  const byAuthority: readonly SourcedEntry[] = [...pages, ...catalogues];

  function keep<Name extends Field>(field: Name): Entry[Name] | undefined {
    const [kept, ...others] = byAuthority.filter((entry) => !isMissing(entry[field]));
    for (const other of others) {
      if (kept === undefined || field === "abstract" || isSame(kept[field], other[field])) continue;
      problems.push({ file: other.file, place: other.place, reason: conflict(field, other, kept) });
    }
    return kept?.[field];
  }

  const title = (catalogues[0] ?? pages[0])?.title ?? "";
  return {
    id: createHash("sha256").update(key).digest("hex").slice(0, 12),
    title,
    displayTitle: readableText(title),
    questions: keep("questions") ?? [],
    terms: keep("terms") ?? [],
    links: keep("links") ?? [],
    ...present({
      abstract: readable(keep("abstract")),
      tldr: readable(keep("tldr")),
      digest: readable(keep("digest")),
      published: keep("published"),
      authorCount: keep("authorCount"),
      organization: keep("organization"),
      commentCount: keep("commentCount"),
    }),
  };
}

function readable(text: string | undefined): string | undefined {
  return text === undefined ? undefined : readableText(text);
}

/** The facts that are known. */
function present(facts: { readonly [Key in keyof Paper]?: Paper[Key] | undefined }): Partial<Paper> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

function isMissing(value: Entry[Field]): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

function isSame(one: Entry[Field], other: Entry[Field]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function conflict(field: Field, other: SourcedEntry, kept: SourcedEntry): string {
  const place = `${kept.file}, ${kept.place}`;
  return TEXT_FIELDS.has(field)
    ? `"${field}" differs from that of ${place}, which is kept`
    : `"${field}" ${String(other[field])} differs from ${String(kept[field])} of ${place}, which is kept`;
}
