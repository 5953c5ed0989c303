import type { APIError } from "openai";
import type { Endpoint } from "./openai-embeddings-client.ts";

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
 * @param now Milliseconds since 1970, for a `retry-after` that is a date.
 */
export function classifyFailure(
  error: unknown,
  { baseUrl, key, model }: Endpoint & { readonly model: string },
  now: number,
): Failure {
  const masked = (text: string) => (key ? text.replaceAll(key, "***") : text);
  if (!isApiError(error) || error.status === undefined) {
    const reason = masked(describeCause(error));
    return {
      message: `The embedding endpoint ${baseUrl} failed: ${reason}. Check the base URL and the network.`,
      retryable: true,
      retryAfterMs: undefined,
      cause: error,
    };
  }
  const outOfQuota = error.code === "insufficient_quota";
  const said = masked(error.message.replaceAll(/\s+/g, " ").replace(/\.$/, ""));
  return {
    message: `The embedding endpoint ${baseUrl} refused: ${said}. ${mendFor(error.status, outOfQuota, model)}`,
    retryable: !outOfQuota && (error.status === 429 || error.status === 408 || error.status >= 500),
    retryAfterMs: readRetryAfter(error.headers, now),
    cause: undefined,
  };
}

function mendFor(status: number, outOfQuota: boolean, model: string): string {
  if (outOfQuota) return "The account of the key has no quota left: see its plan and billing.";
  if (status === 401) return "Check FOOTNOTE_EMBEDDING_KEY.";
  if (status === 403) return `Check that the key in FOOTNOTE_EMBEDDING_KEY may use the model ${model}.`;
  if (status === 404) return `Check FOOTNOTE_EMBEDDING_BASE_URL and that the endpoint has the model ${model}.`;
  if (status === 429 || status >= 500) return "Try again later.";
  return "Check the FOOTNOTE_EMBEDDING settings.";
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after seconds or a date; `retry-after-ms` is OpenAI's own. */
function readRetryAfter(headers: Headers | undefined, now: number): number | undefined {
  const milliseconds = Number.parseFloat(headers?.get("retry-after-ms") ?? "");
  if (milliseconds >= 0) return milliseconds;
  const text = headers?.get("retry-after") ?? "";
  const seconds = Number(text || Number.NaN);
  const wait = Number.isNaN(seconds) ? Date.parse(text) - now : seconds * 1000;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** By its shape: the class itself would have to be loaded with the SDK. */
function isApiError(error: unknown): error is APIError {
  return error instanceof Error && "status" in error && "headers" in error;
}

/** The innermost cause says most: `connect ECONNREFUSED 127.0.0.1:9` rather than `fetch failed`. */
function describeCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : describeCause(error.cause);
}
