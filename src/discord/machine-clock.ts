import { setTimeout } from "node:timers/promises";
import type { Clock } from "../domain/ports.ts";

/** The machine's own time. */
export const MACHINE_CLOCK: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, { ...(signal && { signal }) }),
};
