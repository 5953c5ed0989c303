import { setTimeout } from "node:timers/promises";
import type { Clock } from "../domain/ports.ts";

/** Time that no change of the machine's date disturbs. */
const STEADY_CLOCK: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, { ...(signal && { signal }) }),
};

/** How changes are paced. */
export interface Pace {
  /** The least time from the end of one change to the beginning of the next, in milliseconds. */
  readonly intervalMs: number;
  /** Told once, when a change failed. No further one is made. */
  readonly onFailure: (error: unknown) => void;
  readonly clock?: Clock;
}

/**
 * Makes the changes of one thing that changes faster than it may be written: one at a time, with a pause between them,
 * and always the newest.
 */
export class PacedEdits<State> {
  readonly #write: (state: State) => Promise<void>;
  readonly #intervalMs: number;
  readonly #onFailure: (error: unknown) => void;
  readonly #clock: Clock;
  readonly #end = new AbortController();
  #next: { readonly state: State } | undefined;
  #running: Promise<void> | undefined;
  #endedAt = -Infinity;

  constructor(write: (state: State) => Promise<void>, { intervalMs, onFailure, clock = STEADY_CLOCK }: Pace) {
    this.#write = write;
    this.#intervalMs = intervalMs;
    this.#onFailure = onFailure;
    this.#clock = clock;
  }

  /** Has a state written: at once where the pace allows it, else as soon as it does, unless a newer one comes. */
  show(state: State): void {
    if (this.#end.signal.aborted) return;
    this.#next = { state };
    this.#running ??= this.#run();
  }

  /**
   * Drops what waits, and lets nothing be written any more.
   *
   * @param hurry Ends the pause, where there is no time for it.
   * @returns Resolves when nothing is under way and the pace allows one more change: the last, which is the caller's.
   */
  async end(hurry: AbortSignal): Promise<void> {
    this.#end.abort();
    await this.#running;
    await this.#pause(hurry);
  }

  async #run(): Promise<void> {
    while (this.#next !== undefined) {
      await this.#pause(this.#end.signal);
      if (this.#end.signal.aborted) return;
      const { state } = this.#next;
      this.#next = undefined;
      try {
        await this.#write(state);
      } catch (error) {
        this.#end.abort();
        this.#onFailure(error);
      }
      this.#endedAt = this.#clock.now();
    }
    this.#running = undefined;
  }

  async #pause(signal: AbortSignal): Promise<void> {
    const left = this.#endedAt + this.#intervalMs - this.#clock.now();
    if (left <= 0) return;
    await this.#clock.sleep(left, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }
}
