import type { Paper } from "../../src/domain/paper.ts";
import { CorpusEmbeddings } from "../../src/retrieval/corpus-embeddings.ts";
import { LatentSpace } from "../../src/retrieval/latent-space.ts";
import { buildLexicon } from "../../src/retrieval/lexicon.ts";
import { CORPUS_WEIGHTS, PaperRetriever, type PaperRetrieverFields } from "../../src/retrieval/paper-retriever.ts";
import { paperText } from "../../src/retrieval/paper-text.ts";

/** A retriever over papers in memory, fitted on them, unless told otherwise. */
export function fitRetriever(papers: readonly Paper[], more: Partial<PaperRetrieverFields> = {}): PaperRetriever {
  const lexicon = buildLexicon(papers.map((paper) => paperText(paper)));
  const space = LatentSpace.fit(lexicon, 256);
  return new PaperRetriever({
    papers,
    lexicon,
    embeddings: new CorpusEmbeddings(lexicon, space),
    cosines: async (vector) => Float64Array.from(papers, (_, at) => cosine(space.document(at), vector)),
    weights: CORPUS_WEIGHTS,
    ...more,
  });
}

function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = a.reduce((sum, value, axis) => sum + value * (b[axis] ?? Number.NaN), 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b));
}
