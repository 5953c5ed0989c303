import { ExtractiveAnswerer } from "../../src/answering/extractive-answerer.ts";
import type { AnsweringFields } from "../../src/answering/read-question.ts";
import type { Vocabulary } from "../../src/answering/vocabulary.ts";
import type { RankedPaper } from "../../src/domain/answer.ts";
import type { Paper } from "../../src/domain/paper.ts";
import { CorpusEmbeddings } from "../../src/retrieval/corpus-embeddings.ts";
import { LatentSpace } from "../../src/retrieval/latent-space.ts";
import { buildLexicon } from "../../src/retrieval/lexicon.ts";
import { CORPUS_WEIGHTS, PaperRetriever } from "../../src/retrieval/paper-retriever.ts";
import { paperText } from "../../src/retrieval/paper-text.ts";
import { Postings } from "../../src/retrieval/postings.ts";
import { words } from "../../src/retrieval/words.ts";

/** The product's own vocabulary over these papers. */
export function vocabularyOf(papers: readonly Paper[]): Vocabulary {
  const postings = Postings.build(papers.map((paper) => words(paperText(paper))));
  return {
    words,
    size: postings.size,
    idf: (term) => postings.idf(term),
    knows: (term) => postings.documentFrequency(term) > 0,
  };
}

/** Every term weighs 1, so that shares can be counted by hand. */
export function flatVocabulary(known: readonly string[] = []): Vocabulary {
  const terms = new Set(known.flatMap(words));
  return { words, size: 829, idf: () => 1, knows: (term) => terms.has(term) };
}

/** Ranks papers as the product does, in memory. */
function rankerOf(papers: readonly Paper[]): AnsweringFields["rank"] {
  const lexicon = buildLexicon(papers.map(paperText));
  const space = LatentSpace.fit(lexicon, 16);
  const documents = papers.map((_, index) => space.document(index));
  const retriever = new PaperRetriever({
    papers,
    lexicon,
    embeddings: new CorpusEmbeddings(lexicon, space),
    cosines: async (vector) => Float64Array.from(documents, (document) => cosine(document, vector)),
    weights: CORPUS_WEIGHTS,
  });
  return async (text, limit) => (await retriever.rank(text, { limit })).ranked;
}

/** The product's answerer over these papers, ranked as the product ranks them unless told otherwise. */
export function answererOf(
  papers: readonly Paper[],
  rank: AnsweringFields["rank"] = rankerOf(papers),
): ExtractiveAnswerer {
  return new ExtractiveAnswerer({ papers, vocabulary: vocabularyOf(papers), rank });
}

/** A paper's place in a ranking, with what the signals are said to say. */
export function rankedAt(paper: Paper, score: number, signals: Readonly<Record<string, number>> = {}): RankedPaper {
  return { paper, score, signals };
}

function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = a.reduce((sum, value, axis) => sum + value * (b[axis] ?? 0), 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b) || 1);
}
