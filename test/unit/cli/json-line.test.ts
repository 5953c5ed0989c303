import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonLine } from "../../../src/cli/json-line.ts";

describe("jsonLine()", () => {
  test("keeps the value to the letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(JSON.parse(jsonLine({ text }))).toEqual({ text });
      }),
    );
  });

  test("prints nothing that a terminal or an editor obeys", () => {
    expect(jsonLine("\u009B31m\u007F\u001B\n")).toBe(String.raw`"\u009b31m\u007f\u001b\n"`);
    expect(jsonLine("a\u2028b\u2029c\u202Ed\u2066e")).toBe(String.raw`"a\u2028b\u2029c\u202ed\u2066e"`);
  });
});
