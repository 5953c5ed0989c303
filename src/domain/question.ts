/** One earlier turn of a conversation. */
export interface Turn {
  readonly role: "user" | "assistant";
  readonly text: string;
}

/** What a person asks, with the conversation so far, oldest turn first. */
export interface Question {
  readonly text: string;
  readonly history: readonly Turn[];
}

/** `short` is one sentence, `standard` a paragraph, `plain` a paragraph in plain words for an outsider. */
export type SummaryLength = "short" | "standard" | "plain";

/** Narrows a search. Bounds are inclusive ISO dates, `YYYY-MM-DD`. */
export interface Filters {
  readonly since?: string;
  readonly until?: string;
  /** Only papers that link to code. */
  readonly hasCode?: boolean;
}
