const SEGMENTER = new Intl.Segmenter("en", { granularity: "sentence" });
/** A segment that ends like this goes on in the next: Unicode's rules know no English abbreviations. */
const GOES_ON =
  /(?:\b(?:e\.g|i\.e|etc|vs|cf|al|approx|resp|Fig|Figs|Sec|Tab|Eq|Eqs|No|Dr|Prof|St|w\.r\.t|a\.k\.a|[A-Z])\.|[,;:(–-])\s*$/u;
const STARTS_LOW = /^[\p{Ll}),;]/u;

/**
 * Splits a paragraph into sentences, each trimmed and whole: "e.g. 3.5x" does not end one.
 *
 * @returns In text order; empty for blank text.
 */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let open = "";
  for (const { segment } of SEGMENTER.segment(text)) {
    if (open.trim() !== "" && !GOES_ON.test(open) && !STARTS_LOW.test(segment)) {
      sentences.push(open.trim());
      open = "";
    }
    open += segment;
  }
  if (open.trim() !== "") sentences.push(open.trim());
  return sentences;
}
