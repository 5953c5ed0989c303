import { expect, test } from "vitest";
import { closestName } from "../../../src/closest-name.ts";

test.each([
  ["FOOTNOTE_INDX", "FOOTNOTE_INDEX"],
  ["FOOTNOTE_CORPS", "FOOTNOTE_CORPUS"],
  ["FOOTNOTE_CORPUS", "FOOTNOTE_CORPUS"],
])("closestName() takes %s for %s", (misspelt, meant) => {
  expect(closestName(misspelt, ["FOOTNOTE_CORPUS", "FOOTNOTE_INDEX", "FOOTNOTE_DEBUG"])).toBe(meant);
});

test("closestName() keeps the first of names equally close", () => {
  expect(closestName("ac", ["ab", "ad"])).toBe("ab");
});
