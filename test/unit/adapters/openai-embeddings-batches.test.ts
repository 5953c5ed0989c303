import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batchTexts } from "../../../src/adapters/openai-embeddings-batches.ts";

describe("batchTexts()", () => {
  it("keeps every text, in order, in batches of the size at most", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.integer({ min: 1, max: 9 }), (texts, size) => {
        const batches = batchTexts(texts, size);
        expect(batches.flat()).toEqual(texts);
        expect(batches.every((batch) => batch.length >= 1 && batch.length <= size)).toBe(true);
      }),
    );
  });

  it("starts a batch early where the texts are long", () => {
    const long = "x".repeat(200_000);
    expect(batchTexts([long, "a", long, long, "b"], 64).map((batch) => batch.length)).toEqual([2, 1, 2]);
  });
});
