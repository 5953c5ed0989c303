import { stem } from "porter2";
import { STOP_WORDS } from "./stop-words.ts";

const WORD = /[\p{L}\p{N}]+(?:[.'’+-][\p{L}\p{N}]+)*\+*/gu;
const CONTRACTION = /['’](?:s|t|re|ve|ll|d|m)$/u;
/** Porter2 leaves the plurals of acronyms alone: "LLMs" has no vowel, "GPUs" looks Latin. */
const ACRONYM_PLURAL = /^([b-df-hj-np-tv-xz]{2,}|[b-df-hj-np-tv-z]pu)s$/;
const JOINT = /[.'’+-]+/u;

/**
 * Splits text into the terms of word search: lower case, stop words left out, Porter2 stems. A compound
 * ("post-training", "GPT-4") yields its parts and their joined form, so that "posttraining" and "post training" meet.
 *
 * @returns Terms in text order, repeats included. Empty for text without words.
 * @see {@link https://snowballstem.org/algorithms/english/stemmer.html | Porter2}
 */
export function words(text: string): string[] {
  const terms: string[] = [];
  for (const [match] of text.normalize("NFKC").toLowerCase().matchAll(WORD)) {
    const parts = match
      .replace(CONTRACTION, "")
      .split(JOINT)
      .filter((part) => part !== "");
    for (const part of parts) if (!STOP_WORDS.has(part)) terms.push(stemOf(part));
    if (parts.length > 1) terms.push(stemOf(parts.join("")));
  }
  return terms;
}

function stemOf(word: string): string {
  return stem(word.replace(ACRONYM_PLURAL, "$1"));
}
