import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import { EmbeddingError } from "../domain/errors.ts";
import type { Paper } from "../domain/paper.ts";
import type { BuildRequest } from "./build-request.ts";
import type { PreparedModel } from "./embedding-model.ts";
import { sha256 } from "./manifest.ts";
import type { OpenedIndex } from "./open-index.ts";
import type { OpenVectorArchive } from "./vector-archive.ts";

/** A corpus with its vectors. Arrays are in corpus order. */
export interface EmbeddedPapers extends PreparedModel {
  readonly texts: readonly string[];
  /** SHA-256 of each embedded text, by paper id. */
  readonly hashes: Readonly<Record<string, string>>;
  readonly vectors: readonly number[][];
  /** How many vectors were taken over from the index before. */
  readonly unchanged: number;
}

/**
 * Embeds a corpus. A model that is not fitted embeds only the papers whose text the current index does not have.
 *
 * @throws {EmbeddingError} If the model fails or returns another number of vectors than it was given texts.
 */
export async function embedPapers(
  request: BuildRequest,
  openVectors: OpenVectorArchive,
  current: OpenedIndex | undefined,
): Promise<EmbeddedPapers> {
  const { papers, model, signal, onProgress } = request;
  const texts = papers.map(request.embeddedText);
  const hashes = Object.fromEntries(papers.map(({ id }, at) => [id, sha256(texts[at] ?? "")]));
  const prepared = await model.prepare(papers, texts, signal);

  const known = new Map(await storedVectors(request, hashes, prepared.embeddings, openVectors, current));
  const unchanged = known.size;
  const pending = papers.flatMap(({ id }, at) => (known.has(id) ? [] : [{ id, text: texts[at] ?? "" }]));
  onProgress?.({ step: "embedding", done: unchanged, total: papers.length });
  for (let start = 0; start < pending.length; start += model.batchSize) {
    signal?.throwIfAborted();
    const batch = pending.slice(start, start + model.batchSize);
    const vectors = await prepared.embeddings.embedDocuments(batch.map(({ text }) => text));
    if (vectors.length !== batch.length)
      throw new EmbeddingError(`${model.name} returned ${vectors.length} vectors for ${batch.length} papers.`);
    batch.forEach(({ id }, at) => known.set(id, vectors[at] ?? []));
    onProgress?.({ step: "embedding", done: known.size, total: papers.length });
  }
  return { ...prepared, texts, hashes, vectors: papers.map(({ id }) => known.get(id) ?? []), unchanged };
}

/** The vectors of the current index that still stand for the same text in the same space. */
async function storedVectors(
  { papers, model, force }: BuildRequest,
  hashes: Readonly<Record<string, string>>,
  embeddings: EmbeddingsInterface,
  openVectors: OpenVectorArchive,
  current: OpenedIndex | undefined,
): Promise<ReadonlyMap<string, number[]>> {
  if (!current || force || model.fitted || model.name !== current.manifest.embedding.model) return new Map();
  const same = papers.filter(({ id }: Paper) => current.manifest.papers[id] === hashes[id]);
  return openVectors(current.vectorsFolder, embeddings).vectors(same.map(({ id }) => id));
}
