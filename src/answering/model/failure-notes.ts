import { ChatError } from "../../domain/errors.ts";
import type { ChatErrorCode, FootnoteError } from "../../domain/errors.ts";

const NOT_AVAILABLE = "The language model is not available just now";

const NOTES: Readonly<Record<ChatErrorCode, string>> = {
  "chat/unreachable": "The language model cannot be reached just now",
  "chat/timed-out": "The language model took too long",
  "chat/rate-limited": "The language model has too many requests just now",
  "chat/refused": NOT_AVAILABLE,
  "chat/out-of-quota": NOT_AVAILABLE,
  "chat/malformed": "The language model gave no readable answer",
  "chat/busy": "The language model has too many requests just now",
  "chat/resting": NOT_AVAILABLE,
  "chat/over-budget": "Today’s budget for the language model is used up",
};

const THEIR_OWN_WORDS = "what you read are the papers’ own sentences.";

/** Why a model did not write an answer, for the person who asked, without a full stop. What the owner must do is logged. */
export function whyNoModel(failure: FootnoteError): string {
  return failure instanceof ChatError ? NOTES[failure.code] : NOT_AVAILABLE;
}

/** Beside an answer that a model should have written. */
export function failureNote(failure: FootnoteError): string {
  return `${whyNoModel(failure)}: ${THEIR_OWN_WORDS}`;
}

/** Beside an answer of a model that cited nothing. */
export const NOT_PROVED = `The language model’s answer could not be proved from the papers: ${THEIR_OWN_WORDS}`;
export const BROKE_OFF = "The language model broke off here.";
export const CUT_OFF = "The answer was cut off at its longest.";
export const STOPPED = "The answer was stopped here.";
