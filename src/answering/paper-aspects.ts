import type { Evidence } from "../domain/answer.ts";
import type { Aspect } from "../domain/aspects.ts";
import { titleHead } from "../domain/paper.ts";
import type { Paper } from "../domain/paper.ts";
import { cuesOf, isAnnouncement, isAvailability, leansBack } from "./aspect-cues.ts";
import { paperEvidence } from "./paper-evidence.ts";
import { quantitiesOf } from "./quantities.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The sentence that serves an aspect; or, for figures, the aspect whose sentence states them already. */
export type PaperAspects = ReadonlyMap<Aspect, Evidence | Aspect>;

/** A sentence serves an aspect from this score on. */
const LEAST: Readonly<Record<Told, number>> = { Problem: 0.5, Method: 0.5, Result: 0.9 };

/** A term with this share of an unknown one's weight belongs to a few papers of a hundred: "LLMs" are nobody's own. */
const TELLING_SHARE = 0.5;

/** A sentence with less is not worth a line where another one states figures. */
const LEAST_NEWS = 2;

const TOLD = ["Problem", "Method", "Result"] as const;
type Told = (typeof TOLD)[number];

interface Candidate {
  readonly item: Evidence;
  readonly scores: Readonly<Record<Told, number>>;
  readonly quantities: ReadonlySet<string>;
  /** How well it serves as the sentence with the figures, beside how many it states. */
  readonly figureBonus: number;
}

/**
 * Chooses for each aspect the sentence of a paper's text that serves it best, no sentence twice. Texts about papers have an
 * order: what comes before the first sentence that announces the work is its problem, and what comes last its result.
 *
 * @returns Without the aspects that no sentence serves; empty for a paper of which only the title is known.
 */
export function paperAspects(paper: Paper, vocabulary: Vocabulary): PaperAspects {
  const candidates = candidatesOf(paper, vocabulary);
  const aspects = new Map<Aspect, Evidence | Aspect>();
  const chosen = assign(candidates);
  for (const told of TOLD) {
    const candidate = chosen.get(told);
    if (candidate !== undefined) aspects.set(told, candidate.item);
  }
  const figures = figuresOf(candidates, chosen);
  if (figures !== undefined) aspects.set("Figures", figures);
  return aspects;
}

function candidatesOf(paper: Paper, vocabulary: Vocabulary): Candidate[] {
  const evidence = paperEvidence(paper).filter(({ sentence }) => !sentence.endsWith("?") && !isAvailability(sentence));
  const names = ownNames(paper, vocabulary);
  // A digest's one-sentence summary stands first, and says a little of everything.
  const first = evidence[0]?.source === "digest" && evidence.length > 1 ? 1 : 0;
  const announced = evidence.findIndex(({ sentence }, place) => place >= first && isAnnouncement(sentence, names));
  // Where none announces the work, the first sentence most likely still says why it was needed.
  const announcement = announced < 0 ? first + 1 : announced;
  return evidence.map((item, place) => {
    const { Problem, Method, Result } = cuesOf(item.sentence, names);
    const quantities = quantitiesOf(item.sentence);
    if (place < first)
      return {
        item,
        quantities,
        scores: { Problem: 0, Method: Math.max(LEAST.Method, Method - 0.4 * Result - 0.5), Result: Result - 0.5 },
        figureBonus: -1,
      };
    const progress = (place - first) / Math.max(1, evidence.length - first - 1);
    const isBefore = place < announcement;
    const isAnnounced = place === announced;
    const dangling = leansBack(item.sentence) ? 0.4 : 0;
    return {
      item,
      quantities,
      scores: {
        Problem:
          Problem +
          (isBefore ? 1 : -1) -
          (isAnnounced ? 1 : 0) -
          (Method >= 2 ? 1 : 0) -
          (Result >= 2 ? 0.75 : 0) -
          0.5 * progress,
        Method: Method + (isAnnounced ? 1 : 0) - (isBefore ? 2 : 0) - 0.4 * Result - 0.75 * progress - dangling,
        Result:
          Result +
          progress +
          (quantities.size > 0 ? 0.75 : 0) -
          (isBefore ? 2.5 : 0) -
          (isAnnounced && Method >= 1.25 ? 1 : 0) -
          (Problem >= 1.5 ? 0.5 : 0) -
          dangling,
      },
      figureBonus: 0.5 * Result - (isBefore ? 1.5 : 0),
    };
  });
}

/** The names of what a paper brings: before its title's colon, and with which its one-sentence summary begins. */
function ownNames({ displayTitle, tldr = "" }: Paper, vocabulary: Vocabulary): string[] {
  const [subject = ""] = /^(?:\S*\p{Lu}\S*[\p{Lu}\d]\S*|\p{Lu}\S+(?: \p{Lu}\S+)+)/u.exec(tldr) ?? [];
  const least = TELLING_SHARE * vocabulary.idf("");
  return [titleHead(displayTitle) ?? "", subject.replace(/[,:]$/u, "")].filter((name) =>
    vocabulary.words(name).some((term) => vocabulary.idf(term) >= least),
  );
}

/** The assignment of different sentences to aspects with the highest sum of scores. */
function assign(candidates: readonly Candidate[]): ReadonlyMap<Told, Candidate> {
  // Two others can take a sentence away, so that the third best of each aspect is the last that matters.
  const best = (told: Told): (Candidate | undefined)[] => [
    ...candidates
      .filter(({ scores }) => scores[told] >= LEAST[told])
      .toSorted((a, b) => b.scores[told] - a.scores[told])
      .slice(0, TOLD.length),
    undefined,
  ];
  let highest = -1;
  let chosen: ReadonlyMap<Told, Candidate> = new Map();
  for (const Problem of best("Problem"))
    for (const Method of best("Method"))
      for (const Result of best("Result")) {
        const assigned = { Problem, Method, Result };
        const taken = TOLD.flatMap((told) => {
          const candidate = assigned[told];
          return candidate === undefined ? [] : [[told, candidate] as const];
        });
        if (new Set(taken.map(([, candidate]) => candidate)).size < taken.length) continue;
        const sum = taken.reduce((total, [told, { scores }]) => total + scores[told], 0);
        if (sum > highest) [highest, chosen] = [sum, new Map(taken)];
      }
  return chosen;
}

/** The sentence with most figures that no chosen one states; else the aspect whose sentence states some. */
function figuresOf(
  candidates: readonly Candidate[],
  chosen: ReadonlyMap<Told, Candidate>,
): Evidence | Aspect | undefined {
  const used = new Set(chosen.values());
  const shown = new Set([...used].flatMap(({ quantities }) => [...quantities]));
  const open = candidates
    .filter((candidate) => !used.has(candidate))
    .map(({ item, quantities, figureBonus }) => ({ item, news: quantities.difference(shown).size, figureBonus }))
    .filter(({ news }) => news > 0)
    .toSorted((a, b) => b.news + b.figureBonus - a.news - a.figureBonus);
  const [best] = open;
  const stated = (["Result", "Method", "Problem"] as const).find(
    (told) => (chosen.get(told)?.quantities.size ?? 0) > 0,
  );
  return best !== undefined && (stated === undefined || best.news + best.figureBonus >= LEAST_NEWS)
    ? best.item
    : stated;
}
