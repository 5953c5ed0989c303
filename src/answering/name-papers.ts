import type { Locale } from "../domain/locale.ts";
import type { Paper } from "../domain/paper.ts";
import type { Draft } from "./draft.ts";
import { phrasesFor } from "./phrases/phrases-for.ts";

/** How many papers can stand side by side. */
const FEWEST = 2;
const MOST = 4;
/** Characters of a title that are repeated to whoever typed it. */
const QUOTE_LENGTH = 100;

/**
 * Finds the papers that somebody wants side by side.
 *
 * @param titles As people remember them.
 * @param find The paper closest to a title.
 * @param locale The language of the words for what is wrong. Defaults to English.
 * @returns The papers, all different; else why not, in words.
 */
export function namePapers(
  titles: readonly string[],
  find: (title: string) => Paper | undefined,
  locale?: Locale,
): { readonly papers: readonly Paper[] } | { readonly draft: Draft } {
  const { howManyToCompare, namedTwice, unknownTitle } = phrasesFor(locale);
  const typed = titles.map((title) => title.trim()).filter((title) => title !== "");
  if (typed.length < FEWEST || typed.length > MOST) return decline(howManyToCompare(FEWEST, MOST));
  const papers: Paper[] = [];
  for (const title of typed) {
    const paper = find(title);
    if (paper === undefined) return decline(unknownTitle(title.slice(0, QUOTE_LENGTH)));
    if (papers.includes(paper)) return decline(namedTwice(paper.displayTitle));
    papers.push(paper);
  }
  return { papers };
}

function decline(text: string): { readonly draft: Draft } {
  return { draft: { outcome: "declined", kind: "comparison", text, citations: [] } };
}
