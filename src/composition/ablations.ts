import { createMiniSearchRanker } from "../adapters/minisearch-ranker.ts";
import type { Paper } from "../domain/paper.ts";
import { CorpusEmbeddings } from "../retrieval/corpus-embeddings.ts";
import { LatentSpace } from "../retrieval/latent-space.ts";
import { buildLexicon } from "../retrieval/lexicon.ts";
import { CORPUS_WEIGHTS, PaperRetriever } from "../retrieval/paper-retriever.ts";
import type { SignalWeights } from "../retrieval/paper-retriever.ts";
import { paperText } from "../retrieval/paper-text.ts";
import type { Ablation } from "../workbench.ts";
import { DIMENSIONS } from "./corpus-model.ts";
import type { Engine } from "./engine.ts";

const RANKING_LENGTH = 20;
const NONE: SignalWeights = { words: 0, characters: 0, vectors: 0, names: 0 };

/**
 * The rankers that show what each part of the search is worth: the product itself, each signal alone and left out, each
 * part of the catalogue left out, and MiniSearch on the same text.
 */
export function createAblations({ papers, retriever }: Engine): Ablation[] {
  const texts = papers.map(paperText);
  const miniSearch = createMiniSearchRanker(texts);
  const { words, characters, vectors } = CORPUS_WEIGHTS;
  return [
    fromRetriever("the product", () => retriever),
    fromRetriever("words alone", refitted(papers, { ...NONE, words })),
    fromRetriever("characters alone", refitted(papers, { ...NONE, characters })),
    fromRetriever("vectors alone", refitted(papers, { ...NONE, vectors })),
    fromRetriever("without words", refitted(papers, { ...CORPUS_WEIGHTS, words: 0 })),
    fromRetriever("without characters", refitted(papers, { ...CORPUS_WEIGHTS, characters: 0 })),
    fromRetriever("without vectors", refitted(papers, { ...CORPUS_WEIGHTS, vectors: 0 })),
    fromRetriever("without names", refitted(papers, { ...CORPUS_WEIGHTS, names: 0 })),
    fromRetriever("without digests", refitted(papers.map(withoutDigest))),
    fromRetriever("without questions", refitted(papers.map((paper) => ({ ...paper, questions: [] })))),
    fromRetriever("without terms", refitted(papers.map((paper) => ({ ...paper, terms: [] })))),
    fromRetriever(
      "without questions and terms",
      refitted(papers.map((paper) => ({ ...paper, questions: [], terms: [] }))),
    ),
    {
      name: "MiniSearch, its defaults",
      rank: async (question) => miniSearch(question).flatMap((index) => papers[index]?.title ?? []),
    },
  ];
}

function fromRetriever(name: string, retriever: () => PaperRetriever): Ablation {
  return {
    name,
    async rank(question) {
      const { ranked } = await retriever().rank(question, { limit: RANKING_LENGTH });
      return ranked.map(({ paper }) => paper.title);
    },
  };
}

/** A retriever in memory over other texts or with other weights, fitted when it is first asked. */
function refitted(papers: readonly Paper[], weights: SignalWeights = CORPUS_WEIGHTS): () => PaperRetriever {
  let retriever: PaperRetriever | undefined;
  return () => (retriever ??= fitRetriever(papers, weights));
}

/** The retriever over the corpus model's vectors, compared here instead of in a store. */
function fitRetriever(papers: readonly Paper[], weights: SignalWeights): PaperRetriever {
  const lexicon = buildLexicon(papers.map(paperText));
  const space = LatentSpace.fit(lexicon, DIMENSIONS);
  const documents = papers.map((_, index) => space.document(index));
  return new PaperRetriever({
    papers,
    lexicon,
    embeddings: new CorpusEmbeddings(lexicon, space),
    cosines: async (vector) => Float64Array.from(documents, (document) => cosine(document, vector)),
    weights,
  });
}

function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = a.reduce((sum, value, axis) => sum + value * (b[axis] ?? 0), 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b));
}

function withoutDigest({ digest: _digest, ...rest }: Paper): Paper {
  return rest;
}
