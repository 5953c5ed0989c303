import type { Block } from "./nodes.ts";
import { LIST_ITEM, parseList } from "./parse-list.ts";
import { parseInline } from "./parse-inline.ts";

/** Quotes and lists within each other. */
const MAX_DEPTH = 8;

/**
 * Reads Discord's Markdown. It is a dialect: `__` underlines, `-#` is small print, `>>>` quotes all that follows, single
 * line breaks count, and there are no tables, images, HTML or rules.
 */
export function parseMarkdown(text: string, depth = 0): readonly Block[] {
  const blocks: Block[] = [];
  for (const part of splitFences(text)) {
    if (typeof part === "string") blocks.push(...parseLines(part.split("\n"), depth));
    else blocks.push(part);
  }
  return blocks;
}

/** Code blocks first: nothing within them is Markdown. */
function splitFences(text: string): readonly (string | Block)[] {
  const parts: (string | Block)[] = [];
  let from = 0;
  for (;;) {
    const open = text.indexOf("```", from);
    const close = open < 0 ? -1 : text.indexOf("```", open + 3);
    const inside = text.slice(open + 3, close);
    if (close < 0 || inside.trim() === "") break;
    const language = /^([\w+.#-]*)\n(?=[^]*\S)/.exec(inside);
    const code = (language ? inside.slice(language[0].length) : inside).replaceAll(/^\n+|\n+$/g, "");
    parts.push(text.slice(from, open).replace(/\n$/, ""), { type: "code", language: language?.[1] ?? "", text: code });
    from = close + 3;
    if (text[from] === "\n") from += 1;
  }
  parts.push(text.slice(from));
  return parts.filter((part) => part !== "");
}

function parseLines(lines: readonly string[], depth: number): readonly Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  const endParagraph = (): void => {
    if (paragraph.some((line) => line.trim() !== ""))
      blocks.push({ type: "paragraph", children: parseInline(paragraph.join("\n")) });
    paragraph = [];
  };

  let at = 0;
  while (at < lines.length) {
    const read = parseBlockAt(lines, at, depth);
    if (read) {
      endParagraph();
      blocks.push(read.block);
      at = read.next;
    } else {
      paragraph.push(lines[at] ?? "");
      at += 1;
    }
  }
  endParagraph();
  return blocks;
}

interface Read {
  readonly block: Block;
  /** The line to go on with. */
  readonly next: number;
}

function parseBlockAt(lines: readonly string[], at: number, depth: number): Read | undefined {
  const line = lines[at] ?? "";
  const heading = /^(#{1,3})\s+(\S.*)$/.exec(line);
  if (heading) {
    const level = (heading[1] ?? "").length as 1 | 2 | 3;
    return { block: { type: "heading", level, children: parseInline(heading[2] ?? "") }, next: at + 1 };
  }
  const subtext = /^-#\s+(\S.*)$/.exec(line);
  if (subtext) return { block: { type: "subtext", children: parseInline(subtext[1] ?? "") }, next: at + 1 };
  if (depth >= MAX_DEPTH) return undefined;

  if (/^>>> ?\S/.test(line)) {
    const rest = [line.replace(/^>>> ?/, ""), ...lines.slice(at + 1)].join("\n");
    return { block: { type: "quote", blocks: parseMarkdown(rest, depth + 1) }, next: lines.length };
  }
  if (line.startsWith("> ")) {
    let next = at;
    while (/^>(?: |$)/.test(lines[next] ?? "")) next += 1;
    const inside = lines.slice(at, next).map((quoted) => quoted.slice(2));
    return { block: { type: "quote", blocks: parseMarkdown(inside.join("\n"), depth + 1) }, next };
  }
  return LIST_ITEM.test(line) ? parseList(lines, at, (inside) => parseLines(inside, depth + 1)) : undefined;
}
