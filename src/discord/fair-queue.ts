import type { Clock } from "../domain/ports.ts";
import { QueueFullError } from "./queue-full-error.ts";
import { WaitingLine } from "./waiting-line.ts";
import type { Ticket } from "./waiting-line.ts";

/** How long somebody waits before they are told their place, and at the least between two places, in milliseconds. */
const TELL_AFTER_MS = 3000;

export interface FairQueueOptions {
  /** Works that run at once, 1 and up. */
  readonly atOnce: number;
  /** Works that may wait, in line or for something else, 0 and up. */
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
  /** What the work must wait for before it stands in line. */
  readonly after?: Promise<unknown>;
  /**
   * Told the place (1 is next) of whoever waits long, and again when it has changed; who waits for something else stands
   * behind the line. What it throws ends the wait.
   */
  readonly onWait?: (place: number) => void;
}

/** A work's place in the queue, from the moment in which it is let in. Disposed of unused, it is free again. */
export interface Seat extends Disposable {
  /**
   * Runs the work when it is its turn; the seat is free once it ends. Once only.
   *
   * @returns What the work returns. Rejects with what it throws, or with the signal's reason if it did not begin by then.
   */
  run<Result>(work: () => Promise<Result>, options?: WaitOptions): Promise<Result>;
}

/**
 * Lets a few works run at once. The others wait, and people take turns: whoever has a hundred waiting delays the first of
 * anybody else by one turn.
 */
export class FairQueue {
  readonly #options: Required<FairQueueOptions>;
  readonly #line = new WaitingLine();
  /** Those that wait for something else before they stand in line, in the order in which they came. */
  readonly #held = new Set<Ticket>();
  /** Works that wait or run, by person. */
  readonly #underWay = new Map<string, number>();
  #seats = 0;
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
    return this.#seats - this.#running;
  }

  /** Who has too much under way for one more work of a person: the person, all people together, or nobody. */
  fullFor(personId: string): QueueFullError["reason"] | undefined {
    const { atOnce, most, mostPerPerson } = this.#options;
    if ((this.#underWay.get(personId) ?? 0) >= mostPerPerson) return "person";
    return this.#seats >= atOnce + most ? "all" : undefined;
  }

  /**
   * Lets a work in, which may begin later.
   *
   * @throws {QueueFullError} If the person, or all people together, have too much under way.
   */
  enter(personId: string): Seat {
    const full = this.fullFor(personId);
    if (full !== undefined) throw new QueueFullError(full);
    this.#seats += 1;
    this.#underWay.set(personId, (this.#underWay.get(personId) ?? 0) + 1);
    let isTaken = true;
    const leave = (): void => {
      if (isTaken) this.#leave(personId);
      isTaken = false;
    };
    return {
      run: async (work, options = {}) => {
        try {
          return await this.#run(personId, work, options);
        } finally {
          leave();
        }
      },
      [Symbol.dispose]: leave,
    };
  }

  /** {@link enter}, and {@link Seat.run} at once. */
  async run<Result>(personId: string, work: () => Promise<Result>, options?: WaitOptions): Promise<Result> {
    return this.enter(personId).run(work, options);
  }

  async #run<Result>(personId: string, work: () => Promise<Result>, options: WaitOptions): Promise<Result> {
    const { signal, after } = options;
    signal?.throwIfAborted();
    if (after === undefined && this.#running < this.#options.atOnce) this.#running += 1;
    else await this.#wait(personId, options);
    try {
      // Its turn may have come in the same moment in which it was no longer wanted.
      signal?.throwIfAborted();
      return await work();
    } finally {
      this.#passOn();
    }
  }

  async #wait(personId: string, { signal, after, onWait }: WaitOptions): Promise<void> {
    const { promise: turn, resolve: call } = Promise.withResolvers<void>();
    const ticket: Ticket = { personId, call };
    const settled = new AbortController();
    const ending = signal ? AbortSignal.any([signal, settled.signal]) : settled.signal;
    const telling = this.#tellPlaces(ticket, onWait, ending);
    // Nobody may be listening when it ends.
    telling.catch(() => undefined);
    try {
      if (after !== undefined) {
        this.#held.add(ticket);
        await Promise.race([Promise.allSettled([after]), telling]).finally(() => this.#held.delete(ticket));
      }
      if (this.#running < this.#options.atOnce) this.#running += 1;
      else await this.#standInLine(ticket, Promise.race([turn, telling]));
    } finally {
      settled.abort();
    }
  }

  async #standInLine(ticket: Ticket, turn: Promise<void>): Promise<void> {
    this.#line.add(ticket);
    try {
      await turn;
    } catch (error) {
      // Who was called in this very moment had a turn to pass on.
      if (!this.#line.remove(ticket)) this.#passOn();
      throw error;
    }
  }

  /** Never ends but by the signal. */
  async #tellPlaces(ticket: Ticket, onWait: WaitOptions["onWait"], signal: AbortSignal): Promise<never> {
    const { clock, tellAfterMs } = this.#options;
    let told: number | undefined;
    for (;;) {
      await clock.sleep(tellAfterMs, signal);
      const place = this.#placeOf(ticket);
      if (place !== undefined && place !== told) onWait?.(place);
      told = place;
    }
  }

  #placeOf(ticket: Ticket): number | undefined {
    if (!this.#held.has(ticket)) return this.#line.placeOf(ticket);
    return this.#line.length + [...this.#held].indexOf(ticket) + 1;
  }

  /** Ends a turn: the next one begins at once, so that nobody who comes now gets in before. */
  #passOn(): void {
    const next = this.#line.take();
    if (next) next.call();
    else this.#running -= 1;
  }

  #leave(personId: string): void {
    this.#seats -= 1;
    const underWay = this.#underWay.get(personId) ?? 0;
    if (underWay <= 1) this.#underWay.delete(personId);
    else this.#underWay.set(personId, underWay - 1);
  }
}
