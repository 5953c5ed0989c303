import { describe, expect, test } from "vitest";

import { parseCatalogue } from "../../../src/corpus/parse-catalogue.ts";
import { fixtureText } from "./fixtures.ts";

const TITLE = "Lamps: A Survey";

function reasonsFor(fields: object): readonly string[] {
  return parseCatalogue(JSON.stringify({ title: TITLE, ...fields })).problems.map((problem) => problem.reason);
}

describe("parseCatalogue()", () => {
  test("reads one entry a line, with every field", () => {
    const { entries, problems } = parseCatalogue(fixtureText("catalogue.jsonl"));
    expect(problems).toEqual([]);
    expect(entries.map((entry) => entry.title)).toEqual([
      "Teapot: Steeping Language Models in Fewer Tokens",
      "H$_2$Owl: Night Vision for Underwater Drones",
      "Kites: Cheap Drafts for Slow Models",
    ]);
    expect(entries[2]).toEqual({
      place: "line 3",
      title: "Kites: Cheap Drafts for Slow Models",
      tldr: "Two small drafters double decoding speed.",
      digest: "Small drafting models pull a large one along: with two of them, decoding is 2.1 times as fast.",
      questions: [],
      terms: [],
      published: "2025-02-11",
      organization: "ACME Research Labs",
      commentCount: 2,
    });
  });

  test("reads an abstract where the owner gives one", () => {
    expect(parseCatalogue(JSON.stringify({ title: TITLE, abstract: "We look." })).entries).toEqual([
      { place: "line 1", title: TITLE, abstract: "We look." },
    ]);
  });

  test("reports bad lines by number and reads the rest", () => {
    const lines = ['{"title": "One"}', "{not json", "", "[1]", '{"title": "Two"}', '{"tldr": "No title."}'];
    const { entries, problems } = parseCatalogue(lines.join("\r\n"));
    expect(entries).toEqual([
      { place: "line 1", title: "One" },
      { place: "line 5", title: "Two" },
    ]);
    expect(problems).toEqual([
      { place: "line 2", reason: "no JSON object: left out" },
      { place: "line 4", reason: "no JSON object: left out" },
      {
        place: "line 6",
        reason: '"title" must be a text of at most 500 characters with a letter or a digit: the line is left out',
      },
    ]);
  });

  test.each([7, null, "", "?!", "x".repeat(501)])("leaves out a line with the title %j", (title) => {
    expect(parseCatalogue(JSON.stringify({ title }))).toMatchObject({ entries: [], problems: [{ place: "line 1" }] });
  });

  test("names a key that it does not know, and keeps the entry", () => {
    const { entries, problems } = parseCatalogue(JSON.stringify({ title: TITLE, publishd: "2024-01-01" }));
    expect(entries).toEqual([{ place: "line 1", title: TITLE }]);
    expect(problems).toEqual([{ place: "line 1", reason: 'unknown key "publishd": left out' }]);
  });

  test.each(["__proto__", "constructor", "place"])("takes no key %s", (key) => {
    const { entries, problems } = parseCatalogue(`{"title": "${TITLE}", "${key}": "x"}`);
    expect(entries).toEqual([{ place: "line 1", title: TITLE }]);
    expect(problems).toHaveLength(1);
  });

  test.each([
    { tldr: 3 },
    { digest: " " },
    { abstract: "x".repeat(20_001) },
    { questions: "Why?" },
    { questions: [1] },
    { terms: [""] },
    { links: ["ftp://example.org/"] },
    { links: ["javascript:alert(1)"] },
    { links: ["https://"] },
    { published: "2024-02-30" },
    { published: "Oct 12, 2024" },
    { published: 20241012 },
    { authorCount: 0 },
    { authorCount: 1.5 },
    { authorCount: "3" },
    { organization: "" },
    { commentCount: -1 },
  ])("leaves out the field %j, reports it, and keeps the entry", (fields) => {
    expect(parseCatalogue(JSON.stringify({ title: TITLE, ...fields })).entries).toEqual([
      { place: "line 1", title: TITLE },
    ]);
    expect(reasonsFor(fields)).toEqual([expect.stringMatching(`^"${Object.keys(fields)[0]}" must be .*: left out$`)]);
  });

  test("refuses a line that no entry can need", () => {
    expect(parseCatalogue(`{"title": "${"x".repeat(200_000)}"}`).problems).toEqual([
      { place: "line 1", reason: "longer than 200000 characters: left out" },
    ]);
  });
});
