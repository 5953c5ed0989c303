import type { RankedPaper } from "../domain/answer.ts";
import type { LogisticModel } from "./logistic.ts";
import { probability } from "./logistic.ts";

const LIST =
  /\b(?:papers|methods|approaches|techniques|models|works|algorithms|everything|list|overview|survey|anything (?:on|about|you have)|what (?:have|do) (?:we|you) (?:got|have)|all of it|what's in here|applications|theory of|etc)\b/iu;
const ONE =
  /\b(?:the one|that (?:one|paper|model|study)|which paper|the paper|who|whose|one (?:recipe|paper)|a paper|how (?:much|many|fast|long|big|large|close|often|do|does|did|would|could|can)|does|did|do|is|are|can|why|was there|somebody|someone|anybody)\b/iu;

/** Fitted by `node bench/calibrate.ts` on the development questions, which also prints its cross-validated error. */
const MODEL: LogisticModel = {
  intercept: 0,
  weights: { list: 2, one: -1, length: -1, question: -1, spread: 4 },
};

/**
 * What tells a question about a topic from one about a paper.
 *
 * @returns By name: `list` and `one`, 1 if words ask for many or for one; `question`, 1 for a question mark; `length`,
 *   ln(1 + terms); `spread`, the fourth paper's fused score over the first's (near 1: many papers fit alike).
 */
export function kindFeatures(question: string, terms: number, ranking: readonly RankedPaper[]): Record<string, number> {
  const [first, , , fourth] = ranking;
  return {
    list: LIST.test(question) ? 1 : 0,
    one: ONE.test(question) ? 1 : 0,
    question: question.includes("?") ? 1 : 0,
    length: Math.log1p(terms),
    spread: first !== undefined && fourth !== undefined ? Math.max(0, fourth.score / first.score) : 0,
  };
}

/** The calibrated probability, 0 to 1, that a question with these {@link kindFeatures} asks about a topic. */
export function topicProbability(features: Readonly<Record<string, number>>): number {
  return probability(MODEL, features);
}
