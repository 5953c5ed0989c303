import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import type { Paper } from "../domain/paper.ts";

/** A file of the index whose content only its writer and its reader understand. */
export interface Artifact {
  /** A file name without folders: `postings.bin`. Unique within an index. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A model that is ready for one corpus. */
export interface PreparedModel {
  /** Vectors of one length each, finite, never all zero. */
  readonly embeddings: EmbeddingsInterface;
  /** What a reader needs to turn questions into vectors of the same space. */
  readonly artifacts: readonly Artifact[];
}

/** What turns papers into vectors. */
export interface EmbeddingModel {
  /** Names the vector space: `corpus`, `openai:text-embedding-3-small@512`. Two names, two spaces. */
  readonly name: string;
  /** Whether a vector depends on the whole corpus, so that any change embeds every paper anew. */
  readonly fitted: boolean;
  /** How many texts to embed in one call. Between two calls, progress is told and the signal looked at. */
  readonly batchSize: number;
  /**
   * Fits the model on a corpus; a pre-trained model has nothing to fit.
   *
   * @param papers In corpus order. May be empty.
   * @param texts The embedded text of each paper, in the same order: what `embedDocuments` will be given, in parts.
   */
  prepare(papers: readonly Paper[], texts: readonly string[], signal?: AbortSignal): Promise<PreparedModel>;
}
