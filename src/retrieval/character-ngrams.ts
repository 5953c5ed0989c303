import { STOP_WORDS } from "./stop-words.ts";
import { surfaceWords } from "./surface-words.ts";

export interface NgramOptions {
  /** The n of each n-gram. @default [5] */
  readonly sizes?: readonly number[];
  /** Words to leave out. @default STOP_WORDS */
  readonly skip?: ReadonlySet<string>;
}

/**
 * Character n-grams over the text's words, joined by single spaces: they reach over inflection, compounds, misspellings
 * and abbreviations where stems do not.
 *
 * @returns n-grams in text order, repeats included. Empty for text without words.
 */
export function characterNgrams(text: string, { sizes = [5], skip = STOP_WORDS }: NgramOptions = {}): string[] {
  const kept = surfaceWords(text).filter((word) => !skip.has(word));
  if (kept.length === 0) return [];
  const line = ` ${kept.join(" ")} `;
  const ngrams: string[] = [];
  for (const size of sizes) {
    for (let start = 0; start + size <= line.length; start++) ngrams.push(line.slice(start, start + size));
  }
  return ngrams;
}
