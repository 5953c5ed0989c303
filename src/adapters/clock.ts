import { setTimeout } from "node:timers/promises";
import type { Clock } from "../domain/ports.ts";

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(milliseconds, signal) {
    try {
      await setTimeout(milliseconds, undefined, { ...(signal && { signal }) });
    } catch (error) {
      // Node rejects with an error of its own, and the reason as its cause.
      signal?.throwIfAborted();
      throw error;
    }
  },
};
