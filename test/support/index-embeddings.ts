import { createHash } from "node:crypto";
import { Embeddings } from "@langchain/core/embeddings";
import { type EmbeddingModel } from "../../src/indexing/embedding-model.ts";

/** Embeddings that only depend on the words of a text: each word adds a direction of its own. Records what it embeds. */
export class HashingEmbeddings extends Embeddings {
  readonly embedded: string[] = [];
  readonly #dimensions: number;

  constructor(dimensions = 16) {
    super({});
    this.#dimensions = dimensions;
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    this.embedded.push(...texts);
    return texts.map((text) => this.#embed(text));
  }

  override async embedQuery(text: string): Promise<number[]> {
    return this.#embed(text);
  }

  #embed(text: string): number[] {
    const vector = Array.from({ length: this.#dimensions }, () => 0);
    for (const word of text.toLowerCase().match(/\w+/g) ?? []) {
      const digest = createHash("sha256").update(word).digest();
      vector.forEach((_, at) => (vector[at] = (vector[at] ?? 0) + ((digest[at % 32] ?? 0) / 255 - 0.5)));
    }
    return vector;
  }
}

/** @returns A model of hashed words with one artifact; pre-trained unless `fitted`. */
export function hashingModel(options: { fitted?: boolean; name?: string; dimensions?: number } = {}) {
  const { fitted = false, name = "hashing", dimensions = 16 } = options;
  const embeddings = new HashingEmbeddings(dimensions);
  const artifacts = [{ name: "space.bin", bytes: Uint8Array.of(1, 2, 3) }];
  const model: EmbeddingModel = {
    name,
    fitted,
    batchSize: 2,
    prepare: async () => ({ embeddings, artifacts }),
  };
  return { model, embeddings };
}
