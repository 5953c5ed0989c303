import { expect, test } from "vitest";
import { SOURCE_LABELS } from "../../../src/domain/source-labels.ts";
import {
  OUTCOME_WORDS,
  REASON_WORDS,
  SIGNAL_WORDS,
  SOURCE_WORDS,
} from "../../../src/playground/page/view/explanation-words.ts";

test("names the sources of evidence as answers do", () => {
  expect(Object.fromEntries(SOURCE_WORDS)).toEqual(SOURCE_LABELS);
});

test("says of each rule what a sentence did, in a sentence", () => {
  expect(REASON_WORDS.size).toBe(8);
  for (const words of REASON_WORDS.values()) expect(words).toMatch(/^It .+\.$/);
});

test("knows no name that it was not given", () => {
  for (const words of [OUTCOME_WORDS, REASON_WORDS, SIGNAL_WORDS, SOURCE_WORDS])
    expect(words.get("constructor")).toBeUndefined();
});
