import type { Evidence } from "../domain/answer.ts";
import { coverage, mass } from "./vocabulary.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Words in an answer about one paper, at the most; with its three footnote marks it stays below 80. */
const WORD_LIMIT = 76;

/** A figure answers "how many" better than a sentence without one; worth this share of the question's weight. */
const FIGURE_BONUS = 0.25;
/** For other questions: a sentence that says what the paper does, before one that says why that was needed. */
const CONTRIBUTION_BONUS = 0.15;
/** Less news than this share of the question's weight is no reason for a further sentence. */
const LEAST_NEWS = 0.05;
/** Two sentences that share this much of the shorter one's weight say the same. */
const REDUNDANT = 0.6;

export interface SelectionOptions {
  /** Whether the question asks for a figure. */
  readonly wantsFigure: boolean;
  /** The most sentences to take. @default 3 */
  readonly limit?: number;
  /** The most words to take in all; the first sentence is taken whatever its length. @default WORD_LIMIT */
  readonly wordLimit?: number;
}

/**
 * Selects the few sentences that answer a question: first the one that holds most of the question's weight, then
 * whichever adds most of what is still uncovered (maximal marginal relevance by terms). A sentence that adds nothing, or
 * repeats another, stays out, and so does a question that a text puts to itself.
 *
 * @param wanted The terms of the question.
 * @returns In the order of `evidence`; empty only when `evidence` is.
 * @see Carbonell and Goldstein (1998), The Use of MMR.
 */
export function selectSentences(
  evidence: readonly Evidence[],
  wanted: ReadonlySet<string>,
  vocabulary: Vocabulary,
  { wantsFigure, limit = 3, wordLimit = WORD_LIMIT }: SelectionOptions,
): Evidence[] {
  const statements = evidence.filter(({ sentence }) => !sentence.endsWith("?"));
  const candidates = (statements.length > 0 ? statements : evidence).map((item, place) => ({
    item,
    place,
    terms: new Set(vocabulary.words(item.sentence)),
    bonus: bonusOf(item, place),
    words: countWords(item.sentence),
  }));
  const taken: typeof candidates = [];
  let words = 0;
  while (taken.length < limit) {
    const held = new Set(taken.flatMap(({ terms }) => [...terms]));
    const open = candidates
      .filter((candidate) => !taken.includes(candidate))
      .filter((candidate) => taken.length === 0 || words + candidate.words <= wordLimit)
      .filter((candidate) => !taken.some((other) => isRedundant(candidate.terms, other.terms, vocabulary)))
      .map((candidate) => ({ candidate, ...gainOf(candidate, held) }))
      .filter(({ news }) => taken.length === 0 || news >= LEAST_NEWS);
    const [first] = open;
    if (first === undefined) break;
    const best = open.reduce((a, b) => (b.gain > a.gain ? b : a), first);
    taken.push(best.candidate);
    words += best.candidate.words;
  }
  return taken.toSorted((a, b) => a.place - b.place).map(({ item }) => item);

  function bonusOf(item: Evidence, place: number): number {
    if (wantsFigure) return hasFigure(item.sentence) ? FIGURE_BONUS : 0;
    return isContribution(item, place) ? CONTRIBUTION_BONUS : 0;
  }

  /** How much a sentence says of what is wanted and not yet said, and how good a choice that makes it. */
  function gainOf({ terms, bonus }: (typeof candidates)[number], held: ReadonlySet<string>) {
    const fresh = coverage(wanted, terms.difference(held), vocabulary);
    return { news: fresh + bonus, gain: 0.7 * fresh + 0.3 * coverage(wanted, terms, vocabulary) + bonus };
  }
}

const CONTRIBUTION =
  /\b(?:we|authors|paper|work|study|report)\b[^.]{0,40}\b(?:propose|present|introduce|develop|show|find|demonstrate|describe|release|study|investigate)/iu;

/** A digest opens with its one-sentence summary; an abstract announces what it brings. */
function isContribution({ sentence, source }: Evidence, place: number): boolean {
  return (source === "digest" && place === 0) || CONTRIBUTION.test(sentence);
}

/** Whether a sentence states a figure: a digit that is not the tail of a name ("GPT-4", "H100"). */
function hasFigure(sentence: string): boolean {
  return /(?<![\p{L}\p{N}][-.]?)\d/u.test(sentence);
}

/** How many words people count in a text. */
function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}

function isRedundant(terms: ReadonlySet<string>, others: ReadonlySet<string>, vocabulary: Vocabulary): boolean {
  const smaller = Math.min(mass(terms, vocabulary), mass(others, vocabulary));
  return mass(terms.intersection(others), vocabulary) > REDUNDANT * smaller;
}
