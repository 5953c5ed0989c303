import { titleHead } from "../../domain/paper.ts";
import type { Paper } from "../../domain/paper.ts";
import { foldText } from "./fold-text.ts";
import { isCodeLike, nameParts } from "./names.ts";

/** A title of fewer words may be a phrase like any other; it counts only in its own capitals. */
const TELLING_LENGTH = 5;
/** Titles are looked up by this many of their words. */
const KEY_LENGTH = 3;
/** Names before a colon have at most this many words: "ShuffleNet V2". */
const LONGEST_HEAD = 3;

/** A title in a text. */
export interface TitleMention {
  /** The title, or the name before its colon. */
  readonly phrase: string;
  /** The papers that are called so. Never empty. */
  readonly papers: readonly Paper[];
}

interface Phrase {
  readonly words: readonly string[];
  readonly mention: { readonly phrase: string; readonly papers: Paper[] };
}

/** Finds the corpus's titles in sentences, by their first words: a sentence costs its length, not the corpus's. */
export class KnownTitles {
  /** Phrases by their first words: in their own case, and long titles in lower case. */
  readonly #exact = new Map<string, Phrase[]>();
  readonly #anyCase = new Map<string, Phrase[]>();

  /** @param papers The whole corpus. */
  constructor(papers: readonly Paper[]) {
    for (const paper of papers) {
      for (const title of new Set([paper.title, paper.displayTitle])) {
        if (wordsOf(title).length > 1 || looksLikeName(title)) this.#add(title, paper);
        const head = titleHead(title)?.trim();
        if (head !== undefined && looksLikeName(head)) this.#add(head, paper);
      }
    }
  }

  /** The papers that a text names, by their full titles or by the names before their colons. */
  mentionsIn(text: string): TitleMention[] {
    const words = wordsOf(text);
    const lower = words.map((word) => word.toLowerCase());
    return words.flatMap((_, start) => [
      ...phrasesAt(this.#exact, words, start),
      ...phrasesAt(this.#anyCase, lower, start),
    ]);
  }

  #add(phrase: string, paper: Paper): void {
    const own = wordsOf(phrase);
    const isTelling = own.length >= TELLING_LENGTH;
    const words = isTelling ? own.map((word) => word.toLowerCase()) : own;
    const index = isTelling ? this.#anyCase : this.#exact;
    const key = words.slice(0, KEY_LENGTH).join(" ");
    const phrases = index.get(key) ?? [];
    const same = phrases.find((other) => other.words.join(" ") === words.join(" "));
    if (same === undefined) index.set(key, [...phrases, { words, mention: { phrase, papers: [paper] } }]);
    else if (!same.mention.papers.includes(paper)) same.mention.papers.push(paper);
  }
}

function phrasesAt(
  index: ReadonlyMap<string, readonly Phrase[]>,
  words: readonly string[],
  start: number,
): TitleMention[] {
  const found: TitleMention[] = [];
  let key = "";
  for (const word of words.slice(start, start + KEY_LENGTH)) {
    key = key === "" ? word : `${key} ${word}`;
    for (const phrase of index.get(key) ?? [])
      if (phrase.words.every((own, place) => words[start + place] === own)) found.push(phrase.mention);
  }
  return found;
}

function wordsOf(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A capital inside, letters with digits, three capitals, or a hyphenated name: not "Attention", not "Best practices". */
function looksLikeName(head: string): boolean {
  const words = foldText(head).split(/\s+/u);
  if (words.length > LONGEST_HEAD || !words.every((word) => /^[\p{Lu}\p{N}]|\p{Ll}\p{Lu}/u.test(word))) return false;
  const isHyphenated = words.length === 1 && /^\p{Lu}[\p{L}\p{N}]*-[\p{L}\p{N}-]+$/u.test(head);
  return isHyphenated || words.some((word) => nameParts(word).some(isCodeLike));
}
