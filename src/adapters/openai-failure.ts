import type { APIError } from "openai";

/**
 * Reads how long a server asks to wait.
 *
 * @param now Milliseconds since 1970, for a `retry-after` that is a date.
 * @returns Milliseconds, 0 and up; undefined if it asks for nothing.
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after seconds or a date; `retry-after-ms` is OpenAI's own.
 */
export function readRetryAfter(headers: Headers | undefined, now: number): number | undefined {
  const milliseconds = Number.parseFloat(headers?.get("retry-after-ms") ?? "");
  if (milliseconds >= 0) return milliseconds;
  const text = headers?.get("retry-after") ?? "";
  const seconds = Number(text || Number.NaN);
  const wait = Number.isNaN(seconds) ? Date.parse(text) - now : seconds * 1000;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** Tells the SDK's errors by their shape: the class itself would have to be loaded with the SDK. */
export function isApiError(error: unknown): error is APIError {
  return error instanceof Error && "status" in error && "headers" in error;
}

/** @returns The innermost message, which says most: `connect ECONNREFUSED 127.0.0.1:9` rather than `fetch failed`. */
export function describeCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : describeCause(error.cause);
}

/** @returns The text with `***` in place of the key. */
export function maskKey(text: string, key: string | undefined): string {
  return key ? text.replaceAll(key, "***") : text;
}
