import { createHash } from "node:crypto";

import { describe, expect, test } from "vitest";

import { readCorpus } from "../../../src/corpus/read-corpus.ts";
import { fixture, sourceFile } from "./fixtures.ts";

const CATALOGUE = fixture("catalogue.jsonl");
const PAGES = ["compact-page.txt", "spaced-page.txt", "spaced-page-with-facts.txt"].map(fixture);

function catalogue(path: string, ...entries: readonly object[]) {
  return sourceFile(path, entries.map((entry) => JSON.stringify(entry)).join("\n"));
}

function page(path: string, title: string, abstract: string, ...facts: readonly string[]) {
  const text = ["Get trending papers in your email inbox!", "Subscribe", title, abstract, facts.join("\n")].join(
    "\n\n",
  );
  return sourceFile(path, text);
}

describe("readCorpus()", () => {
  test("counts entries and different papers", () => {
    const reading = readCorpus([CATALOGUE, ...PAGES]);
    expect(reading.files).toEqual([
      { file: "catalogue.jsonl", entries: 3, problems: [] },
      { file: "compact-page.txt", entries: 4, problems: [] },
      { file: "spaced-page.txt", entries: 3, problems: [] },
      { file: "spaced-page-with-facts.txt", entries: 5, problems: [] },
    ]);
    expect(reading.entries).toBe(15);
    expect(reading.papers).toHaveLength(10);
  });

  test("keeps the order of first appearance", () => {
    const titles = readCorpus([CATALOGUE, ...PAGES]).papers.map((paper) => paper.displayTitle);
    expect(titles.slice(0, 5)).toEqual([
      "Teapot: Steeping Language Models in Fewer Tokens",
      "H₂Owl: Night Vision for Underwater Drones",
      "Kites: Cheap Drafts for Slow Models",
      "S³ort: Sorting Networks that Sort Themselves",
      "Do Mice Dream of Gradient Descent?",
    ]);
  });

  test("adds a page's abstract and facts to the catalogue's entry, readable", () => {
    expect(readCorpus([CATALOGUE, ...PAGES]).papers[2]).toEqual({
      id: createHash("sha256").update("kites cheap drafts for slow models").digest("hex").slice(0, 12),
      title: "Kites: Cheap Drafts for Slow Models",
      displayTitle: "Kites: Cheap Drafts for Slow Models",
      abstract:
        "A small kite flies ahead of a large model and pulls it along. With two kites, decoding is 2.1× as fast; a third gets tangled.",
      tldr: "Two small drafters double decoding speed.",
      digest: "Small drafting models pull a large one along: with two of them, decoding is 2.1 times as fast.",
      questions: [],
      terms: [],
      links: [],
      published: "2025-02-11",
      organization: "ACME Research Labs",
      commentCount: 2,
    });
  });

  test("reads no file into no paper", () => {
    expect(readCorpus([])).toEqual({ papers: [], files: [], entries: 0 });
  });

  test("takes a page's bare dates for the year that its name or its path is given", () => {
    const bare = page("pages/bare.txt", "Lamps", "We look.", "·", "Oct 3");
    for (const name of ["bare.txt", "pages/bare.txt"]) {
      expect(readCorpus([bare], { pageYears: { [name]: 2021 } }).papers[0]?.published).toBe("2021-10-03");
    }
    expect(readCorpus([bare], { pageYears: { "other.txt": 2021 } }).papers[0]).not.toHaveProperty("published");
  });
});

