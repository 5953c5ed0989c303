import { array, assert, constantFrom, nat, property, uint8Array } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Paper } from "../../../src/domain/paper.ts";
import { LatentSpace } from "../../../src/retrieval/latent-space.ts";
import { buildLexicon, type Lexicon, lexicalScores } from "../../../src/retrieval/lexicon.ts";
import { paperText } from "../../../src/retrieval/paper-text.ts";
import { PAPERS } from "../../support/papers.ts";

const TEXTS = PAPERS.map((paper: Paper) => paperText(paper));

function fit(texts: readonly string[], dimensions = 256): { lexicon: Lexicon; space: LatentSpace } {
  const lexicon = buildLexicon(texts);
  return { lexicon, space: LatentSpace.fit(lexicon, dimensions) };
}

function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = a.reduce((sum, value, axis) => sum + value * (b[axis] ?? Number.NaN), 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b));
}

describe("LatentSpace", () => {
  it.each([1, 2, 3, 10])(
    "gives each of %i documents a finite vector that is not all zero, all of one length",
    (count) => {
      const texts = TEXTS.slice(0, count);
      const { space } = fit(texts);
      const vectors = texts.map((_, at) => space.document(at));
      for (const vector of vectors) {
        expect(vector).toHaveLength(vectors[0]?.length ?? 0);
        expect(vector.every(Number.isFinite)).toBe(true);
        expect(Math.hypot(...vector)).toBeGreaterThan(0);
      }
    },
  );

  it("can be fitted on no documents", () => {
    const { lexicon, space } = fit([]);
    expect(space.fold(lexicalScores(lexicon, "anything"))).toEqual([0]);
  });

  it.each<[string, string[]]>([
    ["one document", ["red kite"]],
    ["documents that share no term", ["red kite", "silent owls", "42"]],
    ["documents without words", ["", "?!"]],
    ["equal documents", ["red kite", "red kite"]],
    ["a stranger among neighbours", ["red kite", "red boat", "silent owls"]],
  ])("never gives %s a vector of zeros", (_case, texts) => {
    const { space } = fit(texts);
    for (const at of texts.keys()) {
      const vector = space.document(at);
      expect(vector.every(Number.isFinite)).toBe(true);
      expect(vector.some((value) => value !== 0)).toBe(true);
    }
  });

  it("gives vectors of finite numbers, not all zero, for any texts, and folds each of them", () => {
    const word = constantFrom("red", "kite", "owl", "boat", "sea", "silent", "42", "");
    assert(
      property(array(array(word, { maxLength: 5 }), { maxLength: 5 }), (documents) => {
        const texts = documents.map((each) => each.join(" "));
        const { lexicon, space } = fit(texts);
        for (const [at, text] of texts.entries()) {
          const vector = space.document(at);
          const folded = space.fold(lexicalScores(lexicon, text));
          expect(folded).toHaveLength(vector.length);
          expect([...vector, ...folded].every(Number.isFinite)).toBe(true);
          expect(vector.some((value) => value !== 0)).toBe(true);
        }
      }),
    );
  });

  it("has no more dimensions than it may", () => {
    expect(fit(TEXTS, 4).space.document(0)).toHaveLength(4);
  });

  it("relates no document to others by a term that occurs in it alone", () => {
    const { space } = fit(["red kite", "silent owls", "42"]);
    const [one, ...others] = [0, 1, 2].map((at) => space.document(at));
    expect(one).toHaveLength(1);
    expect(others).toEqual([one, one]);
  });

  it("folds a text as Deerwester et al. do: its weights by document, times U, divided by S", () => {
    const { lexicon, space } = fit(TEXTS);
    const { words, characters } = lexicalScores(lexicon, "attention for kettles and trains");
    const documents = TEXTS.map((_, at) => space.document(at));
    const folded = space.fold({ words, characters });
    // A document is a row of U S, and U is orthonormal: the squares of an axis add up to the square of its singular value.
    for (let axis = 0; axis < folded.length - 1; axis++) {
      const square = documents.reduce((sum, document) => sum + (document[axis] ?? 0) ** 2, 0);
      const product = documents.reduce(
        (sum, document, at) => sum + ((words[at] ?? 0) + 0.3 ** 2 * (characters[at] ?? 0)) * (document[axis] ?? 0),
        0,
      );
      expect(folded[axis]).toBeCloseTo(product / square, 4);
    }
    expect(folded.at(-1)).toBe(0);
  });

  it("folds a document's own text near the document's vector, and nearest of all", () => {
    const { lexicon, space } = fit(TEXTS);
    for (const [at, text] of TEXTS.entries()) {
      const folded = space.fold(lexicalScores(lexicon, text));
      const cosines = TEXTS.map((_, other) => cosine(folded, space.document(other)));
      expect(cosines.indexOf(Math.max(...cosines))).toBe(at);
      expect(cosines[at]).toBeGreaterThan(0.7);
    }
  });

  it("puts documents of one subject nearer to each other than to others", () => {
    const { space } = fit(["red kite wind", "kite wind sail", "owl night", "night owl silence", "wind sail"]);
    const vector = (at: number) => space.document(at);
    expect(cosine(vector(0), vector(4))).toBeGreaterThan(cosine(vector(0), vector(2)));
  });

  it("folds a text that shares no term with the documents to zeros", () => {
    const { lexicon, space } = fit(TEXTS);
    expect(space.fold(lexicalScores(lexicon, "zzzzzz qqqqqq")).every((value) => value === 0)).toBe(true);
  });

  it("fits the same space to the same texts, to the bit", () => {
    expect(fit(TEXTS).space.serialize()).toEqual(fit(TEXTS).space.serialize());
  });

  it.each([0, 1, 2, 10])("is after parse() what it was before serialize(): %i documents", (count) => {
    const texts = TEXTS.slice(0, count);
    const { lexicon, space } = fit(texts);
    const parsed = LatentSpace.parse(space.serialize());
    const scores = lexicalScores(lexicon, "attention for kettles and trains");
    expect(parsed.fold(scores)).toEqual(space.fold(scores));
    expect(texts.map((_, at) => parsed.document(at))).toEqual(texts.map((_, at) => space.document(at)));
  });

  it("parse() reads a Node Buffer, which shares its memory with others", () => {
    const bytes = fit(["red kite", "red boat"]).space.serialize();
    expect(LatentSpace.parse(Buffer.from(bytes)).serialize()).toEqual(bytes);
  });

  it("parse() refuses bytes that are cut short anywhere", () => {
    const bytes = fit(TEXTS).space.serialize();
    assert(
      property(nat({ max: bytes.length - 1 }), (length) => {
        expect(() => LatentSpace.parse(bytes.subarray(0, length))).toThrow(RangeError);
      }),
    );
  });

  it.each<[string, number[]]>([
    ["a rank without documents", [0, 1, 0]],
    ["documents without a rank", [3, 0]],
    ["a rank beyond the documents", [1, 2, 0, 0, 0, 0]],
    ["counts that no memory holds", [0xff_ff_ff_ff, 0xff_ff_ff_ff]],
  ])("parse() refuses a header with %s", (_case, numbers) => {
    expect(() => LatentSpace.parse(new Uint8Array(Uint32Array.from(numbers).buffer))).toThrow(RangeError);
  });

  it("parse() takes any bytes for no space, or for the one that serialize() writes in these bytes", () => {
    assert(
      property(uint8Array({ maxLength: 64 }), (bytes) => {
        let space: LatentSpace | undefined;
        try {
          space = LatentSpace.parse(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
        if (space !== undefined) expect(space.serialize()).toEqual(bytes);
      }),
    );
  });
});
