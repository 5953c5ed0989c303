import type { Paper } from "../domain/paper.ts";

/** Names the recipe of {@link paperText} and of the terms made from it: change it whenever either changes. */
export const RECIPE = "title*2+abstract+tldr+digest+questions+terms/words+5-grams/v3";

/**
 * The text under which a paper is found: its title twice (the measured weight), the abstract where there is one, TL;DR,
 * digest, the questions it answers (doc2query) and search terms, a line each.
 *
 * @see Nogueira et al. (2019), Document Expansion by Query Prediction.
 */
export function paperText(paper: Paper): string {
  return [paper.title, paper.title, paper.abstract, paper.tldr, paper.digest, ...paper.questions, ...paper.terms]
    .filter((part) => part !== undefined)
    .join("\n");
}
