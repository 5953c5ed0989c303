const ESC = String.fromCodePoint(0x1b);
const BEL = String.fromCodePoint(0x07);

/** What a terminal takes as orders (ECMA-48): control sequences, strings such as a title or a link, and others. */
const ORDERS = new RegExp(
  [
    String.raw`(?:${ESC}\[|\u009B)[0-?]*[ -/]*[@-~]`,
    String.raw`(?:${ESC}[\]PX^_]|[\u0090\u0098\u009D-\u009F])[^${ESC}${BEL}\u0090-\u009F]*(?:${ESC}\\|[${BEL}\u009C])`,
    String.raw`${ESC}[ -/]+[0-~]`,
  ].join("|"),
  "g",
);

/** Control characters but line feed; and the marks that reorder text (a title could pretend to be another line). */
export const UNSEEN = /(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Makes text that others wrote safe to print: no terminal escapes, no control characters, no marks that reorder what is on
 * screen. Line breaks stay.
 */
export function plainText(text: string): string {
  return text.replaceAll(ORDERS, "").replaceAll("\t", " ").replaceAll(UNSEEN, "");
}

/** {@link plainText} on one line. */
export function plainLine(text: string): string {
  return plainText(text).replaceAll(/\s+/g, " ").trim();
}
