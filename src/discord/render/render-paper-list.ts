import type { Paper } from "../../domain/paper.ts";
import { customId } from "../custom-id.ts";
import type { Words } from "../words/words.ts";
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

export interface ListFrame {
  /** The id under which the list is remembered. */
  readonly id: string;
  /** In the language of the list's own texts. */
  readonly words: Words;
  /** Counted from 0; the nearest that there is. Defaults to the first. */
  readonly page?: number;
}

/** One page of a list of papers. */
export function renderPaperList(list: PaperList, { id, words, page: wanted = 0 }: ListFrame): readonly MessagePage[] {
  const { buttons, lists, placeholders } = words;
  const { papers } = list;
  const count = Math.ceil(papers.length / PAGE_LENGTH);
  const page = Math.max(0, Math.min(wanted, count - 1));
  const start = page * PAGE_LENGTH;
  const shown = papers.slice(start, start + PAGE_LENGTH);
  const place = [...(count > 1 ? [lists.page(page + 1, count)] : []), list.total].join(" · ");
  const origin = shown.some(({ tldr }) => tldr) ? [lists.fromDigest] : [];
  const smallPrint = [place, ...origin, ...(list.aside ? [escapeLine(list.aside)] : [])].join(" · ");
  return layOut({
    sections: [
      [
        { text: list.heading },
        ...fitEntries(shown, { start, room: LIMITS.text - list.heading.length - smallPrint.length, words }),
      ],
    ],
    smallPrint,
    rows: [
      paperMenu(placeholders.open, shown, words),
      count > 1
        ? [
            button(buttons.previous, customId("list", id, page - 1), { isEnabled: page > 0 }),
            button(buttons.next, customId("list", id, page + 1), { isEnabled: page < count - 1 }),
          ]
        : [],
    ],
  });
}

/** Entries that fit into one message together: where they are long, their sentences give way, then their links. */
function fitEntries(
  papers: readonly Paper[],
  { start, room, words }: { readonly start: number; readonly room: number; readonly words: Words },
): readonly Piece[] {
  const attempts = [
    { tldrLength: Infinity, hasLink: true },
    { tldrLength: 150, hasLink: true },
    { tldrLength: 0, hasLink: true },
    { tldrLength: 0, hasLink: false },
  ].map((fit) =>
    papers.map((paper, index) => ({
      text: entryOf(paper, start + index + 1, fit, words),
      ...(index === 0 && { gap: "\n" as const }),
    })),
  );
  const fits = (pieces: readonly Piece[]): boolean =>
    pieces.reduce((sum, { text }) => sum + text.length + 2, 8) <= room;
  return attempts.find(fits) ?? attempts.at(-1) ?? [];
}

function entryOf(paper: Paper, number: number, fit: { tldrLength: number; hasLink: boolean }, words: Words): string {
  return [
    `**${number}.** **${titleLine(paper)}**`,
    ...(paper.tldr && fit.tldrLength > 0 ? [escapeLine(shorten(paper.tldr, fit.tldrLength))] : []),
    ...(fit.hasLink ? [whereaboutsLine(paper, words)] : []),
  ].join("\n");
}
