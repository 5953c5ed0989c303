import type { EvidenceSource } from "../../domain/paper.ts";

/** Why a language model wrote nothing, as far as the person who asked need know. */
export type NoModelReason = "unreachable" | "slow" | "busy" | "unavailable" | "unreadable" | "over-budget";

/**
 * Everything that answering says in its own words, in one language. Titles and sentences of papers are handed in as they
 * are. A number is written as it is, with its noun in the form that goes with it.
 */
export interface Phrases {
  /** A title, or what somebody typed, in quotation marks. */
  readonly quoted: (text: string) => string;
  /** What is added to a sentence in brackets, with the space before it. */
  readonly aside: (text: string) => string;
  /** What stands between quoted titles, and between quoted words. */
  readonly separators: { readonly titles: string; readonly words: string };

  /** Nothing answers. */
  readonly refusal: (papers: number) => string;
  /** Nothing answers; the nearest titles, for what they are worth. */
  readonly refusalNear: (papers: number, titles: string) => string;
  /** A paper's text does not state what was asked (`asked`: an {@link aside}, or empty), but something else. */
  readonly notStated: Readonly<Record<EvidenceSource, (title: string, asked: string, said: string) => string>>;
  /** The paper that fits has no text. */
  readonly onlyTitleFits: (title: string) => string;
  /** A paper that was named has no text. */
  readonly onlyTitleKnown: (title: string) => string;

  readonly tooLong: (length: number, limit: number) => string;
  readonly noWords: string;
  /** What we are for, to whoever greets us. */
  readonly aboutUs: (papers: number) => string;

  /** In a comparison, after a paper's name: its text says nothing under this heading. */
  readonly statesNone: Readonly<Record<EvidenceSource, string>>;
  /** In a comparison, after a paper's name: its figures stand under another heading. */
  readonly figuresAbove: (heading: string) => string;
  readonly howManyToCompare: (fewest: number, most: number) => string;
  readonly unknownTitle: (title: string) => string;
  readonly namedTwice: (title: string) => string;

  /** Why a model wrote nothing, without a full stop. */
  readonly noModel: Readonly<Record<NoModelReason, string>>;
  /** That reason as a sentence. */
  readonly because: (reason: string) => string;
  /** That reason, beside the papers' own sentences. */
  readonly ownSentences: (reason: string) => string;
  /** Beside the papers' own sentences: nothing of what a model wrote was proved. */
  readonly notProved: string;
  readonly brokeOff: string;
  readonly cutOff: string;
  readonly stopped: string;
}
