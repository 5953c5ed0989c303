import type { AnswerKind, Citation, Evidence, Outcome } from "../domain/answer.ts";
import type { Paper } from "../domain/paper.ts";

/** An answer as its writer leaves it: what the ranking and the trace add comes later. */
export interface Draft {
  readonly outcome: Outcome;
  readonly kind: AnswerKind;
  readonly text: string;
  readonly citations: readonly Citation[];
}

/** Papers in the order in which they are cited, each with the sentences that the answer takes from it. */
export interface Quoted {
  readonly paper: Paper;
  readonly sentences: readonly Evidence[];
}

/** Numbers papers by first use, and writes each one's sentences with its footnote mark: `It is 3x faster. [1]`. */
export function quote(quoted: readonly Quoted[]): { paragraphs: string[]; citations: Citation[] } {
  const cited = quoted.filter(({ sentences }) => sentences.length > 0);
  return {
    paragraphs: cited.map(({ sentences }, index) =>
      sentences.map(({ sentence }) => `${sentence} [${index + 1}]`).join(" "),
    ),
    citations: cited.map(({ paper, sentences }, index) => ({ number: index + 1, paper, evidence: sentences })),
  };
}
