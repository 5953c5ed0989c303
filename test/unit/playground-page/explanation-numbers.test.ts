import { describe, expect, test } from "vitest";
import {
  formatCost,
  formatCount,
  formatMilliseconds,
  formatScore,
  greatestBySignal,
  shareOf,
} from "../../../src/playground/page/view/explanation-numbers.ts";

test.for([
  [0, "< 0.1 ms"],
  [0.049, "< 0.1 ms"],
  [0.05, "0.1 ms"],
  [0.34, "0.3 ms"],
  [9.94, "9.9 ms"],
  [9.96, "10 ms"],
  [12.4, "12 ms"],
  [999.4, "999 ms"],
  [999.6, "1.0 s"],
  [1423.8, "1.4 s"],
  [9960, "10 s"],
  [72_300, "72 s"],
  [1e9, "1,000,000 s"],
  [NaN, "–"],
] as const)("writes %d ms as %s", ([ms, text]) => {
  expect(formatMilliseconds(ms)).toBe(text);
});

test.for([
  [10.382, "10.4"],
  [54.041, "54"],
  [0.43652, "0.437"],
  [-0.1234, "-0.123"],
  [-0, "0"],
  [Infinity, "–"],
] as const)("writes the score %d as %s", ([score, text]) => {
  expect(formatScore(score)).toBe(text);
});

test("writes counts with their thousands apart, and fractions of a cent", () => {
  expect(formatCount(1_234_567)).toBe("1,234,567");
  expect(formatCost(0.001234)).toBe("$0.00123");
  expect(formatCount(NaN)).toBe("–");
  expect(formatCost(NaN)).toBe("–");
});

describe("bars", () => {
  test.for([
    { value: 5, greatest: 10, share: 0.5 },
    { value: 10, greatest: 10, share: 1 },
    { value: 11, greatest: 10, share: 1 },
    { value: -1, greatest: 10, share: 0 },
    { value: -1, greatest: -1, share: 0 },
    { value: 0, greatest: 0, share: 0 },
    { value: NaN, greatest: 10, share: 0 },
    { value: 1, greatest: -Infinity, share: 0 },
  ])("fill $share for $value of $greatest", ({ value, greatest, share }) => {
    expect(shareOf(value, greatest)).toBe(share);
  });

  test("are measured by the greatest of each signal, whichever papers have it", () => {
    const greatest = greatestBySignal([{ words: 3, vectors: -0.2 }, { words: 7 }, { vectors: -0.1, constructor: 2 }]);
    expect(Object.fromEntries(greatest)).toEqual({ words: 7, vectors: -0.1, constructor: 2 });
  });
});
