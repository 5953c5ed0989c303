import { describe, expect, test } from "vitest";
import { coverage, mass } from "../../../src/answering/vocabulary.ts";
import { flatVocabulary } from "../../support/answering-engine.ts";

const rare = { ...flatVocabulary(), idf: (term: string) => (term === "rare" ? 3 : 1) };

test("mass() adds up how telling the terms are", () => {
  expect(mass(["rare", "plain", "other"], rare)).toBe(5);
});

describe("coverage()", () => {
  test("is the share of the wanted weight that is held, not the share of the wanted terms", () => {
    expect(coverage(new Set(["rare", "plain"]), new Set(["rare"]), rare)).toBe(0.75);
  });

  test("does not count what nobody wants", () => {
    expect(coverage(new Set(["plain"]), new Set(["rare"]), rare)).toBe(0);
  });

  test("is 0 when nothing is wanted", () => {
    expect(coverage(new Set(), new Set(["rare"]), rare)).toBe(0);
  });
});
