import type { Answer, ModelUse, Stage } from "../domain/answer.ts";
import type { Paper } from "../domain/paper.ts";
import type { Draft } from "./draft.ts";
import type { ReadQuestion } from "./read-question.ts";

/** Papers under "see also", and in a refusal. */
const SEE_ALSO_LENGTH = 3;

/** What an answer has beside its draft. */
export interface Finish {
  readonly note?: string;
  /** Steps after those of reading the question. */
  readonly stages?: readonly Stage[];
  readonly model?: ModelUse;
}

/** What an answer needs of its question. */
type Read = Pick<ReadQuestion, "searched" | "ranking" | "evidence" | "stages">;

/** Makes an answer of what was read and what was written. */
export function finishAnswer(read: Read, draft: Draft, { note, stages = [], model }: Finish = {}): Answer {
  const cited = new Set(draft.citations.map(({ paper }) => paper));
  const { searched, evidence, ranking } = read;
  return {
    ...draft,
    ...(note !== undefined && { note }),
    seeAlso: nearestPapers(read, cited),
    ranking,
    trace: { searched, evidence, stages: [...read.stages, ...stages], ...(model && { model }) },
  };
}

/** The best papers of the ranking that are not cited. */
export function nearestPapers(
  { ranking }: Pick<ReadQuestion, "ranking">,
  cited: ReadonlySet<Paper> = new Set(),
): readonly Paper[] {
  return ranking
    .map(({ paper }) => paper)
    .filter((paper) => !cited.has(paper))
    .slice(0, SEE_ALSO_LENGTH);
}
