import { createHash } from "node:crypto";
import { normalizeTitle, type Paper } from "../../src/domain/paper.ts";

/** @returns A paper that has a title, and a digest if one is given. */
export function makePaper(title: string, digest?: string): Paper {
  const id = createHash("sha256").update(normalizeTitle(title)).digest("hex").slice(0, 12);
  return { id, title, displayTitle: title, ...(digest && { digest }), questions: [], terms: [], links: [] };
}

/** @returns So many papers, all different. */
export function makePapers(count: number): Paper[] {
  return Array.from({ length: count }, (_, at) => makePaper(`Paper ${at}`, `It speaks of subject ${at * 7}.`));
}

/** What a test embeds of a paper. */
export function embeddedText({ title, digest = "" }: Paper): string {
  return `${title} ${digest}`;
}
