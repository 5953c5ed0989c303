import type { Evidence } from "../domain/answer.ts";
import type { Paper } from "../domain/paper.ts";
import { isAnnouncement, isAvailability, leansBack } from "./aspect-cues.ts";
import { paperEvidence } from "./paper-evidence.ts";
import { quantitiesOf } from "./quantities.ts";
import { coverage, mass } from "./vocabulary.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Words in all: what an outsider reads. A first sentence that is longer stays whole. */
const WORD_LIMIT = 60;
const SENTENCES = 2;
/** A sentence that shares this much of its weight with one that is taken says the same. */
const REDUNDANT = 0.5;

/** What else speaks against a sentence, in the unit of inverse document frequency. */
const COST = { figure: 0.5, shorthand: 0.5, leaning: 1, end: 0.75, background: 0.5 } as const;
/** "MoE", "KV", "4-bit", "(SSMs)": an outsider stumbles. */
const SHORTHAND = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*[\p{Lu}\p{N}][\p{L}\p{N}-]*|\p{N}-\p{L}+|[\\^_=<>∈₀-₉]/gu;

/**
 * Chooses the sentences that an outsider understands best: our one-sentence summary where there is one, and from the text
 * those of which the terms are most common in the corpus, with few figures and abbreviations. Nobody rewrites them, hence
 * they are as plain as the text is.
 *
 * @returns In text order, about 60 words; empty when only the title is known.
 */
export function plainSentences(paper: Paper, vocabulary: Vocabulary): Evidence[] {
  const evidence = paperEvidence(paper);
  const summary: Evidence[] = paper.tldr === undefined ? [] : [{ sentence: paper.tldr, source: "digest" }];
  const said = evidence.filter(
    ({ sentence }) => !sentence.endsWith("?") && !isAvailability(sentence) && !paper.tldr?.includes(sentence),
  );
  const ranked = said
    .map((item, place) => ({
      item,
      cost:
        hardnessOf(item.sentence, vocabulary) +
        (COST.end * place) / said.length +
        // Our summary says what the work brings; without one, a sentence of the text has to.
        (summary.length === 0 && !isAnnouncement(item.sentence, []) ? COST.background : 0),
    }))
    .toSorted((a, b) => a.cost - b.cost);
  const taken = [...summary];
  for (const { item } of ranked) {
    if (taken.length >= SENTENCES) break;
    if (taken.length > 0 && countWords([...taken, item]) > WORD_LIMIT) continue;
    if (!taken.some((other) => repeats(item, other, vocabulary))) taken.push(item);
  }
  return taken.toSorted((a, b) => evidence.indexOf(a) - evidence.indexOf(b));
}

/** How hard a sentence is for an outsider: how rare its terms are on average, and what else makes people stumble. */
function hardnessOf(sentence: string, vocabulary: Vocabulary): number {
  const terms = new Set(vocabulary.words(sentence));
  return (
    mass(terms, vocabulary) / Math.max(1, terms.size) +
    COST.figure * quantitiesOf(sentence).size +
    COST.shorthand * [...sentence.matchAll(SHORTHAND)].length +
    (leansBack(sentence) ? COST.leaning : 0)
  );
}

function repeats({ sentence }: Evidence, other: Evidence, vocabulary: Vocabulary): boolean {
  const [terms, others] = [sentence, other.sentence].map((text) => new Set(vocabulary.words(text)));
  return terms !== undefined && others !== undefined && coverage(terms, others, vocabulary) > REDUNDANT;
}

function countWords(sentences: readonly Evidence[]): number {
  return sentences.flatMap(({ sentence }) => sentence.split(/\s+/)).length;
}
