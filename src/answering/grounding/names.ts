const ALPHABETIC = String.raw`\p{Script=Latin}\p{Script=Greek}`;
/** A word with what hyphens, `@` and `_` join to it, and the decimals of a version: "LLaMA-2", "Qwen2.5", "pass@1". */
const WORD = new RegExp(
  String.raw`(?<![${ALPHABETIC}\p{N}])[${ALPHABETIC}][${ALPHABETIC}\p{N}]*(?:(?:[-@_]|\.(?=\d))[${ALPHABETIC}\p{N}]+)*`,
  "gu",
);
/** The size of a model is a figure: "LLaMA-2-7B". */
const SIZE = /-\d+(?:\.\d+)?[bkm]$/iu;
/** How often, not what: "x10", "x3". */
const TIMES = /^x\d+$/iu;

/** A name in a text, and where it stands. */
export interface CodeName {
  readonly name: string;
  readonly index: number;
}

/**
 * Finds what looks like a name that somebody coined: a capital inside, letters with digits, three capitals and more.
 *
 * @param text Folded by `foldText`.
 */
export function codeNamesIn(text: string): CodeName[] {
  return [...text.matchAll(WORD)]
    .map(({ 0: word, index }) => ({ name: word.replace(SIZE, ""), index }))
    .filter(({ name }) => nameParts(name).some(isCodeLike));
}

/** A Latin word with letters of another script in it that look the same, or a word of such Cyrillic capitals alone. */
const DISGUISED =
  /(?<!\p{L})(?:(?=\p{L}*\p{Script=Latin})(?=\p{L}*[\p{Script=Cyrillic}ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο])\p{L}+|[АВЕЅЗІЈКМНОРСТУХ]{2,}(?!\p{L}))/gu;

/** Finds names that only look like what they are: "ВЕRТ" with Cyrillic letters. */
export function disguisedNamesIn(text: string): string[] {
  return text.match(DISGUISED) ?? [];
}

/** The parts of a compound, each with its numbers: "LLM-as-a-judge" has four, "GPT-4-based" has "GPT-4" and "based". */
export function nameParts(name: string): string[] {
  return name.split(/[-@_](?=\p{L})/u);
}

/** Whether one part of a compound looks coined. */
export function isCodeLike(part: string): boolean {
  if (TIMES.test(part)) return false;
  const letters = part.replace(/(?<=\p{Lu})s$/u, "");
  return /\p{N}/u.test(part) || /\p{Ll}.*\p{Lu}|\p{Lu}{2}.*\p{Ll}/u.test(letters) || /^\p{Lu}{3,}$/u.test(letters);
}
