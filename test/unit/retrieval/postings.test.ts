import { array, assert, constantFrom, integer, nat, property, uint8Array } from "fast-check";
import { describe, expect, it } from "vitest";
import { Postings } from "../../../src/retrieval/postings.ts";

const term = constantFrom("owl", "kite", "red", "boat", "sea", "constructor", "__proto__", "été", "a", "");
const corpus = array(array(term, { maxLength: 12 }), { maxLength: 8 });

const DOCUMENTS = [["red", "kite", "red"], ["boat"], [], ["red", "boat", "sea", "sea"]];

/** BM25 as in the book: k1 1.2, b 0.75, Lucene's idf. */
function naiveScore(documents: readonly (readonly string[])[], document: readonly string[], query: readonly string[]) {
  const average = documents.reduce((sum, { length }) => sum + length, 0) / documents.length || 1;
  return [...new Set(query)].reduce((score, wanted) => {
    const frequency = document.filter((other) => other === wanted).length;
    return (
      score +
      (naiveIdf(documents, wanted) * frequency * (1.2 + 1)) /
        (frequency + 1.2 * (1 - 0.75 + (0.75 * document.length) / average))
    );
  }, 0);
}

function naiveIdf(documents: readonly (readonly string[])[], wanted: string): number {
  const containing = documents.filter((document) => document.includes(wanted)).length;
  return Math.log(1 + (documents.length - containing + 0.5) / (containing + 0.5));
}

describe("Postings", () => {
  it("scores() agrees with BM25 computed naively", () => {
    assert(
      property(corpus, array(term, { maxLength: 6 }), (documents, query) => {
        const scores = Postings.build(documents).scores(query);
        expect(scores).toHaveLength(documents.length);
        for (const [at, document] of documents.entries()) {
          expect(scores[at]).toBeCloseTo(naiveScore(documents, document, query), 10);
        }
      }),
    );
  });

  it("idf() and documentFrequency() agree with counts", () => {
    assert(
      property(corpus, term, (documents, wanted) => {
        const postings = Postings.build(documents);
        expect(postings.documentFrequency(wanted)).toBe(documents.filter((each) => each.includes(wanted)).length);
        expect(postings.idf(wanted)).toBeCloseTo(naiveIdf(documents, wanted), 12);
      }),
    );
  });

  it("rows() hold the scores of each term that occurs in enough documents", () => {
    assert(
      property(corpus, integer({ min: 1, max: 4 }), (documents, least) => {
        const postings = Postings.build(documents);
        const vocabulary = [...new Set(documents.flat())].filter((each) => postings.documentFrequency(each) >= least);
        const dense = [...postings.rows(least)].map((row) => {
          const scores = new Float64Array(documents.length);
          for (const [at, document] of row.documents.entries()) scores[document] = row.weights[at] ?? Number.NaN;
          return scores.join();
        });
        expect(dense.toSorted()).toEqual(vocabulary.map((each) => postings.scores([each]).join()).toSorted());
      }),
    );
  });

  it("scores a term once, however often a query repeats it", () => {
    const postings = Postings.build(DOCUMENTS);
    expect(postings.scores(["red", "red", "red"])).toEqual(postings.scores(["red"]));
  });

  it("scores nothing for terms that never occur", () => {
    expect(Postings.build(DOCUMENTS).scores(["whale"])).toEqual(new Float64Array(4));
  });

  it("gives a term that never occurs the highest idf", () => {
    const postings = Postings.build(DOCUMENTS);
    expect(postings.idf("whale")).toBeGreaterThan(postings.idf("sea"));
  });

  it("counts a frequency up to 255, so that it fits its byte", () => {
    const long = Array.from({ length: 300 }, () => "red");
    const capped = Postings.build([long, ["boat"]]).scores(["red"])[0];
    const norm = 1.2 * (0.25 + (0.75 * 300) / 150.5);
    expect(capped).toBeCloseTo((Math.log(2) * 2.2 * 255) / (255 + norm), 12);
  });

  it.each<[string, string[][]]>([
    ["no documents", []],
    ["one document without terms", [[]]],
    ["documents without terms", [[], []]],
  ])("takes %s", (_case, documents) => {
    const postings = Postings.parse(Postings.build(documents).serialize());
    expect(postings.size).toBe(documents.length);
    expect(postings.scores(["red"])).toEqual(new Float64Array(documents.length));
    expect([...postings.rows(0)]).toEqual([]);
    expect(postings.idf("red")).toBeGreaterThan(0);
  });

  it("is after parse() what it was before serialize()", () => {
    assert(
      property(corpus, array(term, { maxLength: 6 }), (documents, query) => {
        const before = Postings.build(documents);
        const bytes = before.serialize();
        const after = Postings.parse(bytes);
        expect(after.scores(query)).toEqual(before.scores(query));
        expect(after.serialize()).toEqual(bytes);
      }),
    );
  });

  it("builds the same bytes from the same documents", () => {
    expect(Postings.build(DOCUMENTS).serialize()).toEqual(Postings.build(DOCUMENTS).serialize());
  });

  it("parse() reads bytes at any offset of a larger buffer", () => {
    const bytes = Postings.build(DOCUMENTS).serialize();
    const larger = new Uint8Array(bytes.length + 9);
    larger.set(bytes, 3);
    expect(Postings.parse(larger.subarray(3, 3 + bytes.length)).serialize()).toEqual(bytes);
  });

  it("parse() reads a Node Buffer, which shares its memory with others", () => {
    const bytes = Postings.build(DOCUMENTS).serialize();
    expect(Postings.parse(Buffer.from(bytes)).serialize()).toEqual(bytes);
  });

  it("parse() keeps nothing of the caller's bytes", () => {
    const bytes = Postings.build(DOCUMENTS).serialize();
    const parsed = Postings.parse(bytes);
    const before = parsed.scores(["red"]);
    bytes.fill(0);
    expect(parsed.scores(["red"])).toEqual(before);
  });

  it("parse() refuses bytes that are cut short anywhere", () => {
    const bytes = Postings.build(DOCUMENTS).serialize();
    assert(
      property(nat({ max: bytes.length - 1 }), (length) => {
        expect(() => Postings.parse(bytes.subarray(0, length))).toThrow(RangeError);
      }),
    );
  });

  it("parse() refuses bytes with something behind them", () => {
    const bytes = Postings.build(DOCUMENTS).serialize();
    expect(() => Postings.parse(Uint8Array.of(...bytes, 0))).toThrow(RangeError);
  });

  it("parse() refuses bytes that begin with another mark", () => {
    const bytes = Postings.build(DOCUMENTS).serialize();
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    expect(() => Postings.parse(bytes)).toThrow(RangeError);
  });

  it("parse() refuses bytes that are something else", () => {
    assert(
      property(uint8Array({ maxLength: 64 }), (bytes) => {
        expect(() => Postings.parse(bytes)).toThrow(RangeError);
      }),
    );
  });
});
