import { describe, expect, test } from "vitest";
import { splitStatements } from "../../../src/evaluation/split-statements.ts";

function pairs(text: string): [string, readonly number[]][] {
  return splitStatements(text).map((statement) => [statement.text, statement.marks]);
}

describe("splitStatements()", () => {
  test.each([
    [
      "marks after the stop",
      "It is fast. [1] It is small. [2]",
      [
        ["It is fast.", [1]],
        ["It is small.", [2]],
      ],
    ],
    [
      "marks before the stop",
      "It is fast [1]. It is small [2].",
      [
        ["It is fast", [1]],
        ["It is small", [2]],
      ],
    ],
    ["several marks, each once", "It is fast [1][2], [1].", [["It is fast", [1, 2]]]],
    [
      "marks within a sentence",
      "A is fast [1], and B is not [2].",
      [
        ["A is fast", [1]],
        ["and B is not", [2]],
      ],
    ],
    [
      "a list",
      "- A: fast [1]\n- B: slow [2]",
      [
        ["A: fast", [1]],
        ["B: slow", [2]],
      ],
    ],
    [
      "a sentence that cites nothing",
      "It is fast. It is small [1].",
      [
        ["It is fast.", []],
        ["It is small", [1]],
      ],
    ],
    [
      "an end that cites nothing",
      "It is fast [1]. So are all",
      [
        ["It is fast", [1]],
        ["So are all", []],
      ],
    ],
    ["abbreviations", "They beat e.g. GPT in the U.S. Senate [1].", [["They beat e.g. GPT in the U.S. Senate", [1]]]],
    ["figures", "It gains 3.5 points on v1.2 [1].", [["It gains 3.5 points on v1.2", [1]]]],
  ])("knows %s", (_, text, expected) => {
    expect(pairs(text)).toEqual(expected);
  });

  test("takes headings for no statements", () => {
    expect(pairs("Problem\nIt is slow [1].\n\nBoth papers:\n")).toEqual([["It is slow", [1]]]);
  });

  test("finds nothing in nothing", () => {
    expect(pairs("")).toEqual([]);
    expect(pairs("[1]")).toEqual([]);
  });
});
