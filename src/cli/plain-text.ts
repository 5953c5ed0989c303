import { stripVTControlCharacters } from "node:util";

// Control characters but line feed; and the marks that reorder text (a title could pretend to be another line).
const CONTROL = /(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Makes text from the corpus or from a model safe to print: no terminal escapes, no control characters, no marks that
 * reorder what is on screen. Line breaks stay.
 */
export function plainText(text: string): string {
  return stripVTControlCharacters(text).replaceAll("\t", " ").replaceAll(CONTROL, "");
}

/** {@link plainText} on one line. */
export function plainLine(text: string): string {
  return plainText(text).replaceAll(/\s+/g, " ").trim();
}

/**
 * Writes a value as one line of JSON. DEL and the C1 controls, which JSON leaves as they are and some terminals obey,
 * are written as escapes: the value stays the same to the letter.
 */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[\u007F-\u009F]/g,
    (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
