import type { Ablation } from "../workbench.ts";
import type { EvalGroup, EvalQuestion } from "./eval-question.ts";
import { ndcgAt, recallAt, reciprocalRankAt } from "./ranking-scores.ts";

interface AblationColumn {
  readonly group: EvalGroup;
  readonly measure: string;
  readonly score: (ranking: readonly string[], gold: readonly string[]) => number;
}

const RECALLS = [
  { measure: "R@1", score: recallAt.bind(null, 1) },
  { measure: "R@5", score: recallAt.bind(null, 5) },
] as const;

/** What rankers are compared by: the columns of the table. */
export const ABLATION_COLUMNS: readonly AblationColumn[] = [
  ...RECALLS.map((recall) => ({ group: "known", ...recall }) as const),
  { group: "known", measure: "MRR@10", score: reciprocalRankAt.bind(null, 10) },
  ...(["extra-plain", "extra-semilay", "extra-lay"] as const).flatMap((group) =>
    RECALLS.map((recall) => ({ group, ...recall })),
  ),
  { group: "topic", measure: "nDCG@10", score: ndcgAt.bind(null, 10) },
];

/** One ranker's scores. */
export interface AblationScores {
  readonly name: string;
  /** Means from 0 to 1, in the order of {@link ABLATION_COLUMNS}; NaN where no question is of the column's group. */
  readonly values: readonly number[];
}

/** Ranks every question of the columns' groups with every ranker. Other questions are left aside. */
export async function ablate(
  ablations: readonly Ablation[],
  questions: readonly EvalQuestion[],
  options: { readonly onProgress?: (done: number, total: number) => void; readonly signal?: AbortSignal } = {},
): Promise<AblationScores[]> {
  const asked = questions.filter(({ group }) => ABLATION_COLUMNS.some((column) => column.group === group));
  const scores: AblationScores[] = [];
  for (const ablation of ablations) {
    options.onProgress?.(scores.length, ablations.length);
    const rankings = new Map<EvalQuestion, readonly string[]>();
    for (const question of asked) {
      options.signal?.throwIfAborted();
      rankings.set(question, await ablation.rank(question.question));
    }
    scores.push({ name: ablation.name, values: ABLATION_COLUMNS.map((column) => meanOf(column, rankings)) });
  }
  return scores;
}

function meanOf({ group, score }: AblationColumn, rankings: ReadonlyMap<EvalQuestion, readonly string[]>): number {
  const values = [...rankings]
    .filter(([question]) => question.group === group)
    .map(([question, ranking]) => score(ranking, question.gold));
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
