import { expect, test } from "vitest";
import { plainMarkup } from "../../../../src/answering/grounding/plain-markup.ts";

test.each([
  ["bold", "It is **very** __loud__.", "It is very loud."],
  ["emphasis", "It is *very* _loud_.", "It is very loud."],
  ["bold that ends in another sentence", "**Bells ring.", "Bells ring."],
  ["emphasis that begins in another sentence", "Bells ring.*", "Bells ring."],
  ["code", "Use `ring()` or ```loud```.", "Use ring() or loud."],
  ["a heading", "## Bells", "Bells"],
  ["a quote", "> Bells ring.", "Bells ring."],
  ["a row of a table", "| Bells | 3x | loud |", "Bells, 3x, loud"],
  ["the first sentence of a row", "| Bells | 3x.", "Bells, 3x."],
  ["a row without outer pipes", "Bells | 3x | loud", "Bells, 3x, loud"],
  ["the end of a row", "loud |", "loud"],
  ["a rule of a table", "|---|:--:|", ""],
  ["a rule", "---", ""],
  ["a fence", "```json", ""],
  ["an escaped character", String.raw`NOT\_STATED`, "NOT_STATED"],
])("%s becomes plain", (_, raw, text) => {
  expect(plainMarkup(raw, true)).toEqual({ text, isItem: false });
});

test.each([
  "- Bells",
  "* Bells",
  "• Bells",
  "+ Bells",
  "1. Bells",
  "2) Bells",
  "**3.** Bells",
  "- 1. Bells",
  "  - Bells",
])("%j is an item of a list", (raw) => {
  expect(plainMarkup(raw, true)).toEqual({ text: "Bells", isItem: true });
});

test.each([
  "A* beats B*.",
  "snake_case_name",
  "3 * 4",
  "2**10",
  "P(a|b)",
  "P(a | b)",
  "P(a | b) and P(c | d)",
  "the norm |x|",
  "|x| is bounded",
  "-5 points",
  "C# and F#",
  "a ~ b",
  "x_1",
])("%s is no markup and stays", (raw) => {
  expect(plainMarkup(raw, true)).toEqual({ text: raw, isItem: false });
});

test("a bullet within a line is none", () => {
  expect(plainMarkup("- Bells", false)).toEqual({ text: "- Bells", isItem: false });
});
