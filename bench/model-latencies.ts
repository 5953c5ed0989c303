import type { Latency } from "./statistics.ts";

/** What a model's answer costs beside the model. */
export interface ModelLatencies {
  /** From the chunk that closes the first sentence, leaving the endpoint, to its display, in milliseconds. */
  readonly firstSentence: Latency;
  /** CPU of a process for one answer, in milliseconds, everything included. */
  readonly cpu: Latency;
  /** Tokens of that answer, a chunk each. */
  readonly tokens: number;
}
