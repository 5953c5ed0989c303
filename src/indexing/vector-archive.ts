import type { DocumentInterface } from "@langchain/core/documents";
import type { EmbeddingsInterface } from "@langchain/core/embeddings";

/** What a build asks of a vector store: LangChain's `VectorStore`, and its vectors back by id. */
export interface VectorArchive {
  /** Adds documents, in order, in one step. Adding none makes an empty store. */
  addVectors(
    vectors: number[][],
    documents: DocumentInterface[],
    options?: { ids?: string[] },
  ): Promise<string[] | void>;
  /** @returns The stored vectors by id; ids that the store does not hold are left out. */
  vectors(ids: readonly string[]): Promise<ReadonlyMap<string, number[]>>;
}

/** Opens the store of a folder; what it holds is read when it is first asked for. */
export type OpenVectorArchive = (folder: string, embeddings: EmbeddingsInterface) => VectorArchive;
