import type { Evidence, RankedPaper } from "../domain/answer.ts";
import type { Locale } from "../domain/locale.ts";
import type { Paper } from "../domain/paper.ts";
import type { Detail } from "./asked-details.ts";
import { quote } from "./draft.ts";
import type { Draft } from "./draft.ts";
import { paperEvidence } from "./paper-evidence.ts";
import { phrasesFor } from "./phrases/phrases-for.ts";
import { asksFigure } from "./question-kind.ts";
import { selectSentences } from "./select-sentences.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Papers in an answer about a topic: at least three people expect, more than six nobody reads. */
const TOPIC_LEAST = 3;
const TOPIC_MOST = 6;
/** A paper further below the first than this is another topic's. Measured: precision falls fastest below it. */
const TOPIC_SCORE = 0.65;

/** What writers need to choose sentences. */
export interface Writing {
  /** The question as it is searched. */
  readonly question: string;
  readonly vocabulary: Vocabulary;
  /** The language of our own words. Defaults to English. */
  readonly locale?: Locale | undefined;
}

/** The few sentences of one paper that answer a question. */
export function writePaperAnswer(paper: Paper, writing: Writing): Draft {
  const sentences = sentencesOf(paper, writing);
  if (sentences.length === 0) return writeTitleOnly(paper, writing);
  const { paragraphs, citations } = quote([{ paper, sentences }]);
  return { outcome: "answered", kind: "paper", text: paragraphs.join("\n"), citations };
}

/** What each of the best papers on a topic says, a line each. */
export function writeTopicAnswer(ranking: readonly RankedPaper[], writing: Writing): Draft {
  const papers = topicPapers(ranking.filter(({ paper }) => paperEvidence(paper).length > 0));
  if (papers.length === 0) return writeTitleOnly(ranking[0]!.paper, writing);
  const { paragraphs, citations } = quote(
    papers.map((paper) => ({ paper, sentences: sentencesOf(paper, writing, 1) })),
  );
  return { outcome: "answered", kind: "topic", text: paragraphs.map((line) => `- ${line}`).join("\n"), citations };
}

/** Two papers side by side, a paragraph each under its title. */
export function writeComparison(papers: readonly Paper[], writing: Writing): Draft {
  const { paragraphs, citations } = quote(
    papers.map((paper) => ({ paper, sentences: sentencesOf(paper, writing, 2) })),
  );
  const text = paragraphs
    .map((paragraph, index) => `${citations[index]!.paper.displayTitle}: ${paragraph}`)
    .join("\n\n");
  return { outcome: "answered", kind: "comparison", text, citations };
}

/** Says that a paper's text does not state what was asked, and what it does say. */
export function writeNotStated(paper: Paper, details: readonly Detail[], writing: Writing): Draft {
  const sentences = sentencesOf(paper, writing, 1);
  const [first] = sentences;
  if (first === undefined) return writeTitleOnly(paper, writing);
  const { paragraphs, citations } = quote([{ paper, sentences }]);
  const { aside, notStated, quoted, separators } = phrasesFor(writing.locale);
  const asked = details.map(({ phrase }) => quoted(wordsOnly(phrase))).join(separators.words);
  return {
    outcome: "not-stated",
    kind: "paper",
    text: notStated[first.source](paper.displayTitle, asked === "" ? "" : aside(asked), paragraphs.join(" ")),
    citations,
  };
}

/** Says that a paper fits of which nothing but the title is known, hence nothing can be cited. */
function writeTitleOnly({ displayTitle }: Paper, { locale }: Writing): Draft {
  const text = phrasesFor(locale).onlyTitleFits(displayTitle);
  return { outcome: "not-stated", kind: "paper", text, citations: [] };
}

/** What a person typed is repeated without mentions, links and markup. */
function wordsOnly(phrase: string): string {
  return phrase.replaceAll(/(?:[^\p{L}\p{N} '’%+.-]|(?<!\d)\.|\.(?!\d)|\s)+/gu, " ").trim();
}

/** Refuses honestly, with the nearest titles for what they are worth. */
export function writeRefusal(corpusSize: number, nearest: readonly Paper[], locale?: Locale): Draft {
  const { quoted, refusal, refusalNear, separators } = phrasesFor(locale);
  const titles = nearest.map(({ displayTitle }) => quoted(displayTitle)).join(separators.titles);
  return {
    outcome: "no-evidence",
    kind: "paper",
    text: titles === "" ? refusal(corpusSize) : refusalNear(corpusSize, titles),
    citations: [],
  };
}

function sentencesOf(paper: Paper, { question, vocabulary }: Writing, limit = 3): Evidence[] {
  const wanted = new Set(vocabulary.words(question));
  const wantsFigure = asksFigure(question);
  return selectSentences(paperEvidence(paper), wanted, vocabulary, { wantsFigure, limit });
}

function topicPapers(ranking: readonly RankedPaper[]): Paper[] {
  const best = ranking[0]?.score ?? 0;
  return ranking
    .slice(0, TOPIC_MOST)
    .filter(({ score }, place) => place < TOPIC_LEAST || score >= TOPIC_SCORE * best)
    .map(({ paper }) => paper);
}
