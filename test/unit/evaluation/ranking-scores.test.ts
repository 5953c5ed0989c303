import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ndcgAt, recallAt, reciprocalRankAt } from "../../../src/evaluation/ranking-scores.ts";

const titles = fc.uniqueArray(fc.constantFrom(..."abcdefghijklmnopqrst".split("")), { minLength: 1 });
const cases = fc.record({ ranking: titles, relevant: titles, k: fc.integer({ min: 1, max: 20 }) });

describe("recallAt()", () => {
  test("is the share of the relevant titles among the first k", () => {
    expect(recallAt(2, ["a", "b", "c"], ["b", "c"])).toBe(0.5);
    expect(recallAt(1, ["a"], ["b"])).toBe(0);
    expect(recallAt(5, [], ["b"])).toBe(0);
  });

  test("never falls as k grows", () => {
    fc.assert(
      fc.property(cases, ({ ranking, relevant, k }) => {
        expect(recallAt(k + 1, ranking, relevant)).toBeGreaterThanOrEqual(recallAt(k, ranking, relevant));
      }),
    );
  });
});

describe("reciprocalRankAt()", () => {
  test("is 1 / the place of the first relevant title", () => {
    expect(reciprocalRankAt(10, ["a", "b", "c"], ["c", "b"])).toBe(1 / 2);
  });

  test("is 0 when the first k hold no relevant title", () => {
    expect(reciprocalRankAt(2, ["a", "b", "c"], ["c"])).toBe(0);
  });
});

describe("ndcgAt()", () => {
  test("agrees with a sum by hand", () => {
    // Relevant at places 1 and 3 of three relevant: (1/log2(2) + 1/log2(4)) / (1/log2(2) + 1/log2(3) + 1/log2(4)).
    expect(ndcgAt(10, ["a", "x", "b", "y"], ["a", "b", "c"])).toBeCloseTo(1.5 / (1.5 + 1 / Math.log2(3)), 12);
  });

  test("is 1 for a ranking that begins with the relevant titles, in any order", () => {
    fc.assert(
      fc.property(cases, ({ ranking, relevant, k }) => {
        const others = ranking.filter((title) => !relevant.includes(title));
        expect(ndcgAt(k, [...relevant.toReversed(), ...others], relevant)).toBeCloseTo(1, 12);
      }),
    );
  });

  test("lies between 0 and 1, and does not fall when a relevant title moves up one place", () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ ranking, relevant, k }, seed) => {
        const before = ndcgAt(k, ranking, relevant);
        expect(before).toBeGreaterThanOrEqual(0);
        expect(before).toBeLessThanOrEqual(1 + 1e-12);
        const place = seed % ranking.length;
        const moving = ranking[place];
        if (place === 0 || moving === undefined || !relevant.includes(moving)) return;
        const moved = ranking.toSpliced(place, 1).toSpliced(place - 1, 0, moving);
        expect(ndcgAt(k, moved, relevant)).toBeGreaterThanOrEqual(before - 1e-12);
      }),
    );
  });
});
