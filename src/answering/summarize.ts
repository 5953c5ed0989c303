import type { Locale } from "../domain/locale.ts";
import type { Paper } from "../domain/paper.ts";
import type { Evidence, RankedPaper } from "../domain/answer.ts";
import type { SummaryLength } from "../domain/question.ts";
import { quote } from "./draft.ts";
import type { Draft } from "./draft.ts";
import { paperEvidence } from "./paper-evidence.ts";
import { phrasesFor } from "./phrases/phrases-for.ts";
import { plainSentences } from "./plain-sentences.ts";
import { selectSentences } from "./select-sentences.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Sentences in a paragraph made of an abstract; a digest is one already. */
const PARAGRAPH_SENTENCES = 4;
const PARAGRAPH_WORDS = 120;
/** Papers in the overview of a topic. */
const TOPIC_PAPERS = 8;

/**
 * Sums up a paper in its own sentences; `plain` chooses those that an outsider understands best.
 *
 * @param locale The language of our own words. Defaults to English.
 */
export function summarizePaper(paper: Paper, length: SummaryLength, vocabulary: Vocabulary, locale?: Locale): Draft {
  const sentences =
    length === "plain" ? plainSentences(paper, vocabulary) : centralSentences(paperEvidence(paper), length, vocabulary);
  const { paragraphs, citations } = quote([{ paper, sentences }]);
  const text = paragraphs[0] ?? phrasesFor(locale).onlyTitleKnown(paper.displayTitle);
  return { outcome: sentences.length > 0 ? "answered" : "not-stated", kind: "summary", text, citations };
}

/** A digest is its own summary, one sentence first; of an abstract, the sentences that share most with the rest. */
function centralSentences(
  evidence: readonly Evidence[],
  length: Exclude<SummaryLength, "plain">,
  vocabulary: Vocabulary,
): readonly Evidence[] {
  const isDigest = evidence[0]?.source === "digest";
  if (isDigest && length === "short") return evidence.slice(0, 1);
  if (isDigest && evidence.length > 1) return evidence.slice(1);
  const wanted = new Set(evidence.flatMap(({ sentence }) => vocabulary.words(sentence)));
  const [limit, wordLimit] = length === "short" ? [1, PARAGRAPH_WORDS] : [PARAGRAPH_SENTENCES, PARAGRAPH_WORDS];
  return selectSentences(evidence, wanted, vocabulary, { wantsFigure: false, limit, wordLimit });
}

/** Sums up what the corpus says about a topic: a sentence a paper, each cited. */
export function summarizeTopic(topic: string, ranking: readonly RankedPaper[], vocabulary: Vocabulary): Draft {
  const wanted = new Set(vocabulary.words(topic));
  const { paragraphs, citations } = quote(
    ranking.slice(0, TOPIC_PAPERS).map(({ paper }) => ({
      paper,
      sentences: selectSentences(paperEvidence(paper), wanted, vocabulary, { wantsFigure: false, limit: 1 }),
    })),
  );
  return { outcome: "answered", kind: "summary", text: paragraphs.map((line) => `- ${line}`).join("\n"), citations };
}