describe("readCorpus() on the same paper in several places", () => {
  const facts = { published: "2020-01-01", authorCount: 3 };

  test("keeps the catalogue's title, whichever file comes first", () => {
    const files = [page("a.txt", "LAMPS, a survey", "We look."), catalogue("c.jsonl", { title: "Lamps: A Survey" })];
    for (const order of [files, files.toReversed()]) {
      expect(readCorpus(order).papers.map((paper) => paper.title)).toEqual(["Lamps: A Survey"]);
    }
  });

  test("keeps the page's facts and reports the catalogue's that differ, whichever file comes first", () => {
    const files = [
      catalogue("c.jsonl", { title: "Lamps", ...facts }),
      page("a.txt", "Lamps", "We look.", "  • 3 authors", "·", "Jan 2, 2020"),
    ];
    for (const order of [files, files.toReversed()]) {
      const reading = readCorpus(order);
      expect(reading.papers[0]).toMatchObject({ published: "2020-01-02", authorCount: 3 });
      expect(
        reading.files.flatMap((file) => file.problems.map((problem) => ({ file: file.file, ...problem }))),
      ).toEqual([
        {
          file: "c.jsonl",
          place: "line 1",
          reason: '"published" 2020-01-01 differs from 2020-01-02 of a.txt, entry 1, which is kept',
        },
      ]);
    }
  });

  test("keeps the first page's abstract without a word, and lets a later page fill what is missing", () => {
    const reading = readCorpus([
      page("a.txt", "Lamps", "We look.", "  • 3 authors", "·", "Jan 2, 2020"),
      page("b.txt", "Lamps", "We look again.", "·", "Jan 2, 2020 5"),
    ]);
    expect(reading.papers[0]).toMatchObject({ abstract: "We look.", authorCount: 3, commentCount: 5 });
    expect(reading.files.flatMap((file) => file.problems)).toEqual([]);
  });

  test("reports where a later page's facts differ", () => {
    const reading = readCorpus([
      page("a.txt", "Lamps", "We look.", "·", "Jan 2, 2020 4"),
      page("b.txt", "Lamps", "We look.", "·", "Jan 2, 2020 5"),
    ]);
    expect(reading.papers[0]?.commentCount).toBe(4);
    expect(reading.files[1]?.problems).toEqual([
      { place: "entry 1", reason: '"commentCount" 5 differs from 4 of a.txt, entry 1, which is kept' },
    ]);
  });

  test("reports a catalogue's line that tells a paper's digest anew", () => {
    const reading = readCorpus([
      catalogue(
        "c.jsonl",
        { title: "Lamps", digest: "One.", links: [] },
        { title: "lamps!", digest: "Two.", links: ["https://example.org/"] },
      ),
    ]);
    expect(reading.papers).toMatchObject([{ title: "Lamps", digest: "One.", links: ["https://example.org/"] }]);
    expect(reading.files[0]).toEqual({
      file: "c.jsonl",
      entries: 2,
      problems: [{ place: "line 2", reason: '"digest" differs from that of c.jsonl, line 1, which is kept' }],
    });
  });
});

describe("readCorpus() on what is no corpus", () => {
  test.each([
    ["nothing", new Uint8Array(), "the file is empty"],
    ["only blank lines", new TextEncoder().encode("\n \r\n"), "the file is empty"],
    ["NUL bytes", new Uint8Array([123, 0, 125]), "no text: it holds NUL bytes or is not UTF-8"],
    ["bytes that are not UTF-8", new Uint8Array([72, 0xff, 0xfe]), "no text: it holds NUL bytes or is not UTF-8"],
    [
      "other text",
      new TextEncoder().encode("Dear diary,\n"),
      "neither a catalogue in JSON lines nor a saved page of Hugging Face Daily Papers",
    ],
  ])("reports a file of %s once and reads the others", (_, bytes, reason) => {
    const reading = readCorpus([{ path: "odd.txt", bytes }, CATALOGUE]);
    expect(reading.files[0]).toEqual({ file: "odd.txt", entries: 0, problems: [{ place: "file", reason }] });
    expect(reading.papers).toHaveLength(3);
  });

  test("tells a catalogue by its first character, and by its name where that is no help", () => {
    const text = '{"title": "Lamps"}\n';
    expect(readCorpus([sourceFile("list.txt", `\n${text}`)]).papers).toHaveLength(1);
    expect(readCorpus([sourceFile("list.jsonl", `oops\n${text}`)]).files).toEqual([
      { file: "list.jsonl", entries: 1, problems: [{ place: "line 1", reason: "no JSON object: left out" }] },
    ]);
  });

  test.each([
    ["catalogue", '{"title": "Lamps"}'],
    ["page", "Get trending papers in your email inbox!\nSubscribeLamps\nWe look."],
  ])("reads a %s behind a byte order mark", (_, text) => {
    expect(readCorpus([sourceFile("a.txt", `\uFEFF${text}`)]).papers.map((paper) => paper.title)).toEqual(["Lamps"]);
  });

  test.each(["$", "\\textbf{", "``", "a~", "·\n", "A\n\n", "(", "x. "])(
    "reads 2,000,000 characters of %j without a halt",
    (part) => {
      const text = `Get trending papers in your email inbox!\nSubscribe${part.repeat(2_000_000 / part.length)}`;
      expect(readCorpus([sourceFile("long.txt", text)]).files).toHaveLength(1);
    },
    10_000,
  );
});
