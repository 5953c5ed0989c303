import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { FootnoteError } from "../domain/errors.ts";
import type { Log } from "./log.ts";

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
 * Waits for an answer as long as a person would.
 *
 * @param signal Aborts when the process is about to end.
 * @throws {Refusal} If it takes longer than `limitMs`, or the signal is aborted.
 */
export async function inTime<Value>(
  work: () => Promise<Value>,
  { signal, limitMs }: { readonly signal: AbortSignal; readonly limitMs: number },
): Promise<Value> {
  if (signal.aborted) throw interrupted();
  const done = new AbortController();
  const late = setTimeout(limitMs, undefined, { signal: AbortSignal.any([signal, done.signal]) }).then(
    () => {
      throw new Refusal("That took too long, and I stopped. Please try again, perhaps with a simpler question.");
    },
    () => {
      throw interrupted();
    },
  );
  try {
    return await Promise.race([work(), late]);
  } finally {
    done.abort();
  }
}

function interrupted(): Refusal {
  return new Refusal("I am being restarted and could not finish this. Please ask again in a minute.");
}
