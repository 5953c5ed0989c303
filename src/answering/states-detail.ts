import type { Detail } from "./asked-details.ts";
import type { Vocabulary } from "./vocabulary.ts";

const NUMBER_WORDS =
  "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion dozen dozens".split(
    " ",
  );
const NUMBER = new RegExp(String.raw`^[~≈<>≤≥+(]*\d|^(?:${NUMBER_WORDS.join("|")})$`, "u");
const DURATION =
  /\d[\d.,]*\s*(?:-\s*)?(?:ns|µs|us|ms|s|sec|secs|seconds?|milliseconds?|min|mins|minutes?|h|hrs?|hours?|days?|weeks?|months?)\b|\b(?:a|one|two|three|half an?|few) (?:second|minute|hour|day|week)s?\b/iu;
const MONEY = /[$€£]\s?\d|\d\s?(?:dollars|usd|euros?|cents)\b/iu;
/** How far a figure may stand before what it counts ("3,700 dense and sparse LLMs"), and after ("parameters: 7B"). */
const WORDS_BEFORE = 6;
const WORDS_AFTER = 3;
/** What papers call the same thing in other words. */
const SAME_THING: readonly (readonly string[])[] = [
  ["model", "llm", "network", "net", "lm", "transformer"],
  ["dataset", "data", "set", "corpus", "benchmark"],
  ["image", "picture", "photo"],
  ["clip", "video"],
  ["word", "token", "tok"],
  ["example", "sample", "instance", "case"],
  ["person", "people", "participant", "user", "subject"],
  ["language", "lingual"],
  ["task", "problem"],
];

/** Whether any of a paper's sentences states a detail that a question asks for. */
export function statesDetail(sentences: readonly string[], detail: Detail, vocabulary: Vocabulary): boolean {
  switch (detail.kind) {
    case "duration":
      return sentences.some((sentence) => DURATION.test(sentence));
    case "money":
      return sentences.some((sentence) => MONEY.test(sentence));
    case "origin":
      return false; // Neither abstracts nor digests name people, places or funders.
    case "attribute":
      return sentences.some((sentence) => detail.nouns.some((noun) => mentions(sentence, noun)));
    case "name":
      return false; // Names are asked for only once no passage of the paper mentions them.
    case "count":
      return sentences.some((sentence) => counts(sentence, detail.nouns, vocabulary));
  }
}

function mentions(sentence: string, noun: string): boolean {
  return new RegExp(String.raw`\b${noun.replaceAll(" ", "[ -]")}s?\b`, "iu").test(sentence);
}

/** Whether a figure stands close to one of the nouns. */
function counts(sentence: string, nouns: readonly string[], vocabulary: Vocabulary): boolean {
  const wanted = new Set(nouns.flatMap((noun) => sameThing(stemOf(noun, vocabulary), vocabulary)));
  const tokens = sentence.toLowerCase().split(/[\s/]+/);
  const places = tokens.flatMap((token, place) => {
    const isCounted = token.split(/[^\p{L}\p{N}]+/u).some((part) => wanted.has(stemOf(part, vocabulary)));
    return isCounted ? [place] : [];
  });
  return places.some((place) =>
    tokens.slice(Math.max(0, place - WORDS_BEFORE), place + WORDS_AFTER + 1).some((token) => NUMBER.test(token)),
  );
}

function sameThing(stem: string, vocabulary: Vocabulary): string[] {
  const group = SAME_THING.find((names) => names.some((name) => stemOf(name, vocabulary) === stem));
  return [stem, ...(group ?? []).map((name) => stemOf(name, vocabulary))];
}

function stemOf(word: string, vocabulary: Vocabulary): string {
  return vocabulary.words(word).at(-1) ?? word;
}
