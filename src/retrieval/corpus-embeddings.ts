import { Embeddings } from "@langchain/core/embeddings";
import type { LatentSpace } from "./latent-space.ts";
import { lexicalScores } from "./lexicon.ts";
import type { Lexicon } from "./lexicon.ts";

/** The default embedding model: no weights to download, fitted on the corpus itself (see {@link LatentSpace}). */
export class CorpusEmbeddings extends Embeddings {
  readonly #lexicon: Lexicon;
  readonly #space: LatentSpace;
  readonly #fitted: ReadonlyMap<string, number>;

  /** @param texts The texts that the space was fitted on, in order; theirs are the vectors of the decomposition itself. */
  constructor(lexicon: Lexicon, space: LatentSpace, texts: readonly string[] = []) {
    super({});
    this.#lexicon = lexicon;
    this.#space = space;
    this.#fitted = new Map(texts.map((text, index) => [text, index]));
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return texts.map((text) => {
      const index = this.#fitted.get(text);
      return index === undefined ? this.#fold(text) : this.#space.document(index);
    });
  }

  /** @returns The question folded into the space; all zero when it shares no term with the corpus. */
  override async embedQuery(text: string): Promise<number[]> {
    return this.#fold(text);
  }

  #fold(text: string): number[] {
    return this.#space.fold(lexicalScores(this.#lexicon, text));
  }
}
