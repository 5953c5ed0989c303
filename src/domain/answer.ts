import type { Locale } from "./locale.ts";
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

/** What a language model had to do with an answer. */
export interface ModelUse {
  /** The model, as the endpoint calls it. */
  readonly model: string;
  /** Requests made for this answer; 0 for one that was remembered or shared. */
  readonly requests: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** Whether the endpoint left tokens to be guessed from the length of the text. */
  readonly isEstimated: boolean;
  /** US dollars, where the owner gave prices. */
  readonly cost?: number;
  /** Whether the answer was given before, and remembered. */
  readonly isCached: boolean;
  /** The version of each prompt that was used, by its name. */
  readonly prompts: Readonly<Record<string, number>>;
  /** Sentences that the model wrote and nobody was shown, with the rule that each broke. */
  readonly removed: readonly RemovedSentence[];
}

/** A sentence that a model wrote and that was not proved. */
export interface RemovedSentence {
  readonly sentence: string;
  /** What it holds that the passages which it cites do not, or what else is wrong with it. */
  readonly reason: "uncited" | "figure" | "quotation" | "title" | "name" | "support" | "link" | "prompt";
}

/** How an answer came about, for the curious and for evaluation. */
export interface Trace {
  /** The question as searched, when it differs from the question as asked (a follow-up). */
  readonly searched: string;
  /** Calibrated evidence by name, such as the probability (0 to 1) that the corpus answers at all. */
  readonly evidence: Readonly<Record<string, number>>;
  readonly stages: readonly Stage[];
  /** Absent where no model was asked. */
  readonly model?: ModelUse;
}

/** As much of an answer as is proved by now. */
export type PartialAnswer = Pick<Answer, "text" | "citations">;

export interface Answer {
  readonly outcome: Outcome;
  readonly kind: AnswerKind;
  /** What people read, with footnote marks like `[1]`. Plain text. */
  readonly text: string;
  /** One sentence beside the text about how it came about, such as that the model failed. Plain text. */
  readonly note?: string;
  /** In order of first use in the text. Empty unless something is cited. */
  readonly citations: readonly Citation[];
  /** The next best papers, not cited: "see also", or the nearest titles of a refusal. */
  readonly seeAlso: readonly Paper[];
  /** Up to 20 papers, best first. */
  readonly ranking: readonly RankedPaper[];
  readonly trace: Trace;
}

/** How an answer is wanted. */
export interface AnswerOptions {
  /**
   * Stops the answer. It then ends with what is proved so far and a note that it was stopped; where nothing is, the call
   * rejects with the signal's reason.
   */
  readonly signal?: AbortSignal;
  /**
   * Told each time when more is proved, which is whole sentences with their marks. Every text begins with the one before
   * it, and so does the answer's, but where a model turns out to have shown its reasoning: nothing of that stays.
   */
  readonly onPartial?: (partial: PartialAnswer) => void;
  /** Names the answer in recordings of what a model was asked. */
  readonly id?: string;
  /** The language of whatever is not taken from papers. Defaults to English. */
  readonly locale?: Locale;
}
