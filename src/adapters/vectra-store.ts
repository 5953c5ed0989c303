import { randomUUID } from "node:crypto";
import { Document, type DocumentInterface } from "@langchain/core/documents";
import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import { VectorStore } from "@langchain/core/vectorstores";
import type { IndexItem, ItemSelector, LocalIndex, MetadataFilter } from "vectra/browser";
import { EmbeddingError, FootnoteError, IndexCorruptError } from "../domain/errors.ts";
import type { Files } from "../domain/ports.ts";
import { VectraFiles } from "./vectra-files.ts";

/** Digits kept of a stored component: what a 32-bit float holds, in half the bytes of a 64-bit one. */
const PRECISION = 7;

/** Where a {@link VectraStore} lives. */
export interface VectraStoreOptions {
  /** Vectra's folder. Made by the first addition. */
  readonly folder: string;
  readonly files: Files;
}

/** A loaded Vectra, with the arithmetic that it compares vectors with. */
interface OpenedVectra {
  readonly index: LocalIndex;
  readonly ItemSelector: typeof ItemSelector;
}

/**
 * LangChain's vector store over a Vectra index on disk. It keeps each document's text beside its vector, so that it is
 * whole without anything else of ours, and in Vectra's own JSON, so that any Vectra reads it.
 *
 * The index is read once, at first use: what another process writes later needs a new VectraStore. Additions and
 * deletions of one instance queue up; two instances must not write to one folder at a time.
 */
export class VectraStore extends VectorStore {
  /** Vectra's filter over metadata, Mongo-like: `{ published: { $eq: "2024-03-01" } }`. Its `$in` takes strings only. */
  declare FilterType: MetadataFilter;

