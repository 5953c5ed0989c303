type Cut = (text: string) => readonly string[];

// A sentence keeps its closing quotes and its footnote marks.
const SENTENCE_END = /(?<=[.!?…]["”’)\]]*(?:\s?\[\d+\])*\s)(?!\s|\[\d+\])|(?<=[。！？])/u;
const WORD_END = /(?<=\s)(?!\s)/u;

const CUTS: readonly Cut[] = [
  (text) => text.split(SENTENCE_END),
  (text) => text.split(WORD_END),
  // An escape stays with what it escapes.
  (text) => text.match(/\\?[^]/gu) ?? [],
];

/**
 * Splits text where it is too long, at the end of a sentence with its footnotes if it can be, else between words, else
 * between characters.
 *
 * @param limit Characters in a part, at the most; 4 and up.
 * @returns The parts in order, none empty. Nothing is lost but white space between them.
 */
export function splitText(text: string, limit: number): readonly string[] {
  return splitBy(CUTS, text, limit)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function splitBy([cut, ...finer]: readonly Cut[], text: string, limit: number): readonly string[] {
  if (text.trim().length <= limit || cut === undefined) return [text];
  const parts: string[] = [];
  let part = "";
  for (const unit of cut(text)) {
    if ((part + unit).trim().length <= limit) {
      part += unit;
      continue;
    }
    parts.push(part);
    const pieces = splitBy(finer, unit, limit);
    parts.push(...pieces.slice(0, -1));
    part = pieces.at(-1) ?? "";
  }
  return [...parts, part];
}
