import type { Inline } from "./nodes.ts";
import { findClose, findCode, runLength } from "./find-close.ts";
import { webAddress } from "./web-address.ts";

/** Styles within styles: Discord draws no more than this either, and it bounds the work. */
const MAX_DEPTH = 10;

/** Marks that enclose text, longest first. */
const STYLES = [
  ["**", "strong"],
  ["__", "underline"],
  ["~~", "strike"],
  ["||", "spoiler"],
  ["*", "emphasis"],
  ["_", "emphasis"],
] as const;

/** Parts that one expression recognises where it stands. */
const PARTS: readonly (readonly [RegExp, (match: RegExpExecArray) => Inline | undefined])[] = [
  [/\\([^\da-z\s])/iy, ([, text = ""]) => ({ type: "text", text })],
  [/<@!?(\d+)>/y, ([, id = ""]) => ({ type: "user", id })],
  [/<@&(\d+)>/y, ([, id = ""]) => ({ type: "role", id })],
  [/<#(\d+)>/y, ([, id = ""]) => ({ type: "channel", id })],
  [/<\/([^:>\n]{1,100}):\d+>/y, ([, name = ""]) => ({ type: "command", name })],
  [/<t:(-?\d{1,13})(?::([tTdDfFsSR]))?>/y, ([, s, style = "f"]) => ({ type: "time", seconds: Number(s), style })],
  [/<a?:(\w{2,32}):\d+>/y, ([, name = ""]) => ({ type: "emoji", name })],
  [/@(?:everyone|here)\b/y, ([text]) => ({ type: "everyone", text })],
  [/<(https?:\/\/[^\s>]+)>/iy, ([, address = ""]) => link(address)],
  [/https?:\/\/[^\s<]*[^\s<.,:;"')\]]/iy, ([address]) => link(address)],
];

const MASKED_LINK =
  /\[((?:\\.|[^\\[\]\n])+)\]\(\s*<?(https?:\/\/[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?\s*(?:"[^"\n]*")?\s*\)/iy;

/** Letters that something can begin with; all others are text. */
const BEGINNING = /[\\`<@h[*_~|]/i;

/** Reads what Discord's Markdown has within lines. What is not Markdown stays text. */
export function parseInline(text: string, depth = 0): readonly Inline[] {
  if (depth > MAX_DEPTH) return [{ type: "text", text }];
  const nodes: Inline[] = [];
  /** Marks without a partner from here on: not looked for again. */
  const alone = new Set<string>();
  let plain = "";
  let at = 0;
  while (at < text.length) {
    const found = BEGINNING.test(text.charAt(at)) ? matchAny(text, at, depth, alone) : undefined;
    if (found === undefined) {
      plain += text[at];
      at += 1;
    } else {
      if (plain !== "") nodes.push({ type: "text", text: plain });
      plain = "";
      nodes.push(found.node);
      at = found.end;
    }
  }
  if (plain !== "") nodes.push({ type: "text", text: plain });
  return nodes;
}

interface Found {
  readonly node: Inline;
  readonly end: number;
}

function matchAny(text: string, at: number, depth: number, alone: Set<string>): Found | undefined {
  if (text[at] === "`") return matchCode(text, at);
  return matchPart(text, at) ?? matchLink(text, at, depth) ?? matchStyle(text, at, depth, alone);
}

/** Backticks without a partner are taken as a whole: each of them would look for one in vain. */
function matchCode(text: string, at: number): Found {
  const code = findCode(text, at);
  if (code) return { node: { type: "code", text: code.inside.trim() || code.inside }, end: code.end };
  const end = at + runLength(text, at);
  return { node: { type: "text", text: text.slice(at, end) }, end };
}

function matchPart(text: string, at: number): Found | undefined {
  for (const [pattern, make] of PARTS) {
    const match = matchAt(pattern, text, at);
    const node = match && make(match);
    if (match && node) return { node, end: at + match[0].length };
  }
  return undefined;
}

function matchLink(text: string, at: number, depth: number): Found | undefined {
  const match = text[at] === "[" ? matchAt(MASKED_LINK, text, at) : null;
  const href = match && webAddress(match[2] ?? "");
  if (!match || !href) return undefined;
  return {
    node: { type: "link", href, children: parseInline(match[1] ?? "", depth + 1) },
    end: at + match[0].length,
  };
}

function matchStyle(text: string, at: number, depth: number, alone: Set<string>): Found | undefined {
  const style = STYLES.find(([mark]) => text.startsWith(mark, at) && !alone.has(mark));
  if (!style) return undefined;
  const [mark, type] = style;
  // An underscore within a word, as in `snake_case`, is a letter.
  if (mark === "_" && /\w/.test(text[at - 1] ?? "")) return undefined;
  const start = at + mark.length;
  const end = findClose(text, start, mark);
  if (end === undefined) {
    alone.add(mark);
    return undefined;
  }
  return { node: { type, children: parseInline(text.slice(start, end), depth + 1) }, end: end + mark.length };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function link(address: string): Inline | undefined {
  const href = webAddress(address);
  return href === undefined ? undefined : { type: "link", href, children: [{ type: "text", text: address }] };
}
