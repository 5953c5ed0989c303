import type { Paper } from "../../domain/paper.ts";
import { customId } from "../custom-id.ts";
import { button, paperMenu } from "./controls.ts";
import { escapeLine, shorten } from "./escape-markdown.ts";
import { LIMITS } from "./limits.ts";
import { layOut } from "./message-page.ts";
import type { MessagePage, Piece } from "./message-page.ts";
import { titleLine, whereaboutsLine } from "./paper-lines.ts";

/** Papers on a page: what a phone shows without much scrolling. */
const PAGE_LENGTH = 5;

/** A list of papers, turned page by page. */
export interface PaperList {
  /** What the list is, in Markdown. */
  readonly heading: string;
  /** Best first. Never empty. */
  readonly papers: readonly Paper[];
  /** How many there are, in words. */
  readonly total: string;
  /** What else is to be said of the list, in plain text. May be empty. */
  readonly aside?: string;
}

/**
 * One page of a list of papers.
 *
 * @param id The id under which the list is remembered.
 * @param wanted The page, counted from 0; the nearest that there is.
 */
export function renderPaperList(list: PaperList, id: string, wanted = 0): readonly MessagePage[] {
  const { papers } = list;
  const count = Math.ceil(papers.length / PAGE_LENGTH);
  const page = Math.max(0, Math.min(wanted, count - 1));
  const start = page * PAGE_LENGTH;
  const shown = papers.slice(start, start + PAGE_LENGTH);
  const place = [...(count > 1 ? [`Page ${page + 1} of ${count}`] : []), list.total].join(" · ");
  const origin = shown.some(({ tldr }) => tldr) ? ["sentences from our digest"] : [];
  const smallPrint = [place, ...origin, ...(list.aside ? [escapeLine(list.aside)] : [])].join(" · ");
  return layOut({
    sections: [
      [{ text: list.heading }, ...fitEntries(shown, start, LIMITS.text - list.heading.length - smallPrint.length)],
    ],
    smallPrint,
    rows: [
      paperMenu("Open a paper", shown),
      count > 1
        ? [
            button("Previous", customId("list", id, page - 1), page > 0),
            button("Next", customId("list", id, page + 1), page < count - 1),
          ]
        : [],
    ],
  });
}

/** Entries that fit into one message together: where they are long, their sentences give way, then their links. */
function fitEntries(papers: readonly Paper[], start: number, room: number): readonly Piece[] {
  const attempts = [
    { tldrLength: Infinity, hasLink: true },
    { tldrLength: 150, hasLink: true },
    { tldrLength: 0, hasLink: true },
    { tldrLength: 0, hasLink: false },
  ].map((fit) =>
    papers.map((paper, index) => ({
      text: entryOf(paper, start + index + 1, fit),
      ...(index === 0 && { gap: "\n" as const }),
    })),
  );
  const fits = (pieces: readonly Piece[]): boolean =>
    pieces.reduce((sum, { text }) => sum + text.length + 2, 8) <= room;
  return attempts.find(fits) ?? attempts.at(-1) ?? [];
}

function entryOf(paper: Paper, number: number, fit: { tldrLength: number; hasLink: boolean }): string {
  return [
    `**${number}.** **${titleLine(paper)}**`,
    ...(paper.tldr && fit.tldrLength > 0 ? [escapeLine(shorten(paper.tldr, fit.tldrLength))] : []),
    ...(fit.hasLink ? [whereaboutsLine(paper)] : []),
  ].join("\n");
}
