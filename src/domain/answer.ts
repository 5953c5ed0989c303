import type { EvidenceSource, Paper } from "./paper.ts";

/**
 * How an answer ended.
 * - `answered`: the text answers, every sentence with a footnote.
 * - `not-stated`: the paper is in the corpus, but its text does not say what was asked.
 * - `no-evidence`: nothing in the corpus answers.
 * - `declined`: not a question that we can take (no words, too long, another language with no model to help).
 */
export type Outcome = "answered" | "not-stated" | "no-evidence" | "declined";

/** What shape of answer was given. */
export type AnswerKind = "paper" | "topic" | "comparison" | "summary";

/** One sentence of a paper's text, as shown to people. */
export interface Evidence {
  readonly sentence: string;
  readonly source: EvidenceSource;
}

/** One footnote: a paper and the sentences of it that the answer rests on. */
export interface Citation {
  /** The number in the text, counted from 1 in order of first use. */
  readonly number: number;
  readonly paper: Paper;
  /** The sentences behind the footnote, best first. Never empty. */
  readonly evidence: readonly Evidence[];
}

/** A paper's place in a ranking, with what each signal said of it. */
export interface RankedPaper {
  readonly paper: Paper;
  /** The fused score that orders the ranking. Comparable within one question only. */
  readonly score: number;
  /**
   * The raw score by signal: BM25 of `words` and of `characters` (n-grams, 0 and up), cosine of `vectors` (-1 to 1), rarity
   * of the paper's own name where the question has it (`names`, 0 and up).
   */
  readonly signals: Readonly<Record<string, number>>;
}

/** How long one step took, in milliseconds. */
export interface Stage {
  readonly name: string;
  readonly ms: number;
}

/** How an answer came about, for the curious and for evaluation. */
export interface Trace {
  /** The question as searched, when it differs from the question as asked (a follow-up). */
  readonly searched: string;
  /** Calibrated evidence by name, such as the probability (0 to 1) that the corpus answers at all. */
  readonly evidence: Readonly<Record<string, number>>;
  readonly stages: readonly Stage[];
}

export interface Answer {
  readonly outcome: Outcome;
  readonly kind: AnswerKind;
  /** What people read, with footnote marks like `[1]`. Plain text. */
  readonly text: string;
  /** In order of first use in the text. Empty unless something is cited. */
  readonly citations: readonly Citation[];
  /** The next best papers, not cited: "see also", or the nearest titles of a refusal. */
  readonly seeAlso: readonly Paper[];
  /** Up to 20 papers, best first. */
  readonly ranking: readonly RankedPaper[];
  readonly trace: Trace;
}
