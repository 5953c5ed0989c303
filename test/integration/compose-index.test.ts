import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { CorpusUnreadableError } from "../../src/domain/errors.ts";
import { World } from "../support/compose-world.ts";
import { catalogueOf, PAPERS } from "../support/papers.ts";

const FIXTURES = fileURLToPath(new URL("../fixtures/corpus", import.meta.url));
const DATED_PAGE = "spaced-page-with-facts.txt";

describe("index()", () => {
  it("builds an index of every paper, and tells what it holds", async () => {
    const world = new World();
    expect(await world.build()).toEqual({
      files: [{ file: join(world.corpus, "catalogue.jsonl"), entries: 10, problems: [] }],
      entries: 10,
      papers: 10,
      dated: 9,
      withAuthorCount: 0,
      embedded: 10,
      unchanged: 0,
      removed: 0,
      model: "corpus",
      seconds: expect.any(Number),
    });
    expect((await world.opened()).papers).toEqual(PAPERS);
  });

  it("embeds nothing and writes nothing when nothing changed", async () => {
    const world = new World();
    await world.build();
    const { builtAt } = (await world.opened()).manifest;
    expect(await world.build()).toMatchObject({ papers: 10, embedded: 0, unchanged: 10, removed: 0 });
    expect((await world.opened()).manifest).toMatchObject({ generation: "000001", builtAt });
  });

  it("embeds everything anew when forced", async () => {
    const world = new World();
    await world.build();
    expect(await world.build({ force: true })).toMatchObject({ embedded: 10, unchanged: 0 });
    expect((await world.opened()).manifest.generation).toBe("000002");
  });

  it("writes the same files from the same corpus", async () => {
    const [one, other] = [new World(), new World()];
    await Promise.all([one.build(), other.build()]);
    expect((await one.opened()).manifest.files).toEqual((await other.opened()).manifest.files);
  });

  it("builds one index after another, each of the corpus as it then is", async () => {
    const world = new World();
    const workbench = world.workbench();
    await workbench.index({ paths: [], strict: false, force: false });
    world.write("catalogue.jsonl", catalogueOf(PAPERS.toReversed()));
    await workbench.index({ paths: [], strict: false, force: false });
    const { app } = await world.open();
    for (const paper of PAPERS) expect((await app.search(paper.digest ?? "")).papers[0]?.paper).toEqual(paper);
  });

  it("counts the papers that are gone", async () => {
    const world = new World();
    await world.build();
    world.write("catalogue.jsonl", catalogueOf(PAPERS.slice(3)));
    expect(await world.build()).toMatchObject({ papers: 7, removed: 3 });
  });

  it("tells how far it has come, from the reading to the last paper written", async () => {
    const steps: string[] = [];
    await new World().build({ onProgress: ({ step, done, total }) => steps.push(`${step} ${done}/${total}`) });
    expect(steps).toEqual(["reading 1/1", "embedding 0/10", "embedding 10/10", "writing 0/10", "writing 10/10"]);
  });

  it("leaves no index when it is aborted", async () => {
    const world = new World();
    const signal = AbortSignal.abort(new Error("stop"));
    await expect(world.build({ signal })).rejects.toThrow("stop");
    expect(existsSync(join(world.index, "manifest.json"))).toBe(false);
  });
});

describe("index() with paths", () => {
  it("takes the paths instead of the configured corpus, and remembers them", async () => {
    const world = new World();
    const path = world.write("two.jsonl", catalogueOf(PAPERS.slice(0, 2)));
    expect(await world.build({ paths: [path] })).toMatchObject({ papers: 2 });
    expect((await world.opened()).manifest.paths).toEqual([path]);
    expect(await world.build()).toMatchObject({ papers: 2, embedded: 0, unchanged: 2 });
  });

  it("remembers nothing when it takes the configured corpus", async () => {
    const world = new World();
    await world.build();
    expect((await world.opened()).manifest.paths).toBeNull();
  });

  it("forgets the paths for others that are named", async () => {
    const world = new World();
    const two = world.write("two.jsonl", catalogueOf(PAPERS.slice(0, 2)));
    const three = world.write("three.jsonl", catalogueOf(PAPERS.slice(0, 3)));
    await world.build({ paths: [two] });
    await world.build({ paths: [three] });
    expect(await world.build()).toMatchObject({ papers: 3, embedded: 0 });
  });

  it("names a path that is not there, and leaves the index as it was", async () => {
    const world = new World();
    await world.build();
    const building = world.build({ paths: [join(world.corpus, "nowhere.jsonl")] });
    await expect(building).rejects.toThrow(CorpusUnreadableError);
    await expect(building).rejects.toThrow(/nowhere\.jsonl cannot be read/);
    expect((await world.open()).notices).toEqual([]);
  });
});

