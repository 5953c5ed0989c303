import { foldText, quantities } from "./quantities.ts";

/** Words that say nothing of their own in a fact. */
const FILLER = new Set("a an and as at by for from in is it no not of on only or than the to up using with".split(" "));

/**
 * Tells whether a reply states a fact, as far as that can be seen without understanding it:
 * - A fact with numbers ("over 11x on GPT") is stated when the reply has each of its numbers as a number of its own,
 *   equal in value: 80.0 and 80, 1,080 and 1080, nine and 9 are the same, 11 is not found in 110 or H11. Units and
 *   words are not compared.
 * - A fact without ("TuSimple", "log-frequency spectrogram") is stated when the reply has each of its words but filler.
 *
 * Both sides are compared in NFKC and lower case; footnote marks of the reply are not read as numbers.
 */
export function statesFact(reply: string, fact: string): boolean {
  const replyText = foldText(reply.replaceAll(/\[\d+\]/g, " "));
  const factText = foldText(fact);
  const wanted = quantities(factText);
  if (wanted.size > 0) return wanted.isSubsetOf(quantities(replyText));
  return words(factText).difference(FILLER).isSubsetOf(words(replyText));
}

function words(text: string): Set<string> {
  return new Set(text.match(/[\p{L}\p{N}]+/gu) ?? []);
}
