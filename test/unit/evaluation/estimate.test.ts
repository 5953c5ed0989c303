import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimate, quantile } from "../../../src/evaluation/estimate.ts";

describe("estimate()", () => {
  test("is sure of values that are all the same", () => {
    expect(estimate([0.5, 0.5, 0.5])).toEqual({ mean: 0.5, low: 0.5, high: 0.5, questions: 3 });
  });

  test("gives about the textbook interval for a share", () => {
    // 80 of 100: 0.8 +- 1.96 * sqrt(0.8 * 0.2 / 100) = 0.8 +- 0.078.
    const { mean, low, high } = estimate(Array.from({ length: 100 }, (_, index) => Number(index < 80)));
    expect(mean).toBe(0.8);
    expect(low).toBeCloseTo(0.722, 1);
    expect(high).toBeCloseTo(0.878, 1);
  });

  test("gives the same interval each time, with the mean inside the values' range", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 }), (values) => {
        const { low, high } = estimate(values);
        expect(estimate(values)).toEqual(estimate(values));
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(high).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
      }),
      { numRuns: 20 },
    );
  });
});

describe("quantile()", () => {
  test("takes the nearest rank, in any order of the values", () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2);
    expect(quantile([4, 1, 3, 2], 0.95)).toBe(4);
    expect(quantile([4, 1, 3, 2], 0)).toBe(1);
  });

  test("of nothing is not a number", () => {
    expect(quantile([], 0.5)).toBeNaN();
  });
});
