import { paperLink } from "../../domain/paper-link.ts";
import type { Paper } from "../../domain/paper.ts";
import type { Words } from "../words/words.ts";
import { escapeLine, maskedLink, shorten } from "./escape-markdown.ts";

/** Longer than any title of the shipped corpus (176), short enough for a line of a list. */
const TITLE_LENGTH = 200;
const LINK_LENGTH = 600;

/** @param day An ISO date. Anything else comes back as it is. */
export function formatDay(day: string, { tag }: Words): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? day : new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeZone: "UTC" }).format(time);
}

/** A paper's title in Markdown, on one line. */
export function titleLine(paper: Paper): string {
  return escapeLine(shorten(paper.displayTitle, TITLE_LENGTH));
}

/**
 * Where a paper comes from, as small print: its date where it is known, and its one address under what is there.
 *
 * @param more What else is said of it, in Markdown.
 * @returns Without a link where the address is longer than anybody's title.
 */
export function whereaboutsLine(paper: Paper, words: Words, ...more: readonly string[]): string {
  const { label, url } = paperLink(paper);
  const link = maskedLink(words.links[label], url);
  const parts = [
    ...(paper.published ? [escapeLine(formatDay(paper.published, words))] : []),
    ...more,
    link.length > LINK_LENGTH ? words.links.none : link,
  ];
  return `-# ${parts.join(" · ")}`;
}
