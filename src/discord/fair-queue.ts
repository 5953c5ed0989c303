import type { Clock } from "../domain/ports.ts";
import { QueueFullError } from "./queue-full-error.ts";
import { WaitingLine } from "./waiting-line.ts";
import type { Ticket } from "./waiting-line.ts";

/** How long somebody waits before they are told their place, and at the least between two places, in milliseconds. */
const TELL_AFTER_MS = 3000;

export interface FairQueueOptions {
  /** Works that run at once, 1 and up. */
  readonly atOnce: number;
  /** Works that may wait, 0 and up. */
  readonly most: number;
  /** Works of one person that may wait or run, 1 and up. */
  readonly mostPerPerson: number;
  readonly clock: Clock;
  /** How long a wait is before its place is told, and at the least between two places, in milliseconds. Defaults to 3 s. */
  readonly tellAfterMs?: number;
}

export interface WaitOptions {
  /** Ends the wait; work that runs already is its own master. */
  readonly signal?: AbortSignal;
  /** What the work must wait for before it stands in line; its place among the person's works counts from now. */
  readonly after?: Promise<unknown>;
  /** Told the place in the line (1 is next) of whoever waits long, and again when it has changed. What it throws ends the wait. */
  readonly onWait?: (place: number) => void;
}

/**
 * Lets a few works run at once. The others wait, and people take turns: whoever has a hundred waiting delays the first of
 * anybody else by one turn.
 */
export class FairQueue {
  readonly #options: Required<FairQueueOptions>;
  readonly #line = new WaitingLine();
  /** Works that wait or run, by person. */
  readonly #underWay = new Map<string, number>();
  #running = 0;

  constructor(options: FairQueueOptions) {
    this.#options = { tellAfterMs: TELL_AFTER_MS, ...options };
  }

  /** Works that run. */
  get running(): number {
    return this.#running;
  }

  /** Works that wait. */
  get waiting(): number {
    return this.#line.length;
  }

  /** Who has too much under way for one more work of a person: the person, all people together, or nobody. */
  fullFor(personId: string): QueueFullError["reason"] | undefined {
    const { atOnce, most, mostPerPerson } = this.#options;
    if ((this.#underWay.get(personId) ?? 0) >= mostPerPerson) return "person";
    return this.#running >= atOnce && this.waiting >= most ? "all" : undefined;
  }

  /**
   * Runs work when it is its turn.
   *
   * @returns What the work returns. Rejects with what it throws, or with the signal's reason if it did not begin by then.
   * @throws {QueueFullError} If the person, or all people together, have too much under way. Nothing waits then.
   */
  async run<Result>(personId: string, work: () => Promise<Result>, options: WaitOptions = {}): Promise<Result> {
    const { signal, after } = options;
    signal?.throwIfAborted();
    const full = this.fullFor(personId);
    if (full !== undefined) throw new QueueFullError(full);
    this.#underWay.set(personId, (this.#underWay.get(personId) ?? 0) + 1);
    try {
      if (after !== undefined) await waitFor(after, signal);
      if (this.#running < this.#options.atOnce) this.#running += 1;
      else await this.#wait(personId, options);
      try {
        // Its turn may have come in the same moment in which it was no longer wanted.
        signal?.throwIfAborted();
        return await work();
      } finally {
        this.#passOn();
      }
    } finally {
      this.#leave(personId);
    }
  }

  async #wait(personId: string, { signal, onWait }: WaitOptions): Promise<void> {
    const { promise: turn, resolve: call } = Promise.withResolvers<void>();
    const ticket: Ticket = { personId, call };
    this.#line.add(ticket);
    const settled = new AbortController();
    const ending = signal ? AbortSignal.any([signal, settled.signal]) : settled.signal;
    try {
      await Promise.race([turn, this.#tellPlaces(ticket, onWait, ending)]);
    } catch (error) {
      // Who was called in this very moment had a turn to pass on.
      if (!this.#line.remove(ticket)) this.#passOn();
      throw error;
    } finally {
      settled.abort();
    }
  }

  /** Never ends but by the signal. */
  async #tellPlaces(ticket: Ticket, onWait: WaitOptions["onWait"], signal: AbortSignal): Promise<never> {
    const { clock, tellAfterMs } = this.#options;
    let told: number | undefined;
    for (;;) {
      await clock.sleep(tellAfterMs, signal);
      const place = this.#line.placeOf(ticket);
      if (place !== undefined && place !== told) onWait?.(place);
      told = place;
    }
  }

  /** Ends a turn: the next one begins at once, so that nobody who comes now gets in before. */
  #passOn(): void {
    const next = this.#line.take();
    if (next) next.call();
    else this.#running -= 1;
  }

  #leave(personId: string): void {
    const underWay = this.#underWay.get(personId) ?? 0;
    if (underWay <= 1) this.#underWay.delete(personId);
    else this.#underWay.set(personId, underWay - 1);
  }
}

/** @throws {unknown} The signal's reason, once it aborts. */
async function waitFor(promise: Promise<unknown>, signal: AbortSignal | undefined): Promise<void> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = (): void => reject(signal?.reason);
  signal?.addEventListener("abort", abort);
  try {
    await Promise.race([Promise.allSettled([promise]), aborted]);
  } finally {
    signal?.removeEventListener("abort", abort);
  }
}
