import { array, assert, double, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { fuse, type WeightedScores } from "../../../src/retrieval/fuse.ts";

const score = integer({ min: -50, max: 50 }).map((value) => value / 4);
const weight = double({ min: 0, max: 2, noNaN: true });
const signals = integer({ min: 1, max: 6 }).chain((documents) =>
  array(
    array(score, { minLength: documents, maxLength: documents }).chain((scores) =>
      weight.map((share): WeightedScores => ({ weight: share, scores: Float64Array.from(scores) })),
    ),
    { minLength: 1, maxLength: 4 },
  ),
);

function zScore(scores: readonly number[], at: number): number {
  const mean = scores.reduce((sum, each) => sum + each) / scores.length;
  const deviation = Math.sqrt(
    scores.map((each) => (each - mean) ** 2).reduce((sum, each) => sum + each) / scores.length,
  );
  return deviation === 0 ? 0 : ((scores[at] ?? Number.NaN) - mean) / deviation;
}

describe("fuse()", () => {
  it("agrees with a weighted sum of z-scores computed naively", () => {
    assert(
      property(signals, (given) => {
        const fused = fuse(given);
        for (const at of given[0]?.scores.keys() ?? []) {
          const expected = given.reduce((sum, { weight: share, scores }) => sum + share * zScore([...scores], at), 0);
          expect(fused[at]).toBeCloseTo(expected, 9);
        }
      }),
    );
  });

  it("lets a signal that says the same of every document add nothing", () => {
    const telling = { weight: 0.5, scores: Float64Array.of(1, 4, 2) };
    const constant = { weight: 0.5, scores: Float64Array.of(0.1, 0.1, 0.1) };
    expect(fuse([telling, constant])).toEqual(fuse([telling]));
  });

  it("lets rounding in a constant signal add nothing", () => {
    const rounded = { weight: 1, scores: Float64Array.of(0.3, 0.1 + 0.2, 0.3) };
    expect(fuse([rounded])).toEqual(Float64Array.of(0, 0, 0));
  });

  it("does not care for the unit of a signal", () => {
    const metres = fuse([{ weight: 1, scores: Float64Array.of(1, 2, 4) }]);
    const millimetres = fuse([{ weight: 1, scores: Float64Array.of(5001, 5002, 5004) }]);
    for (const [at, value] of metres.entries()) expect(millimetres[at]).toBeCloseTo(value, 9);
  });

  it("lets a signal of weight 0 add nothing", () => {
    const one = { weight: 1, scores: Float64Array.of(1, 2, 3) };
    expect(fuse([one, { weight: 0, scores: Float64Array.of(9, 1, 5) }])).toEqual(fuse([one]));
  });

  it("gives documents the same score that no signal tells apart", () => {
    const fused = fuse([
      { weight: 0.7, scores: Float64Array.of(2, 5, 2) },
      { weight: 0.3, scores: Float64Array.of(1, 0, 1) },
    ]);
    expect(fused[0]).toBe(fused[2]);
  });

  it.each([
    ["no signals", []],
    ["no documents", [{ weight: 1, scores: new Float64Array() }]],
  ])("fuses %s into nothing", (_case, given) => {
    expect(fuse(given)).toEqual(new Float64Array());
  });

  it("scores the only document 0", () => {
    expect(fuse([{ weight: 1, scores: Float64Array.of(7) }])).toEqual(Float64Array.of(0));
  });
});
