import type { Metrics } from "./ports.ts";

/** Counts nothing, for an owner who does not ask. */
export const NO_METRICS: Metrics = {
  countAnswer() {},
  countFeedback() {},
  timeAcknowledgement() {},
};
