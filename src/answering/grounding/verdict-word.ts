const UNANSWERABLE = /^\P{L}*unanswerable\P{L}*$/iu;
const UNANSWERABLE_IN_CAPITALS = /(?<!\p{L})UNANSWERABLE(?!\p{L})/u;
const NOT_STATED = /[Nn][Oo][Tt]_[Ss][Tt][Aa][Tt][Ee][Dd]|(?<!\p{L})NOT STATED(?!\p{L})/u;

/**
 * Finds the word by which a model says that it has no answer. In lower case, "unanswerable" must stand alone: papers have
 * unanswerable questions.
 *
 * @param sentence Without keys and markup.
 */
export function verdictWord(sentence: string): "unanswerable" | "not-stated" | undefined {
  if (NOT_STATED.test(sentence)) return "not-stated";
  return UNANSWERABLE.test(sentence) || UNANSWERABLE_IN_CAPITALS.test(sentence) ? "unanswerable" : undefined;
}
