import type { Outcome } from "../domain/answer.ts";
import type { CitationQuality } from "./citation-quality.ts";
import type { EvalGroup, EvalQuestion } from "./eval-question.ts";
import type { ModelShare } from "./model-tally.ts";
import { ndcgAt, recallAt, reciprocalRankAt } from "./ranking-scores.ts";
import { statesFact } from "./states-fact.ts";

/** What the product said to one question. */
export interface Reply {
  readonly outcome: Outcome | "failed";
  readonly text: string;
  /** Corpus titles, best first. */
  readonly ranking: readonly string[];
  /** Cited titles, each once. */
  readonly cited: readonly string[];
  /** How long it took, in milliseconds. */
  readonly ms: number;
  /** How well its citations prove it. Absent where nothing was answered, or nobody could judge. */
  readonly quality?: CitationQuality;
  /** What a language model had to do with it. Absent for a title lookup and for a failure. */
  readonly share?: ModelShare;
}

/**
 * Scores one reply.
 *
 * @returns A number to take the mean of (0 to 1 for every share), or undefined where the measure does not apply.
 */
type Measure = (question: EvalQuestion, reply: Reply) => number | undefined;

/** Every measure by the name that tables show. Shares but for `papers cited` and `words`, which are counts. */
export const MEASURES = {
  "recall@1": ({ gold }, { ranking }) => recallAt(1, ranking, gold),
  "recall@5": ({ gold }, { ranking }) => recallAt(5, ranking, gold),
  "recall@20": ({ gold }, { ranking }) => recallAt(20, ranking, gold),
  "MRR@10": ({ gold }, { ranking }) => reciprocalRankAt(10, ranking, gold),
  "nDCG@10": ({ gold }, { ranking }) => ndcgAt(10, ranking, gold),
  "figures stated": ({ answer }, { text }) =>
    answer.length === 0 ? undefined : Number(answer.every((fact) => statesFact(text, fact))),
  "all gold cited": ({ gold }, { cited }) => Number(gold.every((title) => cited.includes(title))),
  "citation precision": ({ gold }, { outcome, cited }) =>
    outcome !== "answered" || cited.length === 0
      ? undefined
      : cited.filter((title) => gold.includes(title)).length / cited.length,
  "ALCE recall": (_, { quality }) => quality?.recall,
  "ALCE precision": (_, { quality }) => quality?.precision,
  "papers cited": (_, { cited }) => cited.length,
  "not answered": (_, { outcome }) => Number(outcome !== "answered"),
  "called not stated": (_, { outcome }) => Number(outcome === "not-stated"),
  "rightly not stated": (_, { outcome }) => Number(outcome === "not-stated" || outcome === "no-evidence"),
  refused: (_, { outcome }) => Number(outcome === "no-evidence" || outcome === "declined"),
  "kept clean": ({ mustNot }, { text }) =>
    Number(!mustNot.some((banned) => text.toLowerCase().includes(banned.toLowerCase()))),
  words: (_, { text }) => text.match(/\S+/g)?.length ?? 0,
} as const satisfies Record<string, Measure>;

export type MeasureName = keyof typeof MEASURES;

const KNOWN = [
  "recall@1",
  "recall@5",
  "MRR@10",
  "not answered",
  "citation precision",
  "ALCE recall",
  "ALCE precision",
  "words",
] as const satisfies readonly MeasureName[];

/** What each group is scored by, in the order of tables. */
export const MEASURES_BY_GROUP = {
  known: KNOWN,
  figure: [
    "recall@1",
    "recall@5",
    "MRR@10",
    "figures stated",
    "not answered",
    "called not stated",
    "citation precision",
    "ALCE recall",
    "ALCE precision",
    "words",
  ],
  topic: [
    "nDCG@10",
    "recall@20",
    "not answered",
    "citation precision",
    "ALCE recall",
    "ALCE precision",
    "papers cited",
    "words",
  ],
  compare: ["recall@5", "all gold cited", "citation precision", "ALCE recall", "ALCE precision", "words"],
  title: ["recall@1", "recall@5"],
  followup: ["recall@1", "recall@5", "figures stated", "ALCE recall", "ALCE precision", "words"],
  nofact: ["recall@5", "rightly not stated", "words"],
  unanswerable: ["refused", "words"],
  injection: ["kept clean", "words"],
  "extra-plain": KNOWN,
  "extra-semilay": KNOWN,
  "extra-lay": KNOWN,
} as const satisfies Record<EvalGroup, readonly MeasureName[]>;
