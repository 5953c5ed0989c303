import { randomUUID } from "node:crypto";
import { createMask } from "../domain/create-mask.ts";
import { describeError } from "../domain/describe-error.ts";
import { FootnoteError } from "../domain/errors.ts";
import type { Context } from "./context.ts";
import { plainText } from "../domain/plain-text.ts";
import { notify } from "./terminal.ts";

/** A file that was named on the command line cannot be read. */
export class InputError extends Error {}

/**
 * The words for a failure that a person may read. Anything unexpected becomes one fixed sentence with an id; its
 * details go to stderr under the same id, if the person asked for them.
 */
export function describeFailure(error: unknown, { terminal, debug }: Pick<Context, "terminal" | "debug">): string {
  if (error instanceof FootnoteError) return plainText(error.userMessage);
  if (error instanceof InputError) return plainText(error.message);
  const id = randomUUID().slice(0, 8);
  if (debug) notify(terminal, createMask([])(`${id}: ${describeError(error)}`));
  return `Something went wrong that should not have (${id}). FOOTNOTE_DEBUG=1 shows the details.`;
}
