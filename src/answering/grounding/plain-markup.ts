/** A sentence without markup. */
export interface PlainSentence {
  readonly text: string;
  /** Whether it opens an item of a list. */
  readonly isItem: boolean;
}

/** Lines that are markup only: rules, and fences around code. */
const RULE = /^\s*(?:(?:[-*_=]\s*){3,}|(?:```|~~~)\s*\w*)$/u;
const HEADING = /^\s*(?:>\s*)*(?:#{1,6}\s+)?/u;
const BULLET = /^\s*(?:[-*+–—]\s+|[•◦▪‣·・]\s*|[*_]{0,2}\(?\d{1,3}[.)][*_]{0,2}\s+)/u;
/** Two cells and more with nothing around them; a pipe within parentheses is none: P(a | b). */
const CELL_BREAK = /\s\|\s(?![^()]*\))/gu;
const TABLE_RULE = /^:?-+:?$/u;
const ESCAPE = /\\([\\`*_{}[\]()#+.!|>~-])/gu;
/** Two figures with `**` between them are a power. */
const STRONG = /(?<!\d)\*\*|\*\*(?!\d)|(?<![\p{L}\p{N}_])__|__(?![\p{L}\p{N}_])/gu;
const EMPHASIS = /(?<![\p{L}\p{N}_*])([*_])(?=\S)([^*_]{1,300})(?<=\S)\1(?![\p{L}\p{N}_*])/gu;
/** A star or a score whose other half stands in another sentence. */
const HALF_EMPHASIS = /^[*_]+(?=\S)|(?<=[.!?…。！？])[*_]+$/gu;

/**
 * Makes Markdown plain: bold, emphasis, code, headings and quotes lose their markup, cells of a table get commas.
 *
 * @param raw One sentence, or a line without one.
 * @param startsLine Whether it stands first in its line: only there are bullets, numbers and headings markup.
 * @returns Empty text for a line that is markup only.
 */
export function plainMarkup(raw: string, startsLine: boolean): PlainSentence {
  if (startsLine && RULE.test(raw)) return { text: "", isItem: false };
  const line = startsLine ? raw.replace(HEADING, "") : raw;
  const isItem = startsLine && BULLET.test(line);
  // "- 1. First": a number within an item is numbering too.
  const sentence = isItem ? line.replace(BULLET, "").replace(BULLET, "") : line;
  return { text: withoutInlineMarkup(withoutCells(sentence)).trim(), isItem };
}

function withoutCells(line: string): string {
  if (!line.includes("|")) return line;
  // A row's sentences come one by one, so that its last pipe may stand elsewhere.
  if (!/^\s*\|(?:\s|.*\|\s*$)/u.test(line)) {
    const open = line.replace(/(?:^|\s+)\|\s*$/u, "");
    return (open.match(CELL_BREAK)?.length ?? 0) > 1 ? open.replaceAll(CELL_BREAK, ", ") : open;
  }
  const cells = line.split("|").map((cell) => cell.trim());
  return cells.filter((cell) => cell !== "" && !TABLE_RULE.test(cell)).join(", ");
}

function withoutInlineMarkup(text: string): string {
  return text
    .replaceAll(/`+/gu, "")
    .replaceAll(ESCAPE, "$1")
    .replaceAll(STRONG, "")
    .replaceAll(EMPHASIS, "$2")
    .replaceAll(HALF_EMPHASIS, "");
}
