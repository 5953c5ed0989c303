import { inspect } from "node:util";
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

/** How a wait that a server asks for is told, as the end of a sentence. */
export function describeWait(milliseconds: number | undefined): string {
  if (!milliseconds) return "";
  const seconds = Math.ceil(milliseconds / 1000);
  return `: it asks to wait for ${seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`}`;
}

/** What a server says may be as long as it likes; the log wants a line. In characters. */
const SAID_LENGTH = 300;

/** Characters in a row that are no coincidence; a shorter text is looked for as a whole, unless it is hardly a word. */
const QUOTATION_LENGTH = 30;
const SHORTEST_QUOTATION = 10;

/**
 * The words of a server, fit for a log.
 *
 * @param said Of any length.
 * @param sent The texts of the request: people's questions are nobody's business.
 * @returns One line of at most 300 characters without its full stop, without the key, and without anything that was sent.
 */
export function quoteServer(said: string, sent: readonly string[], key: string | undefined): string {
  const line = maskKey(toLine(said), key).slice(0, SAID_LENGTH).replace(/\.$/, "");
  if (!sent.some((text) => quotes(line, toLine(text)))) return line;
  return `${/^\d{3} /.exec(line)?.[0] ?? ""}(its words are left out, for they quote the request)`;
}

/** In JSON, which some servers put into their words, line breaks and quotation marks are written otherwise. */
function toLine(text: string): string {
  return text
    .replaceAll(/\\[nrt]/g, " ")
    .replaceAll('\\"', '"')
    .replaceAll(/\s+/g, " ")
    .trim();
}

function quotes(line: string, text: string): boolean {
  const length = Math.min(QUOTATION_LENGTH, text.length);
  if (length < SHORTEST_QUOTATION) return false;
  for (let at = 0; at + length <= line.length; at += 1) if (text.includes(line.slice(at, at + length))) return true;
  return false;
}

/** @returns The text with `***` in place of the key. */
export function maskKey(text: string, key: string | undefined): string {
  return key ? text.replaceAll(key, "***") : text;
}

/** @returns The error itself, to be kept as a cause; undefined where it quotes the key, as one about a header does. */
export function causeWithoutKey(error: unknown, key: string | undefined): unknown {
  return key && inspect(error, { depth: 9, showHidden: true }).includes(key) ? undefined : error;
}
