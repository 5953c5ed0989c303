import type { Paper } from "../domain/paper.ts";
import { createInk } from "./ink.ts";
import { plainLine } from "../domain/plain-text.ts";
import { renderWhereabouts } from "./render-answer.ts";
import { textWidth, type Terminal } from "./terminal.ts";
import { wrapText } from "./wrap-text.ts";

/** Papers for people, numbered, each with its sentence and where to read it. */
export function renderPapers(papers: readonly Paper[], terminal: Terminal): string {
  if (papers.length === 0) return "Nothing in the corpus matches.";
  const width = textWidth(terminal);
  const ink = createInk(terminal.color);
  return papers
    .map((paper, index) => {
      const indent = " ".repeat(`${index + 1}. `.length);
      return [
        ink.bold(wrapText(`${index + 1}. ${plainLine(paper.displayTitle)}`, width)),
        ...(paper.tldr ? [wrapText(plainLine(paper.tldr), width, indent)] : []),
        ink.dim(`${indent}${renderWhereabouts(paper)}`),
      ].join("\n");
    })
    .join("\n\n");
}

/** A paper for programs. `title` is the corpus's own, to the letter. */
export interface PaperRow {
  readonly title: string;
  readonly published?: string;
  readonly links: readonly string[];
  /** Orders one list only. Absent where the order came without one. */
  readonly score?: number;
}

export function paperRow({ title, published, links }: Paper, score?: number): PaperRow {
  return { title, ...(published && { published }), links, ...(score !== undefined && { score }) };
}
