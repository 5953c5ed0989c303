import { normalizeTitle, titleHead } from "../domain/paper.ts";
import type { Paper } from "../domain/paper.ts";
import { characterNgrams } from "./character-ngrams.ts";
import { Postings } from "./postings.ts";
import { surfaceWords } from "./surface-words.ts";

const NOTHING: ReadonlySet<string> = new Set();
const MAX_QUERY_LENGTH = 300;
/** Of 3 at the most: n-grams, words and letter pairs count alike. Below this, a title only shares a few letters. */
const LEAST_SCORE = 0.5;

interface TitleWords {
  /** The title's words, and its part before the colon as one: "eagle3" is EAGLE-3. */
  readonly words: readonly string[];
  /** Letter pairs of the title and of its part before the colon, without spaces: "flash atention" is FlashAttention. */
  readonly pairs: readonly ReadonlySet<string>[];
  /** The words' first letters: "Prior-Data Fitted Networks" is found by "PFN". */
  readonly initials: string;
}

/** Finds papers by a title that is misspelt, partial, reordered or abbreviated; from memory, fit for autocomplete. */
export class TitleLookup {
  readonly #papers: readonly Paper[];
  readonly #ngrams: Postings;
  readonly #titles: readonly TitleWords[];

  constructor(papers: readonly Paper[]) {
    this.#papers = papers;
    this.#ngrams = Postings.build(papers.map((paper) => ngrams(paper.title)));
    this.#titles = papers.map((paper) => {
      const words = surfaceWords(paper.title);
      const head = surfaceWords(titleHead(paper.title) ?? paper.title);
      return {
        words: [...words, head.join("")],
        pairs: [letterPairs(words), letterPairs(head)],
        initials: words.map((word) => word[0]).join(""),
      };
    });
  }

  /**
   * @param query What was typed; only its first 300 characters count.
   * @param limit The most papers to return. @default 10
   * @returns Best first; empty when nothing resembles the query. An empty query gives the first papers of the corpus.
   */
  find(query: string, limit = 10): readonly Paper[] {
    const typed = surfaceWords(query.slice(0, MAX_QUERY_LENGTH));
    if (typed.length === 0) return this.#papers.slice(0, limit);
    const resemblance = this.#ngrams.scores(ngrams(typed.join(" ")));
    const highest = resemblance.reduce((high, score) => Math.max(high, score), 0) || 1;
    const pairs = letterPairs(typed);
    const scored = this.#papers.map((paper, index) => {
      const title = this.#titles[index]!;
      const likeness = Math.max(...title.pairs.map((other) => dice(pairs, other)));
      return { paper, score: resemblance[index]! / highest + coverage(typed, title) + likeness };
    });
    return scored
      .filter(({ score }) => score > LEAST_SCORE)
      .toSorted((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ paper }) => paper);
  }

  /**
   * The one paper that a text names: its whole title, or the part before the colon ("ColBERT"), spelt as people type.
   *
   * @returns Undefined when the text names no paper, or several.
   */
  identify(text: string): Paper | undefined {
    const typed = normalizeTitle(text);
    const whole = this.#papers.find((paper) => normalizeTitle(paper.title) === typed);
    if (whole !== undefined || typed === "") return whole;
    const named = this.#papers.filter(({ title }) => normalizeTitle(titleHead(title) ?? "") === typed);
    if (named.length === 1) return named[0];
    const [best, second] = this.find(text, 2);
    return best !== undefined && namesMost(typed, best) && !(second !== undefined && namesMost(typed, second))
      ? best
      : undefined;
  }
}

/** Whether a typed text holds nothing but words of a title, and more than half of them. */
function namesMost(typed: string, paper: Paper): boolean {
  const words = new Set(surfaceWords(paper.title));
  const said = new Set(typed.split(" "));
  return said.isSubsetOf(words) && said.size > words.size / 2;
}

/**
 * The share of the typed words that the title has: 1 for the same word, 0.8 for its beginning (an abbreviation or a word
 * still being typed) or the initials of consecutive title words.
 */
function coverage(typed: readonly string[], { words, initials }: TitleWords): number {
  let total = 0;
  for (const word of typed) {
    if (words.includes(word)) total += 1;
    else if (words.some((other) => other.startsWith(word))) total += 0.8;
    else if (word.length > 1 && initials.includes(word)) total += 0.8;
  }
  return total / typed.length;
}

function letterPairs(words: readonly string[]): ReadonlySet<string> {
  const line = words.join("");
  return new Set(Array.from({ length: Math.max(0, line.length - 1) }, (_, at) => line.slice(at, at + 2)));
}

/** The Dice coefficient of two sets, 0 to 1. */
function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.size + b.size === 0 ? 0 : (2 * a.intersection(b).size) / (a.size + b.size);
}

function ngrams(text: string): string[] {
  return characterNgrams(text, { sizes: [3, 4], skip: NOTHING });
}
