/** One statement of a reply, with the footnotes that it cites. */
export interface Statement {
  readonly text: string;
  /** Numbers of footnotes, each once. Empty where the statement cites nothing. */
  readonly marks: readonly number[];
}

// The text up to a run of marks, and the marks: "It is fast [1][2]", "It is fast. [1], [2]".
const MARKED = /(.*?)((?:[\s,;]*\[\d+\])+)/gsu;
// Where a sentence ends and another begins; a capital after an abbreviation begins none.
const SENTENCE_GAP =
  /(?<=[.!?][”"')]?)(?<!\b(?:e\.g|i\.e|vs|cf|al|etc|Fig|Eq|Sec|No|St|Dr|\p{Lu})\.)\s+(?=[“"'(]?[\p{Lu}\p{N}])/u;

/**
 * Splits a reply into statements: sentences, and their parts that carry marks of their own. Marks belong to the words
 * before them, so a sentence before the last one in front of a mark cites nothing. Lines that are headings, without a
 * mark and without the end of a sentence, state nothing.
 */
export function splitStatements(text: string): Statement[] {
  return text.split("\n").flatMap(splitLine);
}

function splitLine(line: string): Statement[] {
  const isHeading = !/\[\d+\]|[.!?][”"')]?\s*$/.test(line);
  if (isHeading) return [];
  const statements: Statement[] = [];
  let rest = line;
  for (const [whole, words = "", marks = ""] of line.matchAll(MARKED)) {
    rest = rest.slice(whole.length);
    const sentences = toSentences(words);
    const numbers = [...new Set((marks.match(/\d+/g) ?? []).map(Number))];
    statements.push(
      ...sentences.map((text, index) => ({ text, marks: index === sentences.length - 1 ? numbers : [] })),
    );
  }
  return [...statements, ...toSentences(rest).map((text) => ({ text, marks: [] }))];
}

/** The sentences that say anything. */
function toSentences(text: string): string[] {
  return text
    .split(SENTENCE_GAP)
    .map((sentence) => sentence.replace(/^[\s\p{P}]+/u, "").trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
}
