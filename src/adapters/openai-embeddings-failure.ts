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

/** What to make of a failed request. */
export interface Failure {
  /** Sentences for people, without the key. */
  readonly message: string;
  readonly retryable: boolean;
  /** How long the server asks to wait, in milliseconds, if it does. */
  readonly retryAfterMs: number | undefined;
  /** What failed below HTTP. What the server said may hold the key, so it is in the message only, with the key masked. */
  readonly cause: unknown;
}

/**
 * Translates an error of the SDK.
 *
 * @param sent The texts that were to be embedded.
 * @param now Milliseconds since 1970, for a `retry-after` that is a date.
 */
export function classifyFailure(
  error: unknown,
  { baseUrl, key, model }: Endpoint & { readonly model: string },
  sent: readonly string[],
  now: number,
): Failure {
  if (!isApiError(error) || error.status === undefined) {
    const reason = maskKey(describeCause(error), key);
    return {
      message: `The embedding endpoint ${baseUrl} failed: ${reason}. Check the base URL and the network.`,
      retryable: true,
      retryAfterMs: undefined,
      cause: causeWithoutKey(error, key),
    };
  }
  const outOfQuota = error.code === "insufficient_quota";
  const retryAfterMs = readRetryAfter(error.headers, now);
  const mend = mendFor(error.status, outOfQuota, model, retryAfterMs);
  return {
    message: `The embedding endpoint ${baseUrl} refused: ${quoteServer(error.message, sent, key)}. ${mend}`,
    retryable: !outOfQuota && (error.status === 429 || error.status === 408 || error.status >= 500),
    retryAfterMs,
    cause: undefined,
  };
}

function mendFor(status: number, outOfQuota: boolean, model: string, retryAfterMs: number | undefined): string {
  if (outOfQuota) return "The account of the key has no quota left: see its plan and billing.";
  if (status === 401) return "Check FOOTNOTE_EMBEDDING_KEY.";
  if (status === 403) return `Check that the key in FOOTNOTE_EMBEDDING_KEY may use the model ${model}.`;
  if (status === 404) return `Check FOOTNOTE_EMBEDDING_BASE_URL and that the endpoint has the model ${model}.`;
  if (status === 429 || status >= 500) return `Try again later${describeWait(retryAfterMs)}.`;
  return "Check the FOOTNOTE_EMBEDDING settings.";
}
