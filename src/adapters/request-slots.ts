import { ChatError } from "../domain/errors.ts";
import type { Clock } from "../domain/ports.ts";

/** How many requests may be under way, and how long others wait for them. */
export interface RequestSlotsOptions {
  /** Requests under way at once, 1 and up. */
  readonly size: number;
  /** How long a request waits for its turn, in milliseconds. */
  readonly queueMs: number;
  readonly clock: Clock;
}

/** Lets a few requests run at once. Others wait, first come first served. */
export class RequestSlots {
  readonly #options: RequestSlotsOptions;
  #free: number;
  readonly #queue: (() => void)[] = [];

  constructor(options: RequestSlotsOptions) {
    this.#options = options;
    this.#free = options.size;
  }

  /**
   * Waits for a slot.
   *
   * @returns What gives the slot back. Calling it again does nothing.
   * @throws {ChatError} If none came free in time (`chat/busy`). Rejects with the signal's reason once it is aborted.
   */
  async take(signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    if (this.#free > 0) this.#free -= 1;
    else await this.#wait(signal);
    let isHeld = true;
    return () => {
      if (isHeld) this.#give();
      isHeld = false;
    };
  }

  async #wait(signal: AbortSignal | undefined): Promise<void> {
    const { promise: turn, resolve } = Promise.withResolvers<void>();
    this.#queue.push(resolve);
    const settled = new AbortController();
    const timer = signal ? AbortSignal.any([signal, settled.signal]) : settled.signal;
    try {
      await Promise.race([turn, this.#losePatience(timer)]);
    } catch (error) {
      const place = this.#queue.indexOf(resolve);
      if (place >= 0) this.#queue.splice(place, 1);
      // Its turn came in the same moment.
      else this.#give();
      signal?.throwIfAborted();
      throw error;
    } finally {
      settled.abort();
    }
  }

  async #losePatience(signal: AbortSignal): Promise<never> {
    const { size, queueMs, clock } = this.#options;
    await clock.sleep(queueMs, signal);
    throw new ChatError(
      "chat/busy",
      `All ${size} requests that the chat model may have under way are taken, and none ended within ` +
        `${queueMs / 1000} seconds. Try again, or raise FOOTNOTE_CHAT_CONCURRENCY.`,
      { retryable: true },
    );
  }

  #give(): void {
    const next = this.#queue.shift();
    if (next) next();
    else this.#free += 1;
  }
}
