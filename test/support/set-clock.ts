import type { Clock } from "../../src/domain/ports.ts";

/** A clock that stands still until it is set. */
export class SetClock implements Clock {
  #now: number;

  /** @param time An ISO date with or without a time, UTC. */
  constructor(time: string) {
    this.#now = Date.parse(time);
  }

  now(): number {
    return this.#now;
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }

  sleep(): Promise<void> {
    return Promise.reject(new Error("Nobody should wait here."));
  }
}
