import type { RankedPaper } from "../domain/answer.ts";
import { titleHead } from "../domain/paper.ts";
import type { Paper } from "../domain/paper.ts";
import type { PaperReader } from "./paper-terms.ts";
import { mass } from "./vocabulary.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Words that ask for a comparison; "compare" within a sentence mostly says what a paper does. */
const COMPARES =
  /^\s*(?:please )?(?:compare|contrast)\b|\bvs\b|\bversus\b|\bdiffer(?:s|ed|ence|ences)?\b|\bcontradict|\bsame idea\b|\bboth of (?:these|them)\b|\bhow do(?:es)? .+ compare\b|\bagainst the\b|\beach (?:one|of)\b|\bdo(?:es)? each\b/iu;
/** "MASTER or ViTSTR if …": two names to choose from. */
const CHOOSES =
  /^[^?,]*[\p{L}\p{N}-]+ or [\p{L}\p{N}-]*\p{Lu}[\p{L}\p{N}-]*|^[^?,]*[\p{L}\p{N}-]+ or [\p{L}\p{N}]+-[\p{L}\p{N}-]+:/u;
/** What tells us to compare is no part of what is compared. */
const INSTRUCTION = /^\s*(?:please )?(?:compare|contrast)\b|\bwhat(?:'s|s| is) the difference\b/iu;
const CONNECTOR = /\s*(?:[,:;]|\b(?:and|or|vs\.?|versus|against|with|to|from|than)\b)\s*/giu;
/** The places of a ranking among which the second paper is sought. */
const LOOKED_AT = 5;
/** Each side must hold this much more of its half than the other paper does, as a share of the half's weight … */
const LEAST_LEAD = 0.1;
/** … and the second paper this share of the first's fused score. */
const LEAST_SCORE = 0.5;
/** A name as rare as this belongs to a few papers of some hundred. */
const TELLING_NAME = 2.5;
/** A lead beyond this says no more. */
const CLEAR_LEAD = 0.3;

/**
 * Finds the two papers that a question compares: those that it names; else the best one, and that other of the first
 * five for which some split of the question (at "and", "vs", a comma, …) gives each paper a half that it fits better than
 * the other does.
 *
 * @returns In the order of the question, or undefined when it compares nothing or no pair fits.
 */
export function findCompared(
  question: string,
  ranking: readonly RankedPaper[],
  reader: PaperReader,
  vocabulary: Vocabulary,
): readonly [Paper, Paper] | undefined {
  const [first, ...others] = ranking.slice(0, LOOKED_AT);
  if (first === undefined || !(COMPARES.test(question) || CHOOSES.test(question))) return undefined;
  const named = namedPapers(question, ranking);
  if (named !== undefined) return named;
  const subjects = question.replace(INSTRUCTION, "");
  const splits = [...subjects.matchAll(CONNECTOR)].map(({ 0: connector, index }) => ({
    left: new Set(vocabulary.words(subjects.slice(0, index))),
    right: new Set(vocabulary.words(subjects.slice(index + connector.length))),
  }));
  const pairs = others.flatMap(({ paper, score }) => {
    const share = score / first.score;
    if (share < LEAST_SCORE) return [];
    return splits.flatMap(({ left, right }) =>
      [[first.paper, paper] as const, [paper, first.paper] as const].flatMap(([a, b]) => {
        const advantage = Math.min(lead(left, a, b), lead(right, b, a));
        return advantage < LEAST_LEAD ? [] : [{ pair: [a, b] as const, fit: share + Math.min(advantage, CLEAR_LEAD) }];
      }),
    );
  });
  return pairs.toSorted((a, b) => b.fit - a.fit)[0]?.pair;

  /** How much more of a half's weight one paper holds than the other, as a share of it. */
  function lead(half: ReadonlySet<string>, paper: Paper, other: Paper): number {
    const total = mass(half, vocabulary);
    if (total === 0) return 0;
    const held = (each: Paper): number => mass(half.intersection(reader.terms(each).all), vocabulary);
    return (held(paper) - held(other)) / total;
  }
}

/** The two best papers, if the question calls both by names that say something, in the order in which it does. */
function namedPapers(question: string, ranking: readonly RankedPaper[]): readonly [Paper, Paper] | undefined {
  const [a, b] = ranking
    .slice(0, 2)
    .filter(({ signals }) => (signals["names"] ?? 0) >= TELLING_NAME)
    .map(({ paper }) => paper);
  if (a === undefined || b === undefined) return undefined;
  return placeOfName(question, a) <= placeOfName(question, b) ? [a, b] : [b, a];
}

function placeOfName(question: string, { title }: Paper): number {
  const at = question.toLowerCase().indexOf((titleHead(title) ?? title).toLowerCase());
  return at < 0 ? question.length : at;
}
