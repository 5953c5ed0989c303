import { assert, constantFrom, integer, property, string, uniqueArray } from "fast-check";
import { describe, expect, it } from "vitest";
import { normalizeTitle } from "../../../src/domain/paper.ts";
import { TitleLookup } from "../../../src/retrieval/title-lookup.ts";
import { inventPaper, PAPERS, paperAt } from "../../support/papers.ts";

const lookup = new TitleLookup(PAPERS);

const word = constantFrom(
  "kettle",
  "night",
  "trains",
  "bees",
  "tidal",
  "attention",
  "for",
  "of",
  "learning",
  "deep",
  "4",
);
const title = uniqueArray(word, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(" "));
const titles = uniqueArray(title, { minLength: 1, maxLength: 8, selector: normalizeTitle });

function first(query: string): string | undefined {
  return lookup.find(query)[0]?.title;
}

describe("TitleLookup find()", () => {
  it.each<[string, string, string]>([
    ["whole", "An Honest Benchmark of Weather Lore", "An Honest"],
    ["in lower case without its marks", "do robots fold laundry in their sleep", "Do Robots"],
    ["in part", "robots laundry", "Do Robots"],
    ["from its middle", "acoustic monitoring of hives", "Listening to Bees"],
    ["from its end", "still life painting", "Quantised"],
    ["misspelt", "quantizd marmelade", "Quantised"],
    ["with a letter too many in each word", "ferrry schedulles clluster", "Ferry"],
    ["with swapped letters", "tidla attnetion", "Tidal"],
    ["reordered", "lore weather benchmark honest", "An Honest"],
    ["with words run together", "nighttrains", "Night Trains"],
    ["with a word torn apart", "kettle net", "KettleNet"],
    ["by the initials of its words", "DRFL", "Do Robots"],
    ["by initials and a word", "pfo orchards", "Prior-Fitted"],
    ["by beginnings of words", "quant marm four", "Quantised"],
    ["while it is being typed", "glyphg", "GlyphGuard"],
    ["with a number joined on", "glyphguard2", "GlyphGuard"],
    ["in full-width letters", "ＫＥＴＴＬＥＮＥＴ", "KettleNet"],
  ])("finds a title given %s", (_case, query, start) => {
    expect(first(query)).toBe(paperAt(start).title);
  });

  it("finds a title by itself, whatever other titles there are", () => {
    assert(
      property(titles, (all) => {
        const made = new TitleLookup(all.map((each) => inventPaper(each)));
        for (const each of all) expect(made.find(each)[0]?.title).toBe(each);
      }),
      { numRuns: 50 },
    );
  });

  it.each(["", "   ", "?!"])("gives the first papers of the corpus for “%s”", (query) => {
    expect(lookup.find(query, 3)).toEqual(PAPERS.slice(0, 3));
  });

  it("finds nothing that resembles nonsense", () => {
    expect(lookup.find("zzzzqqq xxyyzz")).toEqual([]);
  });

  it("gives as many as asked for at the most, 10 if not told", () => {
    const many = new TitleLookup(Array.from({ length: 30 }, (_, at) => inventPaper(`Night Trains ${at}`)));
    expect(many.find("night trains")).toHaveLength(10);
    expect(many.find("night trains", 25)).toHaveLength(25);
    expect(many.find("", 25)).toHaveLength(25);
  });

  it("finds nothing without papers", () => {
    const empty = new TitleLookup([]);
    expect([empty.find(""), empty.find("kettle")]).toEqual([[], []]);
  });

  it("reads only the first 300 characters of a query", () => {
    const query = "tidal attention ".padEnd(300, " ");
    expect(lookup.find(`${query} kettlenet`)).toEqual(lookup.find(query));
  });

  it("takes a query of 100,000 characters in no more than a moment", () => {
    const long = new TitleLookup(
      Array.from({ length: 5000 }, (_, at) => inventPaper(`${PAPERS[at % 10]?.title} ${at}`)),
    );
    const query = "tidal attention ".repeat(6250);
    const started = performance.now();
    expect(long.find(query)[0]?.title).toMatch(/^Tidal Attention/);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it("takes any text without failing, and gives papers of the corpus", () => {
    assert(
      property(string({ unit: "binary", maxLength: 80 }), integer({ min: 0, max: 12 }), (query, limit) => {
        const found = lookup.find(query, limit);
        expect(found.length).toBeLessThanOrEqual(limit);
        expect(new Set(found).size).toBe(found.length);
        expect(found.every((paper) => PAPERS.includes(paper))).toBe(true);
      }),
    );
  });
});

describe("TitleLookup identify()", () => {
  it("picks the paper whose whole title is given, as people type it", () => {
    for (const paper of PAPERS) {
      expect(lookup.identify(paper.title)).toBe(paper);
      expect(lookup.identify(`  ${paper.title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "  ")} `)).toBe(paper);
    }
  });

  it("picks the paper whose title begins with what is given, up to the colon", () => {
    expect(lookup.identify("kettlenet")).toBe(paperAt("KettleNet"));
    expect(lookup.identify("Night trains as schedulers")).toBe(paperAt("Night Trains"));
  });

  it("picks the paper of which most words are given, and no others", () => {
    expect(lookup.identify("honest benchmark weather lore")).toBe(paperAt("An Honest"));
  });

  it.each([
    "weather",
    "boiling water detection",
    "scheduling jobs on a cluster",
    "attention",
    "acoustic monitoring with microphones",
    "long context language models",
    "What do robots fold?",
    "",
    "?!",
  ])("picks nothing for “%s”, which is a topic", (text) => {
    expect(lookup.identify(text)).toBeUndefined();
  });

  it("picks nothing by a head that two titles share", () => {
    const twins = new TitleLookup([
      inventPaper("Teapot: First Leaves of Spring"),
      inventPaper("Teapot: Second Leaves of Autumn"),
    ]);
    expect(twins.identify("teapot")).toBeUndefined();
  });

  it("picks the whole title before a head of the same words", () => {
    const short = inventPaper("Teapot");
    const twins = new TitleLookup([inventPaper("Teapot: Second Leaves"), short]);
    expect(twins.identify("teapot")).toBe(short);
  });

  it("picks each of any titles by itself", () => {
    assert(
      property(titles, (all) => {
        const made = new TitleLookup(all.map((each) => inventPaper(each)));
        for (const each of all) expect(made.identify(each)?.title).toBe(each);
      }),
      { numRuns: 50 },
    );
  });
});
