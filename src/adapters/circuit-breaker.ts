import { ChatError } from "../domain/errors.ts";
import type { Clock } from "../domain/ports.ts";

/** Failures in a row after which an endpoint is left alone. */
const FAILURES = 5;

/** The first rest; each further one is twice as long. In milliseconds. */
const FIRST_REST_MS = 30_000;

/** The longest rest that nobody asked for, in milliseconds. */
const MAX_REST_MS = 600_000;

/** The longest rest that an endpoint may ask for, in milliseconds: what it says is not to be trusted for ever. */
const MAX_ASKED_REST_MS = 3_600_000;

/** One request's way through the breaker. Only the first word about its end counts. */
export interface Visit {
  /** The endpoint answered. */
  succeed(): void;
  /**
   * The endpoint failed.
   *
   * @param rest How long it asks to be left alone, in milliseconds, or `at once` where further tries are in vain. By
   * default it is left alone only after several failures in a row.
   */
  fail(error: ChatError, rest?: number | "at once"): void;
  /** The request ended in a way that says nothing of the endpoint. */
  leave(): void;
}

/**
 * Leaves an endpoint alone that keeps failing, so that a dead one costs nobody a wait. After the rest one request is let
 * through, and its end decides.
 *
 * @see https://martinfowler.com/bliki/CircuitBreaker.html
 */
export class CircuitBreaker {
  readonly #endpoint: string;
  readonly #clock: Clock;
  #failures = 0;
  #rests = 0;
  #rest: { readonly until: number; readonly error: ChatError } | undefined;
  #isProbing = false;
  /** Requests that began before the last change of state have no say. */
  #era = 0;

  /** @param options.endpoint How messages call it. */
  constructor({ endpoint, clock }: { readonly endpoint: string; readonly clock: Clock }) {
    this.#endpoint = endpoint;
    this.#clock = clock;
  }

  /** @throws {ChatError} If a request made now would not be let through (`chat/resting`). */
  check(): void {
    if (!this.#rest) return;
    const { until, error } = this.#rest;
    const isOver = this.#clock.now() >= until;
    if (isOver && !this.#isProbing) return;
    const time = new Date(until).toISOString().slice(11, 19);
    throw new ChatError(
      "chat/resting",
      `The chat endpoint ${this.#endpoint} is left alone ${isOver ? "while it is tried" : `until ${time} UTC`}, because ` +
        `it failed: ${error.message}`,
      { cause: error, retryable: true },
    );
  }

  /**
   * Lets a request through.
   *
   * @throws {ChatError} If the endpoint is being left alone (`chat/resting`).
   */
  enter(): Visit {
    this.check();
    const isProbe = this.#rest !== undefined;
    this.#isProbing = isProbe;
    const era = this.#era;
    let isOver = false;
    const end = (apply: () => void) => {
      if (isOver) return;
      isOver = true;
      if (era === this.#era) apply();
    };
    return {
      succeed: () => end(() => this.#close()),
      fail: (error, rest) =>
        end(() => {
          this.#failures += 1;
          if (isProbe || rest !== undefined || this.#failures >= FAILURES) this.#open(error, rest);
        }),
      leave: () =>
        end(() => {
          this.#isProbing = false;
        }),
    };
  }

  #open(error: ChatError, rest: number | "at once" | undefined): void {
    const usual = Math.min(FIRST_REST_MS * 2 ** this.#rests, MAX_REST_MS);
    const restMs = typeof rest === "number" ? Math.min(rest, MAX_ASKED_REST_MS) : usual;
    this.#rests += 1;
    this.#rest = { until: this.#clock.now() + restMs, error };
    this.#isProbing = false;
    this.#era += 1;
  }

  #close(): void {
    if (this.#rest) this.#era += 1;
    this.#failures = 0;
    this.#rests = 0;
    this.#rest = undefined;
    this.#isProbing = false;
  }
}
