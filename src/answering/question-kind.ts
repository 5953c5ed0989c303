import type { RankedPaper } from "../domain/answer.ts";
import type { LogisticModel } from "./logistic.ts";
import { probability } from "./logistic.ts";

const LIST =
  /\b(?:papers|methods|approaches|techniques|models|works|algorithms|everything|list|overview|survey|anything (?:on|about|you have)|what (?:have|do) (?:we|you) (?:got|have)|all of it|what's in here|applications|theory of|etc)\b/iu;
const ONE =
  /\b(?:the one|that (?:one|paper|model|study)|which paper|the paper|who|whose|one (?:recipe|paper)|a paper|how (?:much|many|fast|long|big|large|close|often|do|does|did|would|could|can)|does|did|do|is|are|can|why|was there|somebody|someone|anybody)\b/iu;

const FIGURE =
  /\bhow (?:many|much|fast|long|big|large|close|often|far|well|accurate)|\b(?:number|share|percentage|fraction|rate|score|latency|speed-?up|accuracy|error|size|fid|bleu|tokens?\/s|per second|figures?|numbers?)\b|\bby how much\b|\bwhich (?:benchmarks?|data ?sets?)\b/iu;

/** Whether a question asks for a figure, or for the name of a benchmark. */
export function asksFigure(question: string): boolean {
  return FIGURE.test(question);
}

/** Fitted by `npm run calibrate` on the development questions, which also prints its cross-validated error. */
const MODEL: LogisticModel = {
  intercept: 5.66,
  weights: { list: 5.21, one: -0.77, question: -3.68, length: -5.62, spread: 9.92, figure: -2.39, named: -0.2 },
};

/**
 * What tells a question about a topic from one about a paper.
 *
 * @returns By name: `list` and `one`, 1 if words ask for many or for one; `question`, 1 for a question mark; `length`,
 *   ln(1 + terms); `figure`, 1 if it asks for one; `named`, the rarity of the name by which it calls one of the first
 *   papers, 0 without; `spread`, the fourth paper's fused score over the first's (near 1: many papers fit alike).
 */
export function kindFeatures(question: string, terms: number, ranking: readonly RankedPaper[]): Record<string, number> {
  const [first, , , fourth] = ranking;
  return {
    list: LIST.test(question) ? 1 : 0,
    one: ONE.test(question) ? 1 : 0,
    question: question.includes("?") ? 1 : 0,
    length: Math.log1p(terms),
    figure: asksFigure(question) ? 1 : 0,
    named: Math.max(0, ...ranking.slice(0, 3).map(({ signals }) => signals["names"] ?? 0)),
    spread:
      first !== undefined && fourth !== undefined && first.score > 0 ? Math.max(0, fourth.score / first.score) : 0,
  };
}

/** The calibrated probability, 0 to 1, that a question with these {@link kindFeatures} asks about a topic. */
export function topicProbability(features: Readonly<Record<string, number>>): number {
  return probability(MODEL, features);
}

/** From this probability on, several papers are cited: one paper too few disappoints more than a few too many. */
export const LEAST_TOPIC_PROBABILITY = 0.4;
