import { UNSEEN } from "../../domain/plain-text.ts";

// Shown as they are typed: an escape in an address would become part of it.
const ADDRESS = /https?:\/\/[\w./?=&%#~+:;,@!$'-]*[\w/]/g;
const INLINE = /[\\*_~`|<@[\]]/g;
const LINE_START = /^(\s*)(#{1,3}(?=\s)|-#|>|[-+](?=\s)|\d+(?=[.)]\s))/gm;

/**
 * Writes text so that Discord shows it to the letter: no emphasis, headings, lists, quotes, spoilers, masked links,
 * mentions or timestamps come of it. Addresses stay addresses.
 */
export function escapeMarkdown(text: string): string {
  const seen = text.replaceAll("\t", " ").replaceAll(UNSEEN, "");
  let escaped = "";
  let end = 0;
  for (const { 0: address, index } of seen.matchAll(ADDRESS)) {
    escaped += seen.slice(end, index).replaceAll(INLINE, String.raw`\$&`) + address;
    end = index + address.length;
  }
  escaped += seen.slice(end).replaceAll(INLINE, String.raw`\$&`);
  return escaped.replaceAll(LINE_START, (_, space: string, mark: string) =>
    /^\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
  );
}

/** {@link escapeMarkdown} on one line. */
export function escapeLine(text: string): string {
  return escapeMarkdown(text.replaceAll(/\s+/g, " ").trim());
}

/** Cuts text to a length, at the end of a character that people would count as one, and says so with an ellipsis. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  let kept = "";
  for (const { segment } of new Intl.Segmenter().segment(text.slice(0, length))) {
    if (kept.length + segment.length > length - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/**
 * Text for where Discord shows no Markdown (labels, options, choices): one line, never empty, never too long.
 *
 * @param untitled What stands for text that shows nothing.
 */
export function plainLabel(text: string, length: number, untitled = "–"): string {
  return shorten(text.replaceAll(/\s+/g, " ").replaceAll(UNSEEN, "").trim(), length) || untitled;
}

/** A masked link. Only for addresses and labels that code has built. */
export function maskedLink(label: string, url: string): string {
  return `[${label}](${url.replaceAll("(", "%28").replaceAll(")", "%29")})`;
}
