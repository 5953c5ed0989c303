/** The first second of 2015, from which Discord counts. */
const DISCORD_EPOCH_MS = 1_420_070_400_000n;
const BITS_BELOW_TIME = 22n;

/** Makes ids as Discord does: the time above, a counter below. Each id is greater than the one before. */
export class Snowflakes {
  readonly #now: () => number;
  #last = 0n;

  constructor(now: () => number) {
    this.#now = now;
  }

  next(): string {
    const earliest = (BigInt(Math.floor(this.#now())) - DISCORD_EPOCH_MS) << BITS_BELOW_TIME;
    this.#last = earliest > this.#last ? earliest : this.#last + 1n;
    return String(this.#last);
  }
}

/** Sorts by id, which is by age: oldest first. */
export function byAge(left: { readonly id: string }, right: { readonly id: string }): number {
  return Number(BigInt(left.id) - BigInt(right.id));
}