describe("index() of a corpus with problems", () => {
  const [first, second] = PAPERS;
  const damaged = `${catalogueOf(first ? [first] : [])}{"title": 7}\n${catalogueOf(second ? [second] : [])}not json\n`;

  it("leaves out what it cannot take in, and tells where", async () => {
    const { files, papers, entries } = await new World(damaged).build();
    expect({ papers, entries }).toEqual({ papers: 2, entries: 2 });
    expect(files[0]?.problems).toEqual([
      { place: "line 2", reason: expect.stringContaining("title") },
      { place: "line 4", reason: expect.stringContaining("no JSON object") },
    ]);
  });

  it("fails when strict, names the place, and leaves the index as it was", async () => {
    const world = new World();
    await world.build();
    world.write("catalogue.jsonl", damaged);
    const building = world.build({ strict: true });
    await expect(building).rejects.toThrow(CorpusUnreadableError);
    await expect(building).rejects.toThrow(/catalogue\.jsonl, line 2: .* \(and 1 more\)/);
    expect((await world.opened()).papers).toHaveLength(10);
  });

  it("takes a sound corpus when strict", async () => {
    expect(await new World().build({ strict: true })).toMatchObject({ papers: 10 });
  });

  it.each([
    ["an empty catalogue", ""],
    ["nothing but blank lines", "\n\n"],
    ["nothing but wrong lines", '{"title": 7}\n'],
    ["a text that is no corpus", "Dear diary"],
  ])("fails on %s, which holds no paper, and makes no index", async (_case, text) => {
    const world = new World(text);
    const building = world.build();
    await expect(building).rejects.toThrow(CorpusUnreadableError);
    await expect(building).rejects.toThrow(/catalogue\.jsonl/);
    expect(existsSync(world.index)).toBe(false);
  });
});

describe("index() of pages and a catalogue", () => {
  it("makes one paper of all that is said of it", async () => {
    const world = new World();
    expect(await world.build({ paths: [FIXTURES] })).toMatchObject({ entries: 15, papers: 10 });
    const { papers } = await world.opened();
    expect(papers.find(({ title }) => title.startsWith("Teapot"))).toMatchObject({
      abstract: expect.stringMatching(/^Long prompts are costly to brew\./),
      digest: expect.stringMatching(/^Teapot shortens prompts/),
      terms: ["prompt compression", "context distillation"],
      published: "2023-12-31",
      authorCount: 1,
    });
  });

  it("reports every file, and what contradicts the pages", async () => {
    const { files } = await new World().build({ paths: [FIXTURES] }, { FOOTNOTE_PAGE_YEARS: `${DATED_PAGE}=2021` });
    expect(files.map(({ file, entries }) => [file.slice(FIXTURES.length + 1), entries])).toEqual([
      ["catalogue.jsonl", 3],
      ["compact-page.txt", 4],
      [DATED_PAGE, 5],
      ["spaced-page.txt", 3],
    ]);
    expect(files[0]?.problems).toEqual([
      {
        place: "line 3",
        reason: expect.stringMatching(/^"published" 2025-02-11 differs from 2021-02-11 of .*facts\.txt/),
      },
    ]);
  });

  it.each([
    ["the year after the newest that the page names", {}, "2025-12-31"],
    ["the owner's year", { FOOTNOTE_PAGE_YEARS: `${DATED_PAGE}=2021` }, "2021-12-31"],
  ])("dates a day without a year in %s", async (_case, env, published) => {
    const world = new World();
    await world.build({ paths: [FIXTURES] }, env);
    const paper = (await world.opened()).papers.find(({ title }) => title.startsWith("The Last Day"));
    expect(paper?.published).toBe(published);
  });

  it("builds anew when the owner's year for a page changes", async () => {
    const world = new World();
    await world.build({ paths: [FIXTURES] });
    const summary = await world.build({}, { FOOTNOTE_PAGE_YEARS: `${DATED_PAGE}=2021` });
    expect(summary).toMatchObject({ embedded: 10, unchanged: 0 });
  });

  it("answers from the authors' abstract where a page has it, and from our digest elsewhere", async () => {
    const world = new World();
    await world.build({ paths: [FIXTURES] });
    const { app } = await world.open();
    const ofPage = await app.summarize("Teapot: Steeping Language Models in Fewer Tokens");
    expect(ofPage.citations[0]?.evidence[0]?.source).toBe("abstract");
    const { app: ofCatalogue } = await world.open({ paths: [join(FIXTURES, "catalogue.jsonl")] });
    const ofDigest = await ofCatalogue.summarize("Teapot: Steeping Language Models in Fewer Tokens");
    expect(ofDigest.citations[0]?.evidence[0]?.source).toBe("digest");
  });
});

describe("two builds at once", () => {
  it("make one index between them", async () => {
    const world = new World();
    const [one, other] = await Promise.all([world.open(), world.open()]);
    expect([one.app.papers.length, other.app.papers.length]).toEqual([10, 10]);
    expect(readdirSync(world.index).toSorted()).toEqual(["000001", "build.lock", "manifest.json"]);
  });
});
