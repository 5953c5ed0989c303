import { array, assert, constantFrom, property, string, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { splitSentences } from "../../../src/answering/split-sentences.ts";

describe("splitSentences() ends a sentence", () => {
  test.each([
    ["at a full stop", "Bells ring. Towers stand.", ["Bells ring.", "Towers stand."]],
    ["at a question mark and an exclamation mark", "Why? Because! So.", ["Why?", "Because!", "So."]],
    ["behind a closing quote", "He said “Stop.” Then he left.", ["He said “Stop.”", "Then he left."]],
    [
      "behind an address",
      "Code is at https://example.org/a.b. It runs.",
      ["Code is at https://example.org/a.b.", "It runs."],
    ],
    ["at the end of a paragraph", "Bells ring.\n\nTowers stand.", ["Bells ring.", "Towers stand."]],
    ["where the text stops without a mark", "Bells ring. Towers", ["Bells ring.", "Towers"]],
  ])("%s", (_, text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
  });
});

describe("splitSentences() does not end a sentence", () => {
  test.each([
    ["behind e.g.", "It helps speech, e.g. French or Dutch."],
    ["behind e.g. before a capital", "It helps languages, e.g. French."],
    ["behind i.e.", "It is sparse, i.e. Most weights are zero."],
    ["behind et al.", "Miller et al. Show the same."],
    ["behind vs.", "We test bells vs. Drums on a phone."],
    ["behind cf. and Fig.", "It is faster, cf. Fig. 3 and Sec. 4."],
    ["behind Fig. near the end", "It is faster, see Fig. 3."],
    ["behind Eq. and Tab.", "It follows from Eq. 3 and Tab. 2."],
    ["behind an initial", "The method of J. Miller wins."],
    ["in a decimal", "It is 2.7x faster at 0.3 points less."],
    ["in a version", "PyTorch v2.1.0 runs it."],
    ["in an address", "See https://example.org/a.b.html?c=1.2 for code."],
    ["before a lower-case letter", "It beats Yahoo! by far and Who? by more."],
    ["behind a colon", "One thing is sure: Bells ring."],
  ])("%s", (_, text) => {
    expect(splitSentences(text)).toEqual([text]);
  });
});

test.each([
  ["empty text", ""],
  ["blanks", "  \n\t \n "],
])("splitSentences() finds no sentence in %s", (_, text) => {
  expect(splitSentences(text)).toEqual([]);
});

const anyText = string({ unit: "binary", maxLength: 200 });
const prose = array(
  tuple(
    constantFrom(
      "Bells",
      "ring",
      "e.g.",
      "et al.",
      "2.7x",
      "“Stop.”",
      "(cf. Fig. 3)",
      "https://a.example/b.c",
      "J.",
      "…",
    ),
    constantFrom(" ", ". ", "? ", "\n", "\n\n", ".", "; ", " – "),
  ).map((parts) => parts.join("")),
  { maxLength: 40 },
).map((parts) => parts.join(""));

test.each([
  ["any text", anyText],
  ["prose full of abbreviations", prose],
])("splitSentences() loses no character of %s, blanks aside", (_, texts) => {
  assert(
    property(texts, (text) => {
      expect(splitSentences(text).join("").replaceAll(/\s/g, "")).toBe(text.replaceAll(/\s/g, ""));
    }),
  );
});

test("splitSentences() returns whole sentences: trimmed, and none of them blank", () => {
  assert(
    property(prose, (text) => {
      for (const sentence of splitSentences(text)) expect(sentence).toBe(sentence.trim() || "not blank");
    }),
  );
});
