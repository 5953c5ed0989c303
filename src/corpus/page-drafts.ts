import type { Problem } from "./entry.ts";
import { looksLikeTitle } from "./looks-like-title.ts";
import type { FactsUnit, TextUnit, Unit } from "./page-units.ts";

/** What a page says about one paper, unchecked. */
export interface PageDraft {
  readonly title: string;
  /** The paragraphs of the abstract. Empty when it is missing. */
  readonly paragraphs: readonly string[];
  readonly facts: FactsUnit | undefined;
}

// In characters. arXiv takes 1,920: what goes far beyond is the abstract of a paper whose title is missing.
const LONGEST_ABSTRACT = 2500;

/**
 * Deals the units of a page out to papers. What belongs to none is left out and reported by its line.
 *
 * @param spaced Whether an abstract may have several paragraphs.
 */
export function readPageDrafts(
  units: readonly Unit[],
  spaced: boolean,
): { readonly drafts: readonly PageDraft[]; readonly problems: readonly Problem[] } {
  const drafts: PageDraft[] = [];
  const problems: Problem[] = [];
  let next = 0;
  while (next < units.length) {
    const [unit, second, third] = units.slice(next, next + 3);
    next += 1;
    if (!isText(unit)) {
      problems.push({ place: `line ${unit?.number}`, reason: "facts that belong to no paper: left out" });
      continue;
    }
    if (isParagraph(unit) && (isTitle(second) || !isText(second))) {
      problems.push({ place: `line ${unit.number}`, reason: "an abstract without a title: left out" });
      continue;
    }
    const paragraphs: string[] = [];
    // What follows a title is its abstract, however short, unless that has an abstract of its own.
    const titleAgain = isTitle(second) && isParagraph(third);
    for (let text = titleAgain ? undefined : second; isText(text); text = units[next]) {
      if (paragraphs.length > 0 && !(spaced && continues(paragraphs, text))) break;
      paragraphs.push(text.text);
      next += 1;
    }
    const below = units[next];
    const facts = below?.kind === "facts" ? below : undefined;
    if (facts !== undefined) next += 1;
    drafts.push({ title: unit.text, paragraphs, facts });
  }
  return { drafts, problems };
}

function isText(unit: Unit | undefined): unit is TextUnit {
  return unit?.kind === "text";
}

function isTitle(unit: Unit | undefined): boolean {
  return isText(unit) && looksLikeTitle(unit.text);
}

function isParagraph(unit: Unit | undefined): boolean {
  return isText(unit) && !looksLikeTitle(unit.text);
}

function continues(paragraphs: readonly string[], unit: TextUnit): boolean {
  return isParagraph(unit) && [...paragraphs, unit.text].join(" ").length <= LONGEST_ABSTRACT;
}
