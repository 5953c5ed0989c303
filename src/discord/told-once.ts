import type { Clock } from "../domain/ports.ts";
import { Lru } from "./lru.ts";

/** Refusals that are remembered. */
const LIMIT = 5000;

/** What people were told and need not be told with every message. */
export class ToldOnce {
  readonly #clock: Clock;
  readonly #until = new Lru<string, number>(LIMIT);

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * @param key Names what is told, and to whom.
   * @param forMs How long it need not be told again, in milliseconds.
   * @returns Whether it is to be told now.
   */
  isNew(key: string, forMs: number): boolean {
    const now = this.#clock.now();
    if ((this.#until.get(key) ?? -Infinity) > now) return false;
    this.#until.set(key, now + forMs);
    return true;
  }

  /** Has it told again next time. */
  forget(key: string): void {
    this.#until.set(key, -Infinity);
  }
}
