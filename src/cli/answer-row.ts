import type { Answer, Outcome } from "../domain/answer.ts";
import type { EvidenceSource } from "../domain/paper.ts";

/** An answer for programs: what `batch` prints a line, but for the id. */
export interface AnswerRow {
  /** Up to 20 corpus titles, best first, to the letter. */
  readonly ranking: readonly string[];
  readonly outcome: Outcome | "failed";
  /** The text with its footnote marks; of a failure, why. */
  readonly answer: string;
  /** One a sentence of evidence. */
  readonly citations: readonly { title: string; evidence: string; source: EvidenceSource }[];
  /** Milliseconds. */
  readonly ms: { readonly retrieve: number; readonly total: number };
}

/** @param totalMs How long the whole answer took, measured outside. */
export function answerRow(answer: Answer, totalMs: number): AnswerRow {
  const retrieveMs = answer.trace.stages
    .filter((stage) => stage.name === "retrieve")
    .reduce((sum, stage) => sum + stage.ms, 0);
  return {
    ranking: answer.ranking.map(({ paper }) => paper.title),
    outcome: answer.outcome,
    answer: answer.text,
    citations: answer.citations.flatMap(({ paper, evidence }) =>
      evidence.map(({ sentence, source }) => ({ title: paper.title, evidence: sentence, source })),
    ),
    ms: { retrieve: toHundredths(retrieveMs), total: toHundredths(totalMs) },
  };
}

/** An answer for programs, with how it came about. */
export interface TracedAnswerRow extends AnswerRow {
  /** One sentence beside the text. */
  readonly note?: string;
  readonly trace: object;
}

/** {@link answerRow} with how the answer came about: each paper's scores by signal, the evidence, the stages, the model. */
export function tracedAnswerRow(answer: Answer, totalMs: number): TracedAnswerRow {
  const { note, ranking, trace } = answer;
  const scores = ranking.map(({ paper, score, signals }) => ({ title: paper.title, score, signals }));
  return { ...answerRow(answer, totalMs), ...(note !== undefined && { note }), trace: { ...trace, scores } };
}

/** Timers tell more digits than they know. */
export function toHundredths(ms: number): number {
  return Math.round(ms * 100) / 100;
}
