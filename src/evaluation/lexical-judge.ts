import type { Judge } from "../workbench.ts";
import { foldText, quantities } from "./quantities.ts";

/**
 * The share of a statement's content words that passages must have to pass as its proof. On the development answers it
 * passes each sentence with the passage that it quotes, and none with another answer's. In the shipped catalogue it
 * passes 97 % of one-sentence summaries with their own paper's digest, which says the same in other words, and 1 % with
 * the nearest other paper's.
 */
const LEAST_RECALL = 0.6;

/** Letters of a word that are compared, so that its endings do not matter. */
const STEM_LENGTH = 5;

/** Words that say nothing of their own. */
const FUNCTION_WORDS = new Set(
  (
    "a about after all also an and any are as at be been before between both but by can could did do does each for " +
    "from had has have how if in into is it its more most much no nor not of on only or other our over own paper per " +
    "same so some such than that the their them then there these they this those through to too under up very via was " +
    "we were what when where which while who why will with without would you your"
  ).split(" "),
);

/**
 * Judges by words whether passages prove a statement, as far as that can be seen without understanding it: they must
 * have each number of the statement, and most of its content words, compared by their first five letters. It is blind
 * to order and negation: a figure to follow a change by.
 */
export const judgeLexically: Judge = async (passages, statement) => {
  const [proof, claim] = [foldText(passages), foldText(statement)];
  return quantities(claim).isSubsetOf(quantities(proof)) && contentRecall(proof, claim) >= LEAST_RECALL;
};

function contentRecall(proof: string, claim: string): number {
  const wanted = contentStems(claim);
  return wanted.size === 0 ? 1 : wanted.intersection(contentStems(proof)).size / wanted.size;
}

function contentStems(foldedText: string): Set<string> {
  const words = foldedText.match(/(?<![\p{L}\p{N}])\p{L}[\p{L}\p{N}]*/gu) ?? [];
  return new Set(words.filter((word) => !FUNCTION_WORDS.has(word)).map((word) => word.slice(0, STEM_LENGTH)));
}
