import type { Citation, Evidence } from "../domain/answer.ts";
import { aspectName, ASPECTS } from "../domain/aspects.ts";
import type { Aspect } from "../domain/aspects.ts";
import type { Locale } from "../domain/locale.ts";
import { titleHead } from "../domain/paper.ts";
import type { Paper } from "../domain/paper.ts";
import type { Draft } from "./draft.ts";
import { paperAspects } from "./paper-aspects.ts";
import type { PaperAspects } from "./paper-aspects.ts";
import { paperEvidence } from "./paper-evidence.ts";
import { phrasesFor } from "./phrases/phrases-for.ts";
import type { Vocabulary } from "./vocabulary.ts";

interface Compared {
  readonly paper: Paper;
  readonly name: string;
  readonly aspects: PaperAspects;
}

/**
 * Puts papers side by side by aspect, in their own sentences: under each aspect a line a paper.
 *
 * @param papers Two to four different ones.
 * @param locale The language of the headings and of our own words. Defaults to English.
 * @returns Without an aspect that no paper's text states; `not-stated` where only the titles are known.
 */
export function comparePapers(papers: readonly Paper[], vocabulary: Vocabulary, locale?: Locale): Draft {
  const named = namesOf(papers);
  const compared = papers
    .filter((paper) => paperEvidence(paper).length > 0)
    .map((paper): Compared => ({ paper, name: named(paper), aspects: paperAspects(paper, vocabulary) }));
  const unknown = papers.filter((paper) => paperEvidence(paper).length === 0);
  const evidence = new Map<Paper, Evidence[]>();
  const paragraphs = ASPECTS.filter((aspect) => compared.some(({ aspects }) => aspects.has(aspect))).map((aspect) =>
    [aspectName(aspect, locale), ...compared.map((each) => writeLine(each, aspect, evidence, locale))].join("\n"),
  );
  const titles = unknown.map(({ displayTitle }) => phrasesFor(locale).onlyTitleKnown(displayTitle));
  return {
    outcome: paragraphs.length > 0 ? "answered" : "not-stated",
    kind: "comparison",
    text: [...paragraphs, ...(titles.length > 0 ? [titles.join("\n")] : [])].join("\n\n"),
    citations: [...evidence].map(([paper, sentences], index): Citation => ({
      number: index + 1,
      paper,
      evidence: sentences,
    })),
  };
}

/** One list item; what it cites is added to the evidence, whose order numbers the papers. */
function writeLine(
  { paper, name, aspects }: Compared,
  aspect: Aspect,
  evidence: Map<Paper, Evidence[]>,
  locale: Locale | undefined,
): string {
  const { figuresAbove, statesNone } = phrasesFor(locale);
  const found = aspects.get(aspect);
  if (found === undefined) {
    return `- ${name}: ${statesNone[paperEvidence(paper)[0]?.source ?? "abstract"]}`;
  }
  const sentences = evidence.get(paper) ?? [];
  if (typeof found !== "string") evidence.set(paper, [...sentences, found]);
  const mark = `[${[...evidence.keys()].indexOf(paper) + 1}]`;
  return typeof found === "string"
    ? `- ${name}: ${figuresAbove(aspectName(found, locale))} ${mark}`
    : `- ${name}: ${found.sentence} ${mark}`;
}

/** What to call each paper: by the name before its title's colon, unless two share it. */
function namesOf(papers: readonly Paper[]): (paper: Paper) => string {
  const heads = papers.map(({ displayTitle }) => titleHead(displayTitle));
  return ({ displayTitle }) => {
    const head = titleHead(displayTitle);
    return head !== undefined && heads.filter((other) => other === head).length === 1 ? head : displayTitle;
  };
}
