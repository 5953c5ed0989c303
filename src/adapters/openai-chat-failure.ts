import { ChatError, type ChatErrorCode } from "../domain/errors.ts";
import type { Endpoint } from "./openai-client.ts";
import {
  causeWithoutKey,
  describeCause,
  describeWait,
  isApiError,
  maskKey,
  quoteServer,
  readRetryAfter,
} from "./openai-failure.ts";

/** What to make of a failed try. */
export interface ChatFailure {
  readonly error: ChatError;
  /** Whether the same request may be sent again at once. A time limit is no such case: a person has waited enough. */
  readonly isPassing: boolean;
  /** Whether further requests are in vain until somebody mends the configuration or the account. */
  readonly isLasting: boolean;
  /** How long the server asks to wait, in milliseconds, if it does. */
  readonly retryAfterMs: number | undefined;
}

/** Where a request went. */
export interface ChatEndpoint extends Endpoint {
  readonly model: string;
}

/** What is known of the request that failed. */
interface FailedRequest {
  /** The contents of its messages. */
  readonly sent: readonly string[];
  /** Whether something of the answer was let through. */
  readonly hasBegun: boolean;
  /** Milliseconds since 1970, for a `retry-after` that is a date. */
  readonly now: number;
}

/** Translates an error of the SDK. A {@link ChatError} stays what it is. */
export function classifyChatFailure(
  error: unknown,
  endpoint: ChatEndpoint,
  { sent, hasBegun, now }: FailedRequest,
): ChatFailure {
  if (error instanceof ChatError) {
    const { code } = error;
    const isLasting = code === "chat/out-of-quota";
    return { error, isPassing: code === "chat/unreachable", isLasting, retryAfterMs: undefined };
  }
  if (error instanceof SyntaxError || error instanceof RangeError) {
    const what = error instanceof RangeError ? error.message : "sent something that is no JSON";
    // Who could begin is what the configuration says.
    const failed = hasBegun ? brokenOff(endpoint, what) : malformedAnswer(endpoint, what);
    return { error: failed, isPassing: false, isLasting: false, retryAfterMs: undefined };
  }
  const { baseUrl, key, model } = endpoint;
  const isAnswer = isApiError(error) && (error.status !== undefined || error.error !== undefined);
  if (!isAnswer) {
    const reason = maskKey(describeCause(error), key);
    const message = `The chat endpoint ${baseUrl} failed: ${reason}. Check FOOTNOTE_CHAT_BASE_URL and the network.`;
    const cause = causeWithoutKey(error, key);
    return {
      error: new ChatError("chat/unreachable", message, { cause, retryable: true }),
      isPassing: true,
      isLasting: false,
      retryAfterMs: undefined,
    };
  }
  const status = error.status ?? statusInStream(error.code, error.type);
  const code = codeOf(status, isQuota(error.code) || isQuota(error.type));
  const said = quoteServer(error.message, sent, key);
  const target = status >= 300 && status < 400 ? redirectTarget(error.headers, key) : "";
  const isPassing = code === "chat/unreachable" || code === "chat/rate-limited";
  const retryAfterMs = readRetryAfter(error.headers, now);
  return {
    error: new ChatError(
      code,
      `The chat endpoint ${baseUrl} refused: ${said}${target}. ${mendFor(code, status, model, retryAfterMs)}`,
      {
        retryable: isPassing,
      },
    ),
    isPassing,
    isLasting: code === "chat/out-of-quota" || status === 401 || status === 403,
    retryAfterMs,
  };
}

/**
 * An answer that is none, or one of which reasoning was let through: what comes of it must not be shown.
 *
 * @param what Goes on after the endpoint's name, and has no full stop.
 * @param mend A sentence. Defaults to what is mostly wrong where an endpoint does not speak the protocol.
 */
export function malformedAnswer(
  { baseUrl, model }: ChatEndpoint,
  what: string,
  mend = "Check that FOOTNOTE_CHAT_BASE_URL is the base of an OpenAI-compatible API (it mostly ends in /v1) and that " +
    `FOOTNOTE_CHAT_MODEL, ${model}, is a chat model.`,
): ChatError {
  return new ChatError("chat/malformed", `The chat endpoint ${baseUrl} ${what}. ${mend}`);
}

/** An answer whose beginning was one. `what` goes on after the endpoint's name, and has no full stop. */
export function brokenOff({ baseUrl }: ChatEndpoint, what: string): ChatError {
  const mend = "Check the server, and any proxy before it: its log may say more.";
  return new ChatError("chat/unreachable", `The chat endpoint ${baseUrl} ${what}. ${mend}`, { retryable: true });
}

/** A limit of time that is over. `setting` is the middle of the setting's name. */
export function timedOut(
  { baseUrl, model }: ChatEndpoint,
  what: string,
  milliseconds: number,
  setting: "FIRST_TOKEN" | "TIMEOUT",
): ChatError {
  return new ChatError(
    "chat/timed-out",
    `The chat endpoint ${baseUrl} ${what} within ${milliseconds / 1000} seconds. Check that it is not overloaded, give it ` +
      `more time with FOOTNOTE_CHAT_${setting}_SECONDS, or choose a faster model than ${model} in FOOTNOTE_CHAT_MODEL.`,
    { retryable: true },
  );
}

/** An error that comes within a stream has no status: servers name it in `code`, or the kind in `code` or `type`. */
function statusInStream(code: unknown, type: unknown): number {
  const status = Number(code);
  if (status >= 400 && status < 600) return status;
  const kind = `${String(code)} ${String(type)}`;
  if (/rate.?limit/i.test(kind)) return 429;
  return /invalid.?request|bad.?request|not.?found|context.?length/i.test(kind) ? 400 : 500;
}

function isQuota(kind: unknown): boolean {
  return kind === "insufficient_quota";
}

function codeOf(status: number, outOfQuota: boolean): ChatErrorCode {
  if (outOfQuota || status === 402) return "chat/out-of-quota";
  if (status === 429) return "chat/rate-limited";
  return status >= 500 || status === 408 ? "chat/unreachable" : "chat/refused";
}

function mendFor(code: ChatErrorCode, status: number, model: string, retryAfterMs: number | undefined): string {
  if (code === "chat/out-of-quota") return "The account of the key has no quota left: see its plan and billing.";
  if (code !== "chat/refused") return `Try again later${describeWait(retryAfterMs)}.`;
  if (status < 400) return "Redirects are not followed: set FOOTNOTE_CHAT_BASE_URL to where the API really is.";
  if (status === 401) return "Check FOOTNOTE_CHAT_KEY.";
  if (status === 403) return `Check that the key in FOOTNOTE_CHAT_KEY may use the model ${model}.`;
  if (status === 404)
    return `Check FOOTNOTE_CHAT_BASE_URL, which mostly ends in /v1, and that the endpoint has the model ${model}.`;
  return "Check FOOTNOTE_CHAT_MODEL, FOOTNOTE_CHAT_TEMPERATURE, FOOTNOTE_CHAT_MAX_TOKENS and FOOTNOTE_CHAT_EVIDENCE_TOKENS.";
}

/** The origin alone: the rest of a redirect's address may hold anything. */
function redirectTarget(headers: Headers | undefined, key: string | undefined): string {
  const target = URL.parse(headers?.get("location") ?? "");
  return target ? maskKey(`, it redirects to ${target.origin}`, key) : "";
}
