import type { Clock } from "../../src/domain/ports.ts";

/** A clock that passes time only by sleeping, at once, and records each sleep in milliseconds. */
export class SleeplessClock implements Clock {
  readonly sleeps: number[] = [];
  #now = Date.UTC(2026, 0, 1);

  now(): number {
    return this.#now;
  }

  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.sleeps.push(milliseconds);
    this.#now += milliseconds;
  }
}
