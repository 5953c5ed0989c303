import type { AnswerFailure } from "../domain/answer-event.ts";
import { FootnoteError } from "../domain/errors.ts";
import { Refusal } from "./failures.ts";
import { QueueFullError } from "./queue-full-error.ts";
import { isUnreachable } from "./unreachable.ts";

/** What the owner calls a failure. */
export function failureOf(error: unknown): AnswerFailure {
  if (error instanceof Refusal) return error.failure;
  if (error instanceof QueueFullError) return "answer/queue-full";
  if (error instanceof FootnoteError) return error.code;
  return isUnreachable(error) ? "answer/unreachable" : "answer/unexpected";
}
