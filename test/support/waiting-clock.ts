import type { Clock } from "../../src/domain/ports.ts";

/** A clock that stands still until the test lets time pass; who sleeps wakes when it is time. */
export class WaitingClock implements Clock {
  #now = Date.UTC(2026, 0, 1, 12);
  readonly #sleepers = new Set<{ readonly until: number; readonly wake: () => void }>();

  now(): number {
    return this.#now;
  }

  /** How many sleep at this moment. */
  get sleepers(): number {
    return this.#sleepers.size;
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
    for (const { until, wake } of this.#sleepers) if (until <= this.#now) wake();
  }

  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const sleeper = { until: this.#now + milliseconds, wake: resolve };
    const abort = () => reject(signal?.reason as Error);
    this.#sleepers.add(sleeper);
    signal?.addEventListener("abort", abort, { once: true });
    try {
      await promise;
    } finally {
      this.#sleepers.delete(sleeper);
      signal?.removeEventListener("abort", abort);
    }
  }
}
