import { setImmediate } from "node:timers/promises";
import type { Clock } from "../../../src/domain/ports.ts";

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** A clock whose time passes only when it is told to. */
export class VirtualClock implements Clock {
  #now = 0;
  readonly #sleepers = new Set<Sleeper>();

  now(): number {
    return this.#now;
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const sleeper = { until: this.#now + milliseconds, wake: resolve };
    const abort = (): void => {
      this.#sleepers.delete(sleeper);
      reject(signal?.reason as Error);
    };
    if (signal?.aborted) abort();
    else this.#sleepers.add(sleeper);
    signal?.addEventListener("abort", abort);
    return promise;
  }

  /** Lets time pass, and whatever happens in it happen in its order. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await setImmediate();
    for (let next = this.#first(end); next !== undefined; next = this.#first(end)) {
      this.#sleepers.delete(next);
      this.#now = Math.max(this.#now, next.until);
      next.wake();
      await setImmediate();
    }
    this.#now = end;
  }

  #first(end: number): Sleeper | undefined {
    const [first] = [...this.#sleepers].toSorted((a, b) => a.until - b.until);
    return first !== undefined && first.until <= end ? first : undefined;
  }
}
