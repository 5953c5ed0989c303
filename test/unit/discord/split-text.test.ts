import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitText } from "../../../src/discord/render/split-text.ts";
import { anyText } from "./pages.ts";

describe("splitText()", () => {
  test("leaves alone what fits", () => {
    expect(splitText("One. Two.", 9)).toEqual(["One. Two."]);
  });

  test("splits after a sentence, and keeps its footnotes with it", () => {
    expect(splitText("It is fast. [1] [2] It is small. [1] The end.", 34)).toEqual([
      "It is fast. [1] [2]",
      "It is small. [1] The end.",
    ]);
  });

  test("splits a sentence between words, and a word between characters, never within an escape", () => {
    expect(splitText("alpha beta gamma", 11)).toEqual(["alpha beta", "gamma"]);
    expect(splitText(String.raw`aaa\*\*`, 4)).toEqual(["aaa", String.raw`\*\*`]);
  });

  test("splits sentences that have no spaces between them", () => {
    expect(splitText("これは速い。これは小さい。", 8)).toEqual(["これは速い。", "これは小さい。"]);
  });

  test("loses nothing but white space, and never exceeds the limit", () => {
    const condense = (text: string): string => text.replaceAll(/\s/g, "");
    fc.assert(
      fc.property(anyText(2000), fc.integer({ min: 4, max: 300 }), (text, limit) => {
        const parts = splitText(text, limit);
        expect(condense(parts.join(""))).toBe(condense(text));
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(limit);
          expect(part.trim()).not.toBe("");
        }
      }),
    );
  });
});
