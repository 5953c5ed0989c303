import { setImmediate } from "node:timers/promises";
import type { Artifact, EmbeddingModel } from "../indexing/embedding-model.ts";
import { CorpusEmbeddings } from "../retrieval/corpus-embeddings.ts";
import { LatentSpace } from "../retrieval/latent-space.ts";
import { buildLexicon } from "../retrieval/lexicon.ts";
import type { Lexicon } from "../retrieval/lexicon.ts";
import { Postings } from "../retrieval/postings.ts";

/** The most dimensions of the `corpus` model; measured best within the fusion. See {@link LatentSpace}. */
export const DIMENSIONS = 256;
const WORDS_FILE = "words.postings";
const CHARACTERS_FILE = "characters.postings";
const SPACE_FILE = "latent-space.bin";

/** Builds each lexicon once, though both the model and the store of the lexicon itself ask for it. */
export class LexiconBuilder {
  #texts = "";
  #lexicon: Lexicon | undefined;

  build(texts: readonly string[]): Lexicon {
    const key = texts.join("\0");
    if (this.#lexicon === undefined || this.#texts !== key) {
      this.#lexicon = buildLexicon(texts);
      this.#texts = key;
    }
    return this.#lexicon;
  }
}

/** The embedding model that is fitted on the corpus itself. */
export function corpusModel(builder: LexiconBuilder): EmbeddingModel {
  return {
    name: "corpus",
    fitted: true,
    batchSize: 256,
    async prepare(_papers, texts, signal) {
      const lexicon = builder.build(texts);
      signal?.throwIfAborted();
      const space = await runSteps(LatentSpace.fitSteps(lexicon, DIMENSIONS), signal);
      return {
        embeddings: new CorpusEmbeddings(lexicon, space, texts),
        artifacts: [{ name: SPACE_FILE, bytes: space.serialize() }],
      };
    },
  };
}

/** Runs long steps so that Ctrl-C is heard in between. */
async function runSteps<Result>(steps: Generator<undefined, Result>, signal: AbortSignal | undefined): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await setImmediate();
    signal?.throwIfAborted();
  }
}

/** What word and character search need of an index. */
export function lexiconArtifacts({ words, characters }: Lexicon): Artifact[] {
  return [
    { name: WORDS_FILE, bytes: words.serialize() },
    { name: CHARACTERS_FILE, bytes: characters.serialize() },
  ];
}

type ReadArtifact = (name: string) => Uint8Array;

export function readLexicon(artifact: ReadArtifact): Lexicon {
  return { words: Postings.parse(artifact(WORDS_FILE)), characters: Postings.parse(artifact(CHARACTERS_FILE)) };
}

/** The embeddings of an index that {@link corpusModel} built. */
export function readCorpusEmbeddings(artifact: ReadArtifact, lexicon: Lexicon): CorpusEmbeddings {
  return new CorpusEmbeddings(lexicon, LatentSpace.parse(artifact(SPACE_FILE)));
}
