import { assert, double, property } from "fast-check";
import { expect, test } from "vitest";
import { probability } from "../../../src/answering/logistic.ts";

const model = { intercept: -1, weights: { fit: 2, doubt: -3 } };

test.each([
  ["an even chance where the weights cancel out", { fit: 0.5 }, 0.5],
  ["the logistic function of the weighted sum", { fit: 2, doubt: 1 }, 1 / (1 + Math.exp(0))],
  ["e to 1 where the sum is 1", { fit: 1 }, Math.E / (1 + Math.E)],
  ["0 for every feature that is missing", {}, 1 / (1 + Math.E)],
  ["nothing for a feature without a weight", { fit: 0.5, hearsay: 100 }, 0.5],
])("probability() counts %s", (_, features, expected) => {
  expect(probability(model, features)).toBeCloseTo(expected, 12);
});

test("probability() stays within 0 and 1, however large the features", () => {
  assert(
    property(double({ noNaN: true }), (fit) => {
      const p = probability(model, { fit });
      expect(p >= 0 && p <= 1).toBe(true);
    }),
  );
});
