import type { Lexicon } from "./lexicon.ts";
import { drain, truncatedSvdSteps } from "./truncated-svd.ts";

/** The measured share of character n-grams beside words in the decomposed matrix. */
const CHARACTER_WEIGHT = 0.3;
/** A term of one document relates it to no other. */
const LEAST_DOCUMENTS = 2;
const HEADER_BYTES = 8;
/**
 * A last component that every document has and no question: it keeps a document that shares no term with any other from
 * being all zero, which has no cosine, and changes the others by less than they are rounded.
 */
const ANCHOR = 1e-3;

/** Lexical scores by document, as a {@link Lexicon} gives them. */
interface LexicalScores {
  readonly words: Float64Array;
  readonly characters: Float64Array;
}

/**
 * Latent semantic analysis: the documents' BM25-weighted words and character n-grams, decomposed as A = U S V^T. A
 * document is a row of U S. A question q becomes q A^T U S^-1, and q A^T is what the inverted indexes already score, so
 * that the space needs no vocabulary of its own.
 *
 * @see Deerwester et al. (1990), Indexing by Latent Semantic Analysis.
 */
export class LatentSpace {
  /** U, documents x rank, row by row. */
  readonly #u: Float32Array;
  readonly #s: Float32Array;

  private constructor(u: Float32Array, s: Float32Array) {
    this.#u = u;
    this.#s = s;
  }

  /** @param dimensions The most dimensions of a vector; a small corpus has fewer. */
  static fit(lexicon: Lexicon, dimensions: number): LatentSpace {
    return drain(LatentSpace.fitSteps(lexicon, dimensions));
  }

  /** {@link LatentSpace.fit} in steps: see {@link truncatedSvdSteps}. */
  static *fitSteps(lexicon: Lexicon, dimensions: number): Generator<undefined, LatentSpace> {
    const rows = function* () {
      yield* lexicon.words.rows(LEAST_DOCUMENTS);
      for (const { documents, weights } of lexicon.characters.rows(LEAST_DOCUMENTS)) {
        yield { documents, weights: weights.map((weight) => weight * CHARACTER_WEIGHT) };
      }
    };
    const { u, s } = yield* truncatedSvdSteps(rows, lexicon.words.size, dimensions - 1);
    return new LatentSpace(Float32Array.from(u), Float32Array.from(s));
  }

  /** @throws {RangeError} If the bytes are not what {@link LatentSpace.serialize} wrote. */
  static parse(bytes: Uint8Array): LatentSpace {
    const { buffer } = new Uint8Array(bytes);
    const [documents = -1, rank = -1] = new Uint32Array(buffer, 0, Math.min(2, buffer.byteLength >>> 2));
    const isSound = rank <= documents && (rank > 0 || documents === 0);
    if (!isSound || buffer.byteLength !== HEADER_BYTES + 4 * rank * (documents + 1)) {
      throw new RangeError("Cannot read the latent space: wrong header or length");
    }
    const s = new Float32Array(buffer, HEADER_BYTES, rank);
    return new LatentSpace(new Float32Array(buffer, HEADER_BYTES + s.byteLength), s);
  }

  serialize(): Uint8Array {
    const rank = this.#s.length;
    const buffer = new ArrayBuffer(HEADER_BYTES + 4 * (rank + this.#u.length));
    new Uint32Array(buffer, 0, 2).set([rank === 0 ? 0 : this.#u.length / rank, rank]);
    new Float32Array(buffer, HEADER_BYTES).set(this.#s);
    new Float32Array(buffer, HEADER_BYTES + this.#s.byteLength).set(this.#u);
    return new Uint8Array(buffer);
  }

  /** The vector of a document that the space was fitted on; never all zero. */
  document(index: number): number[] {
    const rank = this.#s.length;
    return [...this.#s.map((value, axis) => value * this.#u[index * rank + axis]!), ANCHOR];
  }

  /** Folds a text into the space, given what the lexicon says of it. All zero for a text that shares no term. */
  fold({ words, characters }: LexicalScores): number[] {
    const rank = this.#s.length;
    const folded = new Float64Array(rank);
    for (let document = 0; document < words.length; document++) {
      const weight = words[document]! + CHARACTER_WEIGHT ** 2 * characters[document]!;
      if (weight === 0) continue;
      const start = document * rank;
      for (let axis = 0; axis < folded.length; axis++) folded[axis]! += weight * this.#u[start + axis]!;
    }
    return [...folded.map((value, axis) => value / this.#s[axis]!), 0];
  }
}
