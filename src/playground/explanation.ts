import type { Evidence, ModelUse, Outcome, Stage } from "../domain/answer.ts";

/** How an answer came about, as the page shows it to the curious. */
export interface Explanation {
  readonly question: string;
  /** The question as searched, where that differs: a follow-up stands alone by then. */
  readonly searched?: string;
  readonly outcome: Outcome;
  /** The papers found, best first. */
  readonly papers: readonly ExplainedPaper[];
  /** What the decision rested on by name, such as the probability (0 to 1) that the papers answer at all. */
  readonly estimates: Readonly<Record<string, number>>;
  readonly stages: readonly Stage[];
  /** Absent where no model was asked. */
  readonly model?: ExplainedModel;
}

export interface ExplainedPaper {
  readonly title: string;
  /** `http(s)`. */
  readonly url: string;
  /** Comparable within one answer only. */
  readonly score: number;
  /** The raw score by signal. */
  readonly signals: Readonly<Record<string, number>>;
  /** Its number in the answer's footnotes; absent where it is not cited. */
  readonly citation?: number;
  /** The sentences that the answer rests on, best first. */
  readonly evidence: readonly Evidence[];
}

export interface ExplainedModel extends Omit<ModelUse, "prompts"> {
  /** What it was asked, oldest first. Empty where the answer was remembered or another person's. */
  readonly prompts: readonly ExplainedPrompt[];
}

export interface ExplainedPrompt {
  /** The prompt's name, as of its file. */
  readonly name: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

/** Explains the answer in a message; undefined where the message holds none. */
export type Explain = (messageId: string) => Explanation | undefined;
