import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { AnswerFailure } from "../domain/answer-event.ts";
import { FootnoteError } from "../domain/errors.ts";
import type { Log } from "./log.ts";
import { QueueFullError } from "./queue-full-error.ts";
import { wordsFor } from "./words/words-for.ts";
import type { Words } from "./words/words.ts";

/** Time for handing over what is proved once an answer is stopped, in milliseconds. */
const HANDOVER_MS = 300;

/** Something that a person may read and that is no fault of the product's, such as a date that is none. */
export class Refusal extends Error {
  /** Says it in the language of whoever reads it, which may not be known where it is thrown. */
  readonly say: (words: Words) => string;
  /** What the owner calls it, where it ends an answer. */
  readonly failure: AnswerFailure;

  /** @param say Chooses the sentence: `({ refusals }) => refusals.busy`. */
  constructor(say: (words: Words) => string, failure: AnswerFailure = "answer/unexpected") {
    super(say(wordsFor("en")));
    this.say = say;
    this.failure = failure;
  }
}

/**
 * The words for a failure that a person may read. Anything unexpected becomes one fixed sentence with an id under which
 * the log has the rest.
 */
export function describeFailure(error: unknown, log: Log, words: Words): string {
  if (error instanceof Refusal) return error.say(words);
  if (error instanceof QueueFullError)
    return error.reason === "person" ? words.refusals.busy : words.refusals.queueFull;
  if (error instanceof FootnoteError) {
    log.warn(`${error.code}: ${error.message}`);
    return words.refusals.failed;
  }
  const id = randomUUID().slice(0, 8);
  log.error(`Unexpected failure ${id}`, error);
  return words.refusals.unexpected(id);
}

/**
 * Waits for an answer as long as a person would, and then stops it.
 *
 * @param work Stops when its signal aborts, and may still hand over what it has.
 * @param signal Its reason is thrown once it aborts, unless the work hands something over.
 * @throws {Refusal} If it takes longer than `limitMs`.
 */
export async function inTime<Value>(
  work: (signal: AbortSignal) => Promise<Value>,
  { signal, limitMs }: { readonly signal: AbortSignal; readonly limitMs: number },
): Promise<Value> {
  const limit = new AbortController();
  const over = new Refusal(({ refusals }) => refusals.tookTooLong, "answer/timed-out");
  const timer = setTimeout(() => limit.abort(over), limitMs);
  const stop = AbortSignal.any([signal, limit.signal]);
  const done = new AbortController();
  try {
    stop.throwIfAborted();
    return await Promise.race([Promise.try(work, stop), rejectAfter(stop, done.signal)]);
  } catch (error) {
    stop.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(timer);
    done.abort();
  }
}

/** Rejects a moment after `stop` has aborted, unless all is done by then. */
async function rejectAfter(stop: AbortSignal, done: AbortSignal): Promise<never> {
  await once(stop, "abort", { signal: done });
  await sleep(HANDOVER_MS, undefined, { signal: done });
  throw stop.reason;
}

/** What people are told whose answer the end of the process cuts off. */
export function interrupted(): Refusal {
  return new Refusal(({ refusals }) => refusals.restarting, "answer/interrupted");
}
