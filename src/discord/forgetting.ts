import type { Records } from "../domain/records.ts";
import type { RateLimits } from "./rate-limits.ts";

/** Forgets people. */
export class Forgetting {
  readonly #records: Pick<Records, "forgetPerson">;
  readonly #limits: RateLimits;
  #count = 0;

  constructor(records: Pick<Records, "forgetPerson">, limits: RateLimits) {
    this.#records = records;
    this.#limits = limits;
  }

  /** Grows whenever somebody is forgotten: a conversation that was read before may hold their words. */
  get count(): number {
    return this.#count;
  }

  /**
   * Forgets everything of a person but how often they asked.
   *
   * @returns How many answers that were.
   * @throws {DataUnusableError} If they could not be forgotten.
   */
  person(personId: string): number {
    this.#count += 1;
    return this.#limits.keepCounting(personId, () => this.#records.forgetPerson(personId));
  }
}
