import { EmbeddingError } from "../domain/errors.ts";

/**
 * Reads the vectors out of a reply, trusting nothing: servers that merely resemble OpenAI's get all of this wrong.
 *
 * @param count How many vectors were asked for.
 * @param dimensions Their length; undefined if the first one is to say.
 * @returns The vectors in the order of the texts, by the reply's `index`.
 * @throws {EmbeddingError} If a vector is missing, of another length or not finite.
 */
export function readVectors(reply: unknown, count: number, dimensions: number | undefined): number[][] {
  const data = field(reply, "data");
  if (!Array.isArray(data)) throw unusable("something that is no list of vectors");
  if (data.length !== count) throw unusable(`${data.length} vectors for ${count} texts`);
  const vectors: number[][] = [];
  let length = dimensions;
  for (const entry of data) {
    const index = field(entry, "index");
    const vector = field(entry, "embedding");
    if (typeof index !== "number" || !(index in data) || index in vectors)
      throw unusable(`vectors whose indices are not 0 to ${count - 1}`);
    if (!isVector(vector)) throw unusable("a vector that is no list of finite numbers");
    length ??= vector.length;
    if (vector.length !== length) throw unusable(`a vector of ${vector.length} dimensions instead of ${length}`);
    vectors[index] = vector;
  }
  return vectors;
}

function isVector(value: unknown): value is number[] {
  return Array.isArray(value) && value.length > 0 && value.every(Number.isFinite);
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function unusable(what: string): EmbeddingError {
  return new EmbeddingError(
    `The embedding endpoint returned ${what}. Check FOOTNOTE_EMBEDDING_MODEL and FOOTNOTE_EMBEDDING_DIMENSIONS.`,
  );
}
