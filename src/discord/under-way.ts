import { setTimeout } from "node:timers/promises";
import { interrupted } from "./failures.ts";

/** Time for saying that there will be no answer, in milliseconds. */
const FAREWELL_MS = 1500;

/** Everything that the bot is doing for somebody, so that it can end without leaving anybody waiting. */
export class UnderWay {
  readonly #running = new Set<Promise<void>>();
  readonly #interruption = new AbortController();
  #isClosing = false;

  /** @param work Gets a signal that says when there is no more time; once we are closing, there is none at all. */
  run(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const running = work(this.#isClosing ? AbortSignal.abort(interrupted()) : this.#interruption.signal).finally(() => {
      this.#running.delete(running);
    });
    this.#running.add(running);
    return running;
  }

  /**
   * Waits for what is running, and after a while interrupts it.
   *
   * @param graceMs How long work may go on; whoever is interrupted then has a moment more to say so.
   */
  async close(graceMs: number): Promise<void> {
    this.#isClosing = true;
    await this.#settled(graceMs);
    this.#interruption.abort(interrupted());
    await this.#settled(FAREWELL_MS);
  }

  async #settled(limitMs: number): Promise<void> {
    const limit = new AbortController();
    const idle = (async () => {
      while (this.#running.size > 0) await Promise.allSettled(this.#running);
    })();
    const late = setTimeout(limitMs, undefined, { signal: limit.signal }).catch(() => undefined);
    await Promise.race([idle, late]);
    limit.abort();
  }
}
