import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { settledText, wrapText } from "../../../src/cli/wrap-text.ts";

describe("wrapText()", () => {
  test("breaks at spaces, no line wider than the width", () => {
    expect(wrapText("one two three four", 9)).toBe("one two\nthree\nfour");
  });

  test("keeps the text's own line breaks", () => {
    expect(wrapText("one\n\ntwo", 80)).toBe("one\n\ntwo");
  });

  test("hangs list items under their first word", () => {
    expect(wrapText("- one two three\n12. four five", 9)).toBe("- one two\n  three\n12. four\n    five");
  });

  test("indents every line", () => {
    expect(wrapText("one two", 6, "  ")).toBe("  one\n  two");
  });

  test("lets a word that is longer than the width stand alone", () => {
    expect(wrapText("see https://example.org/long now", 10)).toBe("see\nhttps://example.org/long\nnow");
  });

  test("neither loses nor adds a word, and is too wide only for one word", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(word), fc.integer({ min: 1, max: 30 }), (words, width) => {
        const lines = wrapText(words.join(" "), width).split("\n");
        expect(lines.join(" ")).toBe(words.join(" "));
        for (const line of lines) expect(line.length <= width || !line.includes(" ")).toBe(true);
      }),
    );
  });
});

describe("settledText()", () => {
  const growing = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "-", "1", ".", "[1]"), maxLength: 60 });
  const between = fc.constantFrom(" ", "\n", "\n\n");

  test("wrapped, is what the whole text begins with, however it goes on after a word", () => {
    fc.assert(
      fc.property(growing, between, growing, fc.integer({ min: 1, max: 20 }), (text, gap, rest, width) => {
        const whole = wrapText(`${text}.${gap}${rest}`, width);
        const settled = wrapText(settledText(`${text}.`), width);
        expect(whole.slice(0, settled.length)).toBe(settled);
      }),
      { numRuns: 1000 },
    );
  });

  test("holds back nothing that is whole", () => {
    expect(settledText("one two three. [1]")).toBe("one two three. [1]");
  });

  test("holds back everything from a word with a control character on", () => {
    expect(settledText("one two\u001B[31m three")).toBe("one ");
  });
});
