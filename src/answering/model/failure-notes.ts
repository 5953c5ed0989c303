import { ChatError } from "../../domain/errors.ts";
import type { ChatErrorCode, FootnoteError } from "../../domain/errors.ts";
import type { NoModelReason, Phrases } from "../phrases/phrases.ts";

const REASONS: Readonly<Record<ChatErrorCode, NoModelReason>> = {
  "chat/unreachable": "unreachable",
  "chat/timed-out": "slow",
  "chat/rate-limited": "busy",
  "chat/refused": "unavailable",
  "chat/out-of-quota": "unavailable",
  "chat/malformed": "unreadable",
  "chat/busy": "busy",
  "chat/resting": "unavailable",
  "chat/over-budget": "over-budget",
};

/** Why a model had no part in an answer, for the person who asked. What the owner must do is logged. */
export function whyNoModel(failure: FootnoteError, { because, noModel }: Phrases): string {
  return because(noModel[reasonOf(failure)]);
}

/** Beside an answer that a model should have written. */
export function failureNote(failure: FootnoteError, { noModel, ownSentences }: Phrases): string {
  return ownSentences(noModel[reasonOf(failure)]);
}

function reasonOf(failure: FootnoteError): NoModelReason {
  return failure instanceof ChatError ? REASONS[failure.code] : "unavailable";
}
