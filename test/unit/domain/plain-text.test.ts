import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainLine, plainText } from "../../../src/domain/plain-text.ts";

describe("plainText()", () => {
  test.each([
    ["a colour", "a \u001B[31mred\u001B[0m title", "a red title"],
    ["a window title", "x\u001B]0;pwned\u0007y", "xy"],
    ["a link", "\u001B]8;;https://example.org\u001B\\text\u001B]8;;\u001B\\", "text"],
    ["a choice of letters", "a\u001B(0b", "ab"],
    ["a string that does not end", "a\u001B]0;b\u001B[31mc", "a]0;bc"],
    ["a lone escape, a bell and a return", "a\u001Bb\u0007c\rd", "abcd"],
    ["an eight-bit control sequence", "a\u009B31mb", "ab"],
    ["marks that reorder", "a\u202Eb\u2066c", "abc"],
    ["nothing else", "é — “quoted” ≥ 5 %\nnext", "é — “quoted” ≥ 5 %\nnext"],
  ])("takes out %s", (_, text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  test("leaves no control character but the line feed, whatever it is given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(plainText(text)).not.toMatch(/(?!\n)\p{Cc}/u);
      }),
    );
  });
});

test("plainLine() gives one line", () => {
  expect(plainLine(" a\n\tb  c ")).toBe("a b c");
});
