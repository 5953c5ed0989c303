import type { Answer, Citation } from "../domain/answer.ts";
import { ASPECTS } from "../domain/aspects.ts";
import { paperLink } from "../domain/paper-link.ts";
import type { Paper } from "../domain/paper.ts";
import { SOURCE_LABELS } from "../domain/source-labels.ts";
import { createInk, type Ink } from "./ink.ts";
import { plainLine, plainText } from "../domain/plain-text.ts";
import type { Terminal } from "./terminal.ts";
import { settledText, wrapText } from "./wrap-text.ts";

/** What a comparison puts above its parts, each on a line of its own. */
const PART_HEADING = new RegExp(`^(?:${ASPECTS.join("|")})$`, "gm");

/**
 * An answer for people: the text, a note on how it came about, its footnotes, and where to read on.
 *
 * @param width Columns, as `textWidth` counts them.
 */
export function renderAnswer(answer: Answer, terminal: Terminal, width: number): string {
  const ink = createInk(terminal.color);
  const note = answer.note === undefined ? [] : [ink.dim(wrapText(plainLine(answer.note), width))];
  const footnotes = answer.citations.map((citation) => renderFootnote(citation, width, ink));
  return [renderText(answer.text, width, ink), ...note, ...footnotes, ...renderSeeAlso(answer, width, ink)].join(
    "\n\n",
  );
}

/**
 * As much of an answer under way as can be shown for good.
 *
 * @param text What is proved of the answer's text.
 * @param width The same for the whole answer, also where the terminal's changes.
 * @returns What {@link renderAnswer} begins with for every answer whose text begins with this one.
 */
export function renderUnderWay(text: string, terminal: Terminal, width: number): string {
  return renderText(settledText(text), width, createInk(terminal.color));
}

/** A paper's date where it is known, and the one address to show for it: `2024-05-13 · code https://…`. */
export function renderWhereabouts(paper: Paper): string {
  const { label, url } = paperLink(paper);
  return [...(paper.published ? [plainLine(paper.published)] : []), `${label} ${url}`].join(" · ");
}

function renderText(text: string, width: number, ink: Ink): string {
  const headed = plainText(text).replaceAll(PART_HEADING, (heading) => ink.bold(heading));
  return wrapText(headed, width).replaceAll(/\[\d+\]/g, (mark) => ink.accent(mark));
}

function renderFootnote(citation: Citation, width: number, ink: Ink): string {
  const mark = `[${citation.number}]`;
  const indent = " ".repeat(mark.length + 1);
  const title = wrapText(plainLine(citation.paper.displayTitle), width - indent.length).replaceAll("\n", `\n${indent}`);
  const sources = [...new Set(citation.evidence.map((evidence) => SOURCE_LABELS[evidence.source]))].join(" and ");
  return [
    `${ink.accent(mark)} ${ink.bold(title)}`,
    ink.dim(`${indent}${sources} · ${renderWhereabouts(citation.paper)}`),
  ].join("\n");
}

function renderSeeAlso({ outcome, seeAlso }: Answer, width: number, ink: Ink): string[] {
  // A refusal names the nearest titles in its own words.
  if (seeAlso.length === 0 || outcome === "no-evidence") return [];
  const heading = outcome === "declined" ? "Nearest papers" : "See also";
  const titles = seeAlso.map((paper) => wrapText(`- ${plainLine(paper.displayTitle)}`, width));
  return [[ink.bold(heading), ...titles].join("\n")];
}
