import { describe, expect, it } from "vitest";
import { checkFreshness, type Expectation } from "../../../src/indexing/check-freshness.ts";
import type { Manifest } from "../../../src/indexing/manifest.ts";

const ONE = { path: "a.txt", sha256: "aa", bytes: 1 };
const TWO = { path: "b.txt", sha256: "bb", bytes: 1 };
const EXPECTED: Expectation = { paths: null, sources: [ONE, TWO], model: "corpus", recipe: "r1" };
const MANIFEST: Manifest = {
  schemaVersion: 1,
  generation: "000001",
  builtAt: "2026-01-01T00:00:00.000Z",
  paths: null,
  sources: [ONE, TWO],
  embedding: { model: "corpus", dimensions: 2 },
  recipe: "r1",
  files: {},
  papers: {},
};

describe("checkFreshness()", () => {
  it("finds nothing where nothing changed", () => {
    expect(checkFreshness(MANIFEST, EXPECTED)).toBeUndefined();
  });

  it.each<[string, Partial<Expectation>, string]>([
    ["another model", { model: "openai:x" }, "it was built with the embedding model corpus, not openai:x"],
    ["another recipe", { recipe: "r2" }, "this version of Footnote prepares papers in another way"],
    ["other paths", { paths: ["x", "y"] }, "it was built from the configured corpus, not from x, y"],
    ["a changed source", { sources: [ONE, { ...TWO, sha256: "cc" }] }, "b.txt has changed"],
    ["a new source", { sources: [ONE, TWO, { ...TWO, path: "c.txt" }] }, "c.txt is new"],
    ["a lost source", { sources: [TWO] }, "a.txt is gone"],
    ["another order", { sources: [TWO, ONE] }, "its sources are in another order"],
  ])("tells %s", (_title, change, reason) => {
    expect(checkFreshness(MANIFEST, { ...EXPECTED, ...change })).toBe(reason);
  });
});
