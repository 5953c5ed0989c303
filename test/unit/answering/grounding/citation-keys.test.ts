import { describe, expect, test } from "vitest";
import { CitationKeys } from "../../../../src/answering/grounding/citation-keys.ts";

const keys = new CitationKeys(["q7-1", "q7-2"]);

describe("keys are found and taken out", () => {
  test.each([
    ["in brackets before the full stop", "It rings [q7-1].", "It rings.", ["q7-1"]],
    ["in brackets behind the full stop", "It rings. [q7-1]", "It rings.", ["q7-1"]],
    ["one behind the other", "It rings [q7-2][q7-1].", "It rings.", ["q7-2", "q7-1"]],
    ["in one pair of brackets", "It rings [q7-1, q7-2].", "It rings.", ["q7-1", "q7-2"]],
    ["with a word between", "It rings [q7-1] and [q7-2].", "It rings.", ["q7-1", "q7-2"]],
    ["twice", "It rings [q7-1], and loud [q7-1].", "It rings, and loud.", ["q7-1"]],
    ["in other case and with stray spaces", "It rings [ Q 7 - 1 ].", "It rings.", ["q7-1"]],
    ["with another dash", "It rings [q7–1] [q7\u20112].", "It rings.", ["q7-1", "q7-2"]],
    ["without brackets", "It rings q7-1.", "It rings.", ["q7-1"]],
    ["in parentheses", "It rings (q7-1, q7-2) twice.", "It rings twice.", ["q7-1", "q7-2"]],
    ["in parentheses with a word", "It rings (see [q7-1]).", "It rings.", ["q7-1"]],
    ["in doubled brackets", "It rings [[q7-1]].", "It rings.", ["q7-1"]],
    ["in brackets that do not close, with a space before the number", "It rings [q7- 1.", "It rings.", ["q7-1"]],
    ["in brackets that do not close, with stray spaces", "It rings [Q7 - 1.", "It rings.", ["q7-1"]],
    ["in brackets like these", "It rings 〔q7-1〕.", "It rings.", ["q7-1"]],
    ["without brackets between characters that need no space", "它很快q7-1。", "它很快。", ["q7-1"]],
    ["in other brackets", "它响了【q7-1】。", "它响了。", ["q7-1"]],
    ["with words in their brackets", "It rings [q7-1: from the tower].", "It rings.", ["q7-1"]],
    ["behind an opening that leans on them", "According to [q7-1], it rings.", "It rings.", ["q7-1"]],
    ["in brackets within brackets", "It rings [see [q7-1]].", "It rings.", ["q7-1"]],
    ["cut off at the end of what the model wrote", "It rings [q7-1, q7-", "It rings", ["q7-1"]],
  ])("%s", (_, text, rest, found) => {
    expect(keys.takeOut(text)).toEqual({ text: rest, keys: found });
  });
});

describe("citations that nobody gave are taken out", () => {
  test.each([
    "[q7-9]",
    "q7-99",
    "[q7-]",
    "[1]",
    "[12, 3]",
    "[1-3]",
    "[^3]",
    "[zz9]",
    "[a1-2]",
    "[source]",
    "[Source 3]",
    "[citation needed]",
    "[Smith et al., 2020]",
    "(Smith et al., 2020)",
    "(Smith and Miller, 2020; Jones, 2021)",
    "[]",
    "[[1]]",
    "【3】",
    "〔1〕",
    "⟦2⟧",
    "[²]",
    "[①]",
    "[❶]",
    "[๒]",
    "[ii]",
    "[A]",
    "[*]",
    "[†]",
    "²",
  ])("%s", (citation) => {
    expect(keys.takeOut(`It rings ${citation} loud.`)).toEqual({ text: "It rings loud.", keys: [] });
  });
});

test.each([
  ["v3-1", "It joins DeepSeek V3-0324 and R1."],
  ["s2-1", "It needs accelerators 2-3 times."],
  ["s1-1", "It beats CNNs 1-4%."],
  ["t5-1", "It runs on (FLAN-T5-XXL)."],
  ["n3-1", "It runs on Qwen3-30B-A3B."],
  ["q7-1", "It rings q 7 - 1 times."],
  ["q7-1", "It rings Q7-1."],
  ["q7-1", "It rings at freq7-1."],
  ["q7-1", "It rings at q7-1b."],
])("the key %s does not stand in %j", (key, text) => {
  expect(new CitationKeys([key]).takeOut(text)).toEqual({ text, keys: [] });
});

test.each([
  ["It forecasts².", "It forecasts."],
  ["It forecasts² [q7-1].", "It forecasts."],
  ["It forecasts.² So", "It forecasts. So"],
])("the raised mark in %j goes", (text, rest) => {
  expect(keys.takeOut(text).text).toBe(rest);
});

test.each(["5 m²", "10²", "R²", "O(n²)", "cm².", "a softmax² of it"])("the power in %s stays", (text) => {
  expect(keys.takeOut(text).text).toBe(text);
});

test.each([
  "x[i]",
  "[v]",
  "[K]",
  "[MASK]",
  "[0, 1]",
  "[CLS] and [SEP]",
  "(ImageNet 2012)",
  "(2x)",
  "[0.5]",
  "(see below)",
])("%s is no citation and stays", (text) => {
  expect(keys.takeOut(`It rings ${text} loud.`).text).toBe(`It rings ${text} loud.`);
});

describe("citationLength()", () => {
  test.each([
    ["[q7-1]", 6],
    ["[q7-1] Next", 6],
    ["(q7-1, q7-2)", 12],
    ["q7-1 ", 4],
    ["**[q7-1]", 8],
    ["[[q7-1]]", 8],
    ["[3]", 3],
    ["[MASK]", 0],
    ["(see", 0],
    ["Next", 0],
    ["que", 0],
    ["- item", 0],
  ])("is told of %j: %i", (text, length) => {
    expect(keys.citationLength(text)).toBe(length);
  });

  test.each(["[", "[q7", "[MA", "[[q7-1]", "(", "(q7-1, ", "q", "q7-", "q7-1", "*", "**["])(
    "waits for more than %j",
    (text) => {
      expect(keys.citationLength(text)).toBeUndefined();
    },
  );
});

test.each(["[[1]2]", "[1[q7-1]]", "[[q7-1]", "[q7-1]]", "q7-q7-1", "[1]]", "[[[[3]]]]", "drafts[q7-1]"])(
  "of %j nothing is left that looks like a mark",
  (citation) => {
    expect(keys.takeOut(`It rings ${citation} loud.`).text).toMatch(/^It rings (?:drafts )?loud\.$/u);
  },
);

test.each(["[q7-[9]1]", "[q[9]7-1]", "[q7-1[MASK]q7-2]"])("of %j neither a key nor a mark is left", (citation) => {
  expect(keys.takeOut(`It rings ${citation} loud.`).text).not.toMatch(/\[\s*\d|q\s*7/iu);
});

test.each(["[q", "[q7", "(q7", "[q7-", "[q7-1, ", "[q7-1, q", "["])(
  "%j at the end is half a citation and goes",
  (half) => {
    expect(keys.takeOut(`It rings ${half}`).text).toBe("It rings");
  },
);

test("without keys there is nothing to know, and made-up citations still go", () => {
  expect(new CitationKeys([]).takeOut("It rings [q7-1] [1].")).toEqual({ text: "It rings.", keys: [] });
});
