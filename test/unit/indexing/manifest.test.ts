import { describe, expect, it } from "vitest";
import { IndexCorruptError, IndexStaleError } from "../../../src/domain/errors.ts";
import { formatManifest, type Manifest, parseManifest } from "../../../src/indexing/manifest.ts";

const MANIFEST: Manifest = {
  schemaVersion: 1,
  generation: "000007",
  builtAt: "2026-01-01T00:00:00.000Z",
  paths: ["papers.jsonl"],
  sources: [{ path: "papers.jsonl", sha256: "00", bytes: 3 }],
  embedding: { model: "corpus", dimensions: 2 },
  recipe: "r1",
  files: { "papers.jsonl": "11" },
  papers: { abc: "22" },
};

const read = (text: string) => () => parseManifest(new TextEncoder().encode(text), "index/manifest.json");
const written = new TextDecoder().decode(formatManifest(MANIFEST));

describe("parseManifest()", () => {
  it("gives back what formatManifest() was given", () => {
    expect(read(written)()).toEqual(MANIFEST);
  });

  it.each(["", "{", "null", "[]", "7", written.slice(0, 100)])("refuses what is no manifest: %j", (text) => {
    expect(read(text)).toThrow(IndexCorruptError);
    expect(read(text)).toThrow(/index\/manifest\.json is truncated.*`npm run footnote -- index`/);
  });

  it.each([
    ["000007", "000008"],
    ["papers.jsonl", "other.jsonl"],
    ["corpus", "openai:x"],
    ['"dimensions": 2', '"dimensions": 3'],
    ['"schemaVersion": 1', '"schemaVersion": "1"'],
  ])("notices that %s became %s", (before, after) => {
    expect(read(written.replace(before, after))).toThrow(IndexCorruptError);
  });

  it("does not mind other white space", () => {
    expect(read(JSON.stringify(JSON.parse(written)))()).toEqual(MANIFEST);
  });

  it("tells a newer schema from an older one", () => {
    expect(read('{"schemaVersion": 2}')).toThrow(IndexStaleError);
    expect(read('{"schemaVersion": 2}')).toThrow(/a newer version of Footnote \(schema 2; this one reads 1\)/);
    expect(read('{"schemaVersion": 0}')).toThrow(/an older version/);
  });
});
