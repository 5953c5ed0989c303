import { describe, expect, test } from "vitest";
import { mapConcurrently } from "../../../src/evaluation/map-concurrently.ts";

describe("mapConcurrently()", () => {
  test("gives results in the items' order, whichever is done first", async () => {
    const gates = [0, 1, 2].map(() => Promise.withResolvers<void>());
    const run = mapConcurrently(gates, 3, async (gate) => {
      await gate.promise;
      return gates.indexOf(gate);
    });
    for (const gate of gates.toReversed()) gate.resolve();
    expect(await run).toEqual([0, 1, 2]);
  });

  test.each([1, 2, 5])("has no more than %d under way at once, and no fewer", async (concurrency) => {
    let underWay = 0;
    let most = 0;
    await mapConcurrently(Array.from({ length: 10 }), concurrency, async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await Promise.resolve();
      underWay -= 1;
    });
    expect(most).toBe(concurrency);
  });

  test("fails with what the work threw", async () => {
    await expect(mapConcurrently([1], 2, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  });
});
