import type { Paper } from "../domain/paper.ts";
import type { RankedPaper } from "../domain/answer.ts";
import { quote } from "./draft.ts";
import type { Draft } from "./draft.ts";
import { paperEvidence } from "./paper-evidence.ts";
import { selectSentences } from "./select-sentences.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** `short` is one sentence; `standard` a paragraph. */
export type SummaryLength = "short" | "standard";

/** Sentences in a paragraph made of an abstract; a digest is one already. */
const PARAGRAPH_SENTENCES = 4;
const PARAGRAPH_WORDS = 120;
/** Papers in the overview of a topic. */
const TOPIC_PAPERS = 8;

/** Sums up a paper in its own sentences: the most central ones, those that share most with the rest of the text. */
export function summarizePaper(paper: Paper, length: SummaryLength, vocabulary: Vocabulary): Draft {
  const evidence = paperEvidence(paper);
  const central = new Set(evidence.flatMap(({ sentence }) => vocabulary.words(sentence)));
  const isDigest = evidence[0]?.source === "digest";
  const sentences =
    length === "short"
      ? isDigest
        ? evidence.slice(0, 1)
        : selectSentences(evidence, central, vocabulary, { wantsFigure: false, limit: 1 })
      : isDigest && evidence.length > 1
        ? evidence.slice(1)
        : selectSentences(evidence, central, vocabulary, {
            wantsFigure: false,
            limit: PARAGRAPH_SENTENCES,
            wordLimit: PARAGRAPH_WORDS,
          });
  const { paragraphs, citations } = quote([{ paper, sentences }]);
  const text = paragraphs[0] ?? `Only the title of “${paper.displayTitle}” is known here.`;
  return { outcome: sentences.length > 0 ? "answered" : "not-stated", kind: "summary", text, citations };
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
