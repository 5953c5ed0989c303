import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { readCorpus, type SourceFile } from "../../src/corpus/read-corpus.ts";
import { normalizeTitle, type Paper } from "../../src/domain/paper.ts";

const PAGES = new URL("../../../shared/corpus/pages/", import.meta.url);
const hasPages = existsSync(PAGES);

function load(path: string, url: URL): SourceFile {
  return { path, bytes: readFileSync(url) };
}

const catalogue = load("corpus/catalogue.jsonl", new URL("../../corpus/catalogue.jsonl", import.meta.url));

function count(papers: readonly Paper[], field: keyof Paper): number {
  return papers.filter((paper) => paper[field] !== undefined).length;
}

function factsById(papers: readonly Paper[]): ReadonlyMap<string, object> {
  return new Map(
    papers.map(({ id, title, published, authorCount, organization, commentCount }) => [
      id,
      { title, published, authorCount, organization, commentCount },
    ]),
  );
}

describe("the shipped catalogue", () => {
  test("is the one that we wrote, to the byte", () => {
    expect(createHash("sha256").update(catalogue.bytes).digest("hex")).toBe(
      "73d0af9ca17de1406cfd39a16aab94d837296826960f41076c2ef30faa43623e",
    );
  });

  test("is read into 829 papers without a problem", () => {
    const { papers, files } = readCorpus([catalogue]);
    expect(papers).toHaveLength(829);
    expect(files).toEqual([{ file: "corpus/catalogue.jsonl", entries: 829, problems: [] }]);
  });
});

describe.skipIf(!hasPages)(`the five saved pages${hasPages ? "" : " (skipped: ../shared is not here)"}`, () => {
  const names = hasPages ? readdirSync(PAGES).toSorted() : [];
  const pages = names.map((name) => load(name, new URL(name, PAGES)));
  const reading = readCorpus(pages);

  test("hold 282, 119, 167, 71 and 262 entries, without a problem", () => {
    expect(reading.files.map((file) => file.entries)).toEqual([282, 119, 167, 71, 262]);
    expect(reading.files.flatMap((file) => file.problems)).toEqual([]);
    expect(reading.entries).toBe(901);
  });

  test("list 829 different papers, 67 of them more than once", () => {
    expect(reading.papers).toHaveLength(829);
    const listings = Map.groupBy(
      pages.flatMap((page) => readCorpus([page]).papers),
      (paper) => normalizeTitle(paper.title),
    );
    // No page lists a paper twice, so that a paper listed more than once is one of several pages.
    expect([...listings.values()].reduce((sum, papers) => sum + papers.length, 0)).toBe(901);
    expect([...listings.values()].filter((papers) => papers.length > 1)).toHaveLength(67);
  });

  test("give 829 abstracts, 161 dates, 159 numbers of authors, 2 organisations and 35 numbers of comments", () => {
    const fields = ["abstract", "published", "authorCount", "organization", "commentCount"] as const;
    expect(fields.map((field) => count(reading.papers, field))).toEqual([829, 161, 159, 2, 35]);
  });

  test("state the same facts as the catalogue", () => {
    expect(factsById(reading.papers)).toEqual(factsById(readCorpus([catalogue]).papers));
  });

  test("join the catalogue without a problem, in any order", () => {
    for (const files of [
      [catalogue, ...pages],
      [...pages, catalogue],
    ]) {
      const joined = readCorpus(files);
      expect(joined.papers).toHaveLength(829);
      expect(joined.files.flatMap((file) => file.problems)).toEqual([]);
      expect(count(joined.papers, "abstract")).toBe(829);
      expect(count(joined.papers, "digest")).toBe(829);
    }
  });
});
