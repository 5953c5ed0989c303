import type { RankedPaper } from "../domain/answer.ts";
import type { LogisticModel } from "./logistic.ts";
import { probability } from "./logistic.ts";
import type { PaperReader } from "./paper-terms.ts";
import { paperSubject } from "./paper-evidence.ts";
import { unknownNames } from "./unknown-names.ts";
import { mass } from "./vocabulary.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * Below this probability that the corpus answers, the answer is a refusal: cross-validated, it refuses 86 of 100 questions
 * that nothing answers, and 2 of 100 that something does.
 */
export const LEAST_PROBABILITY = 0.4;

/** Fitted by `npm run calibrate` on the development questions, which also prints its cross-validated error. */
const MODEL: LogisticModel = {
  intercept: -22.29,
  weights: { words: 1.34, characters: 2.18, length: 4.3, named: 0.75, passage: 3.18, unknown: -1.14, invented: -2.76 },
};

/** Papers of the corpus that the model was fitted on. */
const FITTED_PAPERS = 829;

/** A search term says little, yet is answered where it is what papers are about: the model only knows whole questions. */
const WHOLE_PROBABILITY = 0.9;
/** This many of the first papers that hold the whole question in one passage make it a topic of the corpus. */
const WHOLE_PAPERS = 3;
const WHOLE_LOOKED_AT = 5;

/** What frames a search phrase without saying anything: "what is …", "anything on …?", "how does … work". */
const FRAME_START =
  /^\W*(?:(?:hi|hey|ok|pls|please|so)[,\s]+)*(?:what(?:'s|s| is| are| does| do)\b|who\b|how (?:do|does|did|is|are|can|fast|good|accurate|big|large|well)\b(?: (?:is|are|does|do)\b)?|why(?: do| does| is| are)?\b|explain\b|define\b|describe\b|tell me (?:more )?about\b|(?:is|are) there\b|do you have\b|can you (?:explain|recommend)\b|(?:any|some)thing\b|(?:the )?(?:latest|newest|recent|best|good)\b)?/iu;
const FRAME_END = /\b(?:works?|means?|do(?:es)?|good|pls|please)?\W*$/iu;
/** A question longer than this is whole, and the model knows it. */
const PHRASE_TERMS = 5;

/** The papers looked at: the right one is among the first three for 98 of 100 development questions. */
const LOOKED_AT = 3;

/**
 * What speaks for the corpus answering a question, as features of a calibrated model. Raw scores are used, since a fused
 * score says how far a paper stands out and not whether it fits.
 *
 * @returns By name: `words` and `characters`, ln(1 + BM25) of the best paper; `length`, ln(1 + terms of the question);
 *   `named`, the rarity of the name by which it calls one of the first papers, 0 without; `passage`, the share (0 to 1)
 *   of the question's weight in the best single passage of the first papers; `whole`, 1 if a search phrase is all there;
 *   `unknown`, the share that no paper holds; `invented`, 1 if it names something that no paper holds.
 */
export function evidenceFeatures(
  question: string,
  ranking: readonly RankedPaper[],
  reader: PaperReader,
  vocabulary: Vocabulary,
): Record<string, number> {
  const wanted = new Set(vocabulary.words(question));
  const total = mass(wanted, vocabulary) || 1;
  const first = ranking.slice(0, LOOKED_AT);
  const bestPassage = first
    .flatMap(({ paper }) => reader.terms(paper).passages)
    .reduce((best, passage) => Math.max(best, mass(wanted.intersection(passage), vocabulary)), 0);
  const phrase = new Set(vocabulary.words(question.replace(FRAME_START, "").replace(FRAME_END, "")));
  const scale = corpusScale(vocabulary.size);
  const unknown = [...wanted].filter((term) => !vocabulary.knows(term));
  return {
    words: Math.log1p(scale * (first[0]?.signals["words"] ?? 0)),
    characters: Math.log1p(scale * (first[0]?.signals["characters"] ?? 0)),
    length: Math.log1p(wanted.size),
    named: scale * Math.max(0, ...first.map(({ signals }) => signals["names"] ?? 0)),
    passage: bestPassage / total,
    whole: phrase.size > 0 && isWhole(phrase, ranking, reader, vocabulary) ? 1 : 0,
    unknown: mass(unknown, vocabulary) / total,
    invented: unknownNames(question, vocabulary).length > 0 ? 1 : 0,
  };
}

/**
 * Inverse document frequencies shrink with the corpus, and BM25 with them: a term of one paper in ten says less than one of
 * one in 829, on which the model was fitted. The square root was chosen on samples of the shipped catalogue: without it,
 * small corpora answer what they should refuse.
 *
 * @returns 1 for a corpus of that size, more for a smaller one.
 */
function corpusScale(papers: number): number {
  const idfOfOne = (size: number): number => Math.log(1 + (size - 0.5) / 1.5);
  return Math.sqrt(idfOfOne(FITTED_PAPERS) / idfOfOne(Math.max(1, papers)));
}

/** The calibrated probability, 0 to 1, that the corpus answers a question with these {@link evidenceFeatures}. */
export function gaugeEvidence(features: Readonly<Record<string, number>>): number {
  return Math.max(probability(MODEL, features), features["whole"] === 1 ? WHOLE_PROBABILITY : 0);
}

/** Whether the best paper is about all of a search phrase, by its title and first sentence, or several hold it in a passage. */
function isWhole(
  wanted: ReadonlySet<string>,
  ranking: readonly RankedPaper[],
  reader: PaperReader,
  vocabulary: Vocabulary,
): boolean {
  const [first] = ranking;
  if (first === undefined || wanted.size > PHRASE_TERMS) return false;
  const subject = new Set(vocabulary.words(paperSubject(first.paper)));
  if (wanted.isSubsetOf(subject)) return true;
  const holding = ranking
    .slice(0, WHOLE_LOOKED_AT)
    .filter(({ paper }) => reader.terms(paper).passages.some((passage) => wanted.isSubsetOf(passage)));
  return holding.length >= WHOLE_PAPERS;
}
