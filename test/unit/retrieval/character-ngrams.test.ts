import { assert, integer, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { characterNgrams } from "../../../src/retrieval/character-ngrams.ts";

const NO_WORDS: ReadonlySet<string> = new Set();

describe("characterNgrams()", () => {
  it("slides over the words with a space at each end and between", () => {
    expect(characterNgrams("red kite")).toEqual([" red ", "red k", "ed ki", "d kit", " kite", "kite "]);
  });

  it("takes sizes one after the other", () => {
    expect(characterNgrams("owl", { sizes: [3, 4] })).toEqual([" ow", "owl", "wl ", " owl", "owl "]);
  });

  it("leaves out stop words as if they were not there", () => {
    expect(characterNgrams("the red and the kite")).toEqual(characterNgrams("red kite"));
  });

  it("leaves out the words it is told to, and no others", () => {
    expect(characterNgrams("the owl", { sizes: [3], skip: new Set(["owl"]) })).toEqual([" th", "the", "he "]);
  });

  it("takes markup, hyphens and line ends for spaces", () => {
    expect(characterNgrams("red-kite\n**red**")).toEqual(characterNgrams("red kite red"));
  });

  it("folds case and full-width letters", () => {
    expect(characterNgrams("ＲＥＤ Kite")).toEqual(characterNgrams("red kite"));
  });

  it("keeps repeats", () => {
    expect(characterNgrams("owl owl", { sizes: [5] }).filter((ngram) => ngram === " owl ")).toHaveLength(2);
  });

  it("finds much of a word in its misspelling", () => {
    const asked = new Set(characterNgrams("quantizaton"));
    expect(characterNgrams("quantization").filter((ngram) => asked.has(ngram)).length).toBeGreaterThan(4);
  });

  it.each(["", " \t", "?!", "the of"])("finds nothing in “%s”, which has no word to keep", (text) => {
    expect(characterNgrams(text)).toEqual([]);
  });

  it("finds nothing in a text that is shorter than an n-gram", () => {
    expect(characterNgrams("x")).toEqual([]);
  });

  it("gives n-grams of the sizes asked for, and all there are", () => {
    assert(
      property(string({ unit: "binary", maxLength: 40 }), integer({ min: 1, max: 8 }), (text, size) => {
        const line = characterNgrams(text, { sizes: [1], skip: NO_WORDS }).join("");
        const ngrams = characterNgrams(text, { sizes: [size], skip: NO_WORDS });
        expect(ngrams).toHaveLength(Math.max(0, line.length - size + 1));
        expect(ngrams.every((ngram) => ngram.length === size && line.includes(ngram))).toBe(true);
      }),
    );
  });
});
