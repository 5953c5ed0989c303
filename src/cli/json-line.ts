/**
 * Writes a value as one line of JSON. What JSON leaves as it is and a terminal or an editor obeys (DEL, the C1 controls, other
 * line ends, marks that reorder text) is written as escapes: the value stays the same to the letter.
 */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[\u007F-\u009F\u2028-\u202E\u2066-\u2069]/g,
    (unseen) => `\\u${unseen.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
