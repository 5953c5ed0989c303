import { describe, expect, it } from "vitest";
import { Snowflakes, byAge } from "../../../src/playground/snowflake.ts";

describe("Snowflakes", () => {
  it("tells the time above bit 22, from 2015 on", () => {
    const ids = new Snowflakes(() => 1_420_070_400_000 + 5);
    expect(BigInt(ids.next()) >> 22n).toBe(5n);
  });

  it("grows in the same millisecond, and when the clock goes back", () => {
    let now = 1_700_000_000_000;
    const ids = new Snowflakes(() => now);
    const made = [ids.next(), ids.next()];
    now -= 1_000;
    made.push(ids.next());
    expect(made.map((id) => ({ id })).toSorted(byAge)).toEqual(made.map((id) => ({ id })));
    expect(new Set(made).size).toBe(3);
  });
});