  readonly #folder: string;
  readonly #storage: VectraFiles;
  #opening: Promise<OpenedVectra> | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(embeddings: EmbeddingsInterface, options: VectraStoreOptions) {
    super(embeddings, options);
    this.#folder = options.folder;
    this.#storage = new VectraFiles(options.files);
  }

  override _vectorstoreType(): string {
    return "vectra";
  }

  /** Embeds documents and adds them: see {@link addVectors}. */
  override async addDocuments(documents: DocumentInterface[], options?: { ids?: string[] }): Promise<string[]> {
    const vectors = await this.embeddings.embedDocuments(documents.map(({ pageContent }) => pageContent));
    return this.addVectors(vectors, documents, options);
  }

  /**
   * Adds documents behind those that are there, in one atomic step. A document whose id is taken replaces the other.
   *
   * @param vectors One a document: finite, not all zero, all of the length of those that are there.
   * @param documents Their metadata should be flat: strings, numbers and booleans. Adding none makes an empty store.
   * @param options `ids` of the documents; else their own, else random.
   * @returns The ids.
   * @throws {EmbeddingError} If a vector is unusable. Nothing is added then.
   * @throws {IndexUnwritableError} If storage refuses. Nothing is added then.
   */
  override async addVectors(
    vectors: number[][],
    documents: DocumentInterface[],
    options?: { ids?: string[] },
  ): Promise<string[]> {
    if (vectors.length !== documents.length)
      throw new EmbeddingError(`There are ${vectors.length} vectors for ${documents.length} documents.`);
    const ids = documents.map(({ id }, at) => options?.ids?.[at] ?? id ?? randomUUID());
    await this.#write(async ({ index, ItemSelector }) => {
      const replaced = new Set(ids);
      const neighbour = (await index.listItems()).find(({ id }) => !replaced.has(id));
      const dimensions = (neighbour?.vector ?? vectors[0])?.length;
      await index.deleteItems(replaced);
      for (const [at, { pageContent, metadata }] of documents.entries()) {
        const [id = "", vector = []] = [ids[at], vectors[at]];
        const owner = `The vector of “${String(metadata["title"] ?? id)}”`;
        checkVector(vector, dimensions, owner);
        if (ItemSelector.normalize(vector) === 0) throw new EmbeddingError(`${owner} is all zero.`);
        const rounded = vector.map((component) => Number(component.toPrecision(PRECISION)));
        await index.insertItem({ id, vector: rounded, metadata: { ...metadata, pageContent } });
      }
    });
    return ids;
  }

  /**
   * Removes documents; ids that the store does not hold are passed over.
   *
   * @throws {IndexUnwritableError} If storage refuses. Nothing is removed then.
   */
  override async delete({ ids }: { ids: readonly string[] }): Promise<void> {
    await this.#write(({ index }) => index.deleteItems(ids));
  }

  /**
   * Finds the documents nearest to a vector.
   *
   * @param k How many, at most.
   * @returns Documents with their cosine (-1 to 1), nearest first. Empty for a query of zeros, which points nowhere.
   * @throws {EmbeddingError} If the query is of another length, or not finite.
   */
  override async similaritySearchVectorWithScore(
    query: number[],
    k: number,
    filter?: MetadataFilter,
  ): Promise<[Document, number][]> {
    const { index, ItemSelector } = await this.#open();
    checkVector(query, (await this.#items())[0]?.vector.length, "The query's vector");
    if (ItemSelector.normalize(query) === 0) return [];
    // Never with its fifth argument: Vectra's own BM25 rebuilds itself at every query and fails for good after some twenty.
    const results = await index.queryItems(query, "", k, filter);
    return results.map(({ item, score }) => [toDocument(item), score]);
  }

  /**
   * Compares a vector with every stored one, by Vectra's own formula.
   *
   * @returns The cosine (-1 to 1) of each document, in the order of {@link ids}; all 0 for a query of zeros.
   * @throws {EmbeddingError} If the query is of another length, or not finite.
   */
  async scores(query: number[]): Promise<Float64Array> {
    const { ItemSelector } = await this.#open();
    const items = await this.#items();
    checkVector(query, items[0]?.vector.length, "The query's vector");
    const scores = new Float64Array(items.length);
    const norm = ItemSelector.normalize(query);
    if (norm === 0) return scores;
    for (const [at, item] of items.entries())
      scores[at] = ItemSelector.normalizedCosineSimilarity(query, norm, item.vector, item.norm);
    return scores;
  }

  /** @returns The ids of all documents, in the order in which they were added. */
  async ids(): Promise<string[]> {
    return (await this.#items()).map(({ id }) => id);
  }

  /** @returns The stored vectors by id, rounded to 7 digits; ids that the store does not hold are left out. */
  async vectors(ids: readonly string[]): Promise<Map<string, number[]>> {
    const wanted = new Set(ids);
    const items = await this.#items();
    return new Map(items.filter(({ id }) => wanted.has(id)).map(({ id, vector }) => [id, vector]));
  }

  #open(): Promise<OpenedVectra> {
    // Lazily, and not from "vectra": the packages that it pulls in cost more time than a question.
    this.#opening ??= import("vectra/browser").then(({ LocalIndex, ItemSelector }) => ({
      index: new LocalIndex(this.#folder, undefined, this.#storage),
      ItemSelector,
    }));
    return this.#opening;
  }

  async #items(): Promise<IndexItem[]> {
    const { index } = await this.#open();
    try {
      return await index.listItems();
    } catch (error) {
      if (error instanceof FootnoteError) throw error;
      throw new IndexCorruptError(
        `The vectors in ${this.#folder} cannot be read. Run \`npm run footnote -- index\` to build the index anew.`,
        { cause: error },
      );
    }
  }

  /** Makes one change after the other, each of them whole or not at all: Vectra itself refuses a second one meanwhile. */
  #write(change: (vectra: OpenedVectra) => Promise<void>): Promise<void> {
    const written = this.#writing.then(async () => {
      const vectra = await this.#open();
      const { index } = vectra;
      this.#storage.failure = undefined;
      try {
        if (!(await index.isIndexCreated())) await index.createIndex();
        await index.beginUpdate();
        await change(vectra);
        await index.endUpdate();
      } catch (error) {
        index.cancelUpdate();
        throw this.#storage.failure ?? error;
      }
    });
    this.#writing = written.catch(() => {});
    return written;
  }
}

function toDocument({ id, metadata: { pageContent, ...metadata } }: IndexItem): Document {
  return new Document({ id, pageContent: String(pageContent), metadata });
}

/** Vectra compares whatever two vectors have in common, and ranks what is not a number anywhere. */
function checkVector(vector: readonly number[], dimensions: number | undefined, what: string): void {
  if (dimensions !== undefined && vector.length !== dimensions)
    throw new EmbeddingError(
      `${what} has ${vector.length} dimensions, the index ${dimensions}. Run \`npm run footnote -- index --force\`.`,
    );
  if (!vector.every(Number.isFinite)) throw new EmbeddingError(`${what} holds something that is no finite number.`);
}
