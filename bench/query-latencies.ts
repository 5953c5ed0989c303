import type { Latency } from "./statistics.ts";

/** What a question costs on an index that is open and warm. */
export interface QueryLatencies {
  /** Ranking papers, and nothing else in between. */
  readonly retrieval: Latency;
  /** A whole answer. */
  readonly answer: Latency;
  /** Different searches over the same texts, timed in turn. */
  readonly sideBySide: Readonly<Record<Contender, Latency>>;
}

export type Contender = "ours" | "miniSearch" | "vectra" | "vectraEmbedded";
