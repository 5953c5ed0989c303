import { normalizeTitle } from "../domain/paper.ts";

/** The words of a text as they are written, but for case: what names, titles and n-grams are compared by. */
export function surfaceWords(text: string): string[] {
  const folded = normalizeTitle(text);
  return folded === "" ? [] : folded.split(" ");
}
