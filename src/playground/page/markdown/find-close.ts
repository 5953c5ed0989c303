/**
 * Where a style that opened before `start` ends: skips escapes and code, and tells `*` from `**` by the length of the run.
 *
 * @returns The place of the closing mark, or undefined if there is none.
 */
export function findClose(text: string, start: number, mark: string): number | undefined {
  const letter = mark.charAt(0);
  if (mark.length === 1 && /\s/.test(text[start] ?? "")) return undefined;
  let at = start;
  while (at < text.length) {
    const here = text[at];
    if (here === "\\") at += 2;
    else if (here === "`") at = skipCode(text, at);
    else if (here === letter) {
      const length = runLength(text, at);
      const end = closeWithin(length, mark);
      if (end !== undefined && at + end > start && isEnd(text, at + end, mark)) return at + end;
      at += length;
    } else at += 1;
  }
  return undefined;
}

/** Which letter of a run of `length` closes the mark, the rest closing what is inside it. */
function closeWithin(length: number, mark: string): number | undefined {
  if (mark.length === 1) return length === 2 ? undefined : length - 1;
  return length < 2 ? undefined : length - 2;
}

function isEnd(text: string, at: number, mark: string): boolean {
  if (mark.length === 2) return true;
  if (/\s/.test(text[at - 1] ?? "")) return false;
  return mark !== "_" || !/\w/.test(text[at + 1] ?? "");
}

function skipCode(text: string, at: number): number {
  return findCode(text, at)?.end ?? at + runLength(text, at);
}

/** Reads code that begins at a run of backticks and ends at the next run of the same length. */
export function findCode(text: string, at: number): { readonly inside: string; readonly end: number } | undefined {
  const length = runLength(text, at);
  let close = text.indexOf("`", at + length);
  while (close >= 0) {
    const run = runLength(text, close);
    if (run === length) return { inside: text.slice(at + length, close), end: close + length };
    close = text.indexOf("`", close + run);
  }
  return undefined;
}

export function runLength(text: string, at: number): number {
  let end = at;
  while (text[end] === text[at]) end += 1;
  return end - at;
}
