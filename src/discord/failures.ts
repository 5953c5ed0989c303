import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { FootnoteError } from "../domain/errors.ts";
import type { Log } from "./log.ts";

/** Time for handing over what is proved once an answer is stopped, in milliseconds. */
const HANDOVER_MS = 300;

/** Something that a person may read and that is no fault of the product's, such as a date that is none. */
export class Refusal extends Error {}

/**
 * The words for a failure that a person may read. Anything unexpected becomes one fixed sentence with an id under which
 * the log has the rest.
 */
export function describeFailure(error: unknown, log: Log): string {
  if (error instanceof Refusal) return error.message;
  if (error instanceof FootnoteError) {
    log.warn(`${error.code}: ${error.message}`);
    return error.userMessage;
  }
  const id = randomUUID().slice(0, 8);
  log.error(`Unexpected failure ${id}`, error);
  return `Something went wrong that should not have. If it happens again, report it with the number ${id}.`;
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
  const over = new Refusal("That took too long, and I stopped. Please try again, perhaps with a simpler question.");
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
  return new Refusal("I am being restarted and could not finish this. Please ask again in a minute.");
}
