import type { Block, List } from "./nodes.ts";

/** A line that begins an item: indent, mark, text. */
export const LIST_ITEM = /^( *)([-*]|\d{1,9}\.) +(?=\S)/;

/** Reads a list with all that is indented below its items. */
export function parseList(
  lines: readonly string[],
  from: number,
  parseInside: (lines: readonly string[]) => readonly Block[],
): { readonly block: List; readonly next: number } {
  const first = LIST_ITEM.exec(lines[from] ?? "");
  const indent = first?.[1]?.length ?? 0;
  const ordered = isOrdered(first);
  const items: string[][] = [];
  let next = from;
  while (next < lines.length) {
    const line = lines[next] ?? "";
    const item = LIST_ITEM.exec(line);
    const depth = /^ */.exec(line)?.[0].length ?? 0;
    if (item && depth <= indent + 1) {
      if (isOrdered(item) !== ordered || depth < indent) break;
      items.push([line.slice(item[0].length)]);
    } else if (depth > indent + 1 && line.trim() !== "") items.at(-1)?.push(line.slice(indent + 2));
    else break;
    next += 1;
  }
  const start = ordered ? Number.parseInt(first?.[2] ?? "1", 10) : 1;
  return { block: { type: "list", ordered, start, items: items.map(parseInside) }, next };
}

function isOrdered(item: RegExpExecArray | null): boolean {
  return /\d/.test(item?.[2] ?? "");
}
