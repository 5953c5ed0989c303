import type { EmbeddingModel } from "./embedding-model.ts";

/** LangChain embeddings whose calls can be given up. */
export interface AbortableEmbeddings {
  embedDocuments(texts: string[], options?: { signal?: AbortSignal }): Promise<number[][]>;
  embedQuery(text: string, options?: { signal?: AbortSignal }): Promise<number[]>;
}

/**
 * Makes an {@link EmbeddingModel} of embeddings that know nothing of the corpus, such as an endpoint's: papers whose text
 * did not change keep their vectors, and nothing is stored beside them.
 *
 * @param name Names the vector space, with everything that shapes it: provider, model, dimensions.
 * @param batchSize See {@link EmbeddingModel.batchSize}.
 */
export function pretrainedModel(name: string, embeddings: AbortableEmbeddings, batchSize: number): EmbeddingModel {
  return {
    name,
    fitted: false,
    batchSize,
    async prepare(_papers, _texts, signal) {
      const options = signal ? { signal } : {};
      return {
        embeddings: {
          embedDocuments: (texts) => embeddings.embedDocuments(texts, options),
          embedQuery: (text) => embeddings.embedQuery(text, options),
        },
        artifacts: [],
      };
    },
  };
}
