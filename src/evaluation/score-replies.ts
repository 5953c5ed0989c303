import { estimate, quantile, type Estimate } from "./estimate.ts";
import type { EvalGroup, EvalQuestion } from "./eval-question.ts";
import { MEASURES, MEASURES_BY_GROUP, type MeasureName, type Reply } from "./measures.ts";
import { tallyModel, type ModelTally } from "./model-tally.ts";

/** How good the product is, as far as these questions tell. */
export interface Scores {
  /** By group and measure. A group without questions, and a measure that applied to none, are absent. */
  readonly groups: Readonly<Partial<Record<EvalGroup, GroupScores>>>;
  readonly overall: OverallScores;
  readonly model: ModelTally;
}

export type GroupScores = Readonly<Partial<Record<MeasureName, Estimate>>>;

export interface OverallScores {
  readonly questions: number;
  /** Questions that ended in a failure. */
  readonly failed: number;
  /** Cited titles that the corpus does not have. Anything but 0 is a bug. */
  readonly citedUnknown: number;
  /** Milliseconds from question to answer, title lookups left out. NaN when there were none. */
  readonly p50: number;
  readonly p95: number;
}

/** A question with what the product said to it. */
export interface RepliedQuestion {
  readonly question: EvalQuestion;
  readonly reply: Reply;
}

/**
 * Scores replies. Pure.
 *
 * @param corpusTitles Every title of the corpus.
 */
export function scoreReplies(replied: readonly RepliedQuestion[], corpusTitles: ReadonlySet<string>): Scores {
  const groups = Map.groupBy(replied, ({ question }) => question.group);
  const times = replied.filter(({ question }) => question.group !== "title").map(({ reply }) => reply.ms);
  return {
    groups: Object.fromEntries([...groups].map(([group, members]) => [group, scoreGroup(group, members)])),
    overall: {
      questions: replied.length,
      failed: replied.filter(({ reply }) => reply.outcome === "failed").length,
      citedUnknown: replied.flatMap(({ reply }) => reply.cited).filter((title) => !corpusTitles.has(title)).length,
      p50: quantile(times, 0.5),
      p95: quantile(times, 0.95),
    },
    model: tallyModel(replied.flatMap(({ reply }) => reply.share ?? [])),
  };
}

function scoreGroup(group: EvalGroup, members: readonly RepliedQuestion[]): GroupScores {
  const scores: Partial<Record<MeasureName, Estimate>> = {};
  for (const name of MEASURES_BY_GROUP[group]) {
    const values = members
      .map(({ question, reply }) => MEASURES[name](question, reply))
      .filter((value) => value !== undefined);
    if (values.length > 0) scores[name] = estimate(values);
  }
  return scores;
}
