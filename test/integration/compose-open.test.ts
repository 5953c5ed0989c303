import { mkdirSync, readdirSync, renameSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Document } from "@langchain/core/documents";
import { describe, expect, it } from "vitest";
import { diskFiles } from "../../src/adapters/files.ts";
import { VectraStore } from "../../src/adapters/vectra-store.ts";
import { readCorpusEmbeddings, readLexicon } from "../../src/composition/corpus-model.ts";
import { CorpusUnreadableError, IndexCorruptError, IndexStaleError } from "../../src/domain/errors.ts";
import { World } from "../support/compose-world.ts";
import { catalogueOf, PAPERS, paperAt } from "../support/papers.ts";

/** The store of the current generation, opened as if by somebody else. */
async function openStore(world: World): Promise<VectraStore> {
  const opened = await world.opened();
  const artifact = (name: string) => opened.artifact(name);
  const embeddings = readCorpusEmbeddings(artifact, readLexicon(artifact));
  return new VectraStore(embeddings, { folder: opened.vectorsFolder, files: diskFiles });
}

describe("open()", () => {
  it("builds the index where there is none, and says so", async () => {
    const world = new World();
    const { app, notices } = await world.open();
    expect(app.papers).toEqual(PAPERS);
    expect(notices).toEqual([
      `There is no index in ${world.index} yet: building it, once.`,
      expect.stringMatching(/^Indexed 10 papers in \d+\.\d s\.$/),
    ]);
  });

  it("takes the index that is there, and says nothing", async () => {
    const world = new World();
    await world.build();
    const { app, notices } = await world.open();
    expect(app.papers).toEqual(PAPERS);
    expect(notices).toEqual([]);
    expect(readdirSync(world.index).toSorted()).toEqual(["000001", "build.lock", "manifest.json"]);
  });

  it("builds the index anew when its folder was deleted", async () => {
    const world = new World();
    await world.open();
    world.removeIndex();
    const { app, notices } = await world.open();
    expect(app.papers).toHaveLength(10);
    expect(notices[0]).toBe(`There is no index in ${world.index} yet: building it, once.`);
  });

  it("builds the index in a folder that holds nothing but a note", async () => {
    const world = new World();
    mkdirSync(world.index);
    writeFileSync(join(world.index, "README.md"), "Generated.");
    expect((await world.open()).app.papers).toHaveLength(10);
    expect(readdirSync(world.index)).toContain("README.md");
  });

  it("leaves an app that is open able to answer when the index is deleted", async () => {
    const world = new World();
    const { app } = await world.open();
    world.removeIndex();
    expect((await app.search("boiling water")).papers[0]?.paper).toEqual(paperAt("KettleNet"));
  });

  it("tells how many entries had problems while it built", async () => {
    const { notices } = await new World(`${catalogueOf(PAPERS)}not json\n`).open();
    expect(notices[1]).toMatch(/ 1 problem on the way: see `npm run footnote -- index`\.$/);
  });

  it("fails on a corpus without papers, and makes no index", async () => {
    const world = new World("");
    await expect(world.open()).rejects.toThrow(CorpusUnreadableError);
    expect((await world.open({ paths: [world.write("one.jsonl", catalogueOf(PAPERS))] })).app.papers).toHaveLength(10);
  });
});

describe("open() on an index of the corpus model that is out of date", () => {
  it("builds it anew when a source changed, and says which", async () => {
    const world = new World();
    await world.build();
    const path = world.write("catalogue.jsonl", catalogueOf(PAPERS.slice(0, 4)));
    const { app, notices } = await world.open();
    expect(app.papers).toEqual(PAPERS.slice(0, 4));
    expect(notices).toEqual([
      `The index in ${world.index} is out of date (${path} has changed): building it anew.`,
      expect.stringMatching(/^Indexed 4 papers in /),
    ]);
    expect((await world.open()).notices).toEqual([]);
  });

  it("builds it anew when a source was added, and when it is gone again", async () => {
    const world = new World(catalogueOf(PAPERS.slice(0, 4)));
    await world.build();
    const path = world.write("more.jsonl", catalogueOf(PAPERS.slice(4)));
    const added = await world.open();
    expect(added.notices[0]).toContain(`(${path} is new)`);
    expect(added.app.papers).toHaveLength(10);
    rmSync(path);
    const removed = await world.open();
    expect(removed.notices[0]).toContain(`(${path} is gone)`);
    expect(removed.app.papers).toHaveLength(4);
  });

  it("builds it anew when an earlier version prepared papers in another way", async () => {
    const world = new World();
    await world.build();
    world.forgeManifest({ recipe: "an earlier one" });
    const { notices } = await world.open();
    expect(notices[0]).toContain("(this version of Footnote prepares papers in another way)");
  });

  it("builds it anew from other paths when they are named", async () => {
    const world = new World();
    await world.build();
    const path = world.write("two.jsonl", catalogueOf(PAPERS.slice(0, 2)));
    const { app, notices } = await world.open({ paths: [path] });
    expect(app.papers).toHaveLength(2);
    expect(notices[0]).toContain(`(it was built from the configured corpus, not from ${path})`);
  });

  it("takes the paths that the index remembers, whatever is configured", async () => {
    const world = new World();
    await world.build({ paths: [world.write("two.jsonl", catalogueOf(PAPERS.slice(0, 2)))] });
    const { app, notices } = await world.open();
    expect(app.papers).toHaveLength(2);
    expect(notices).toEqual([]);
  });

  it("names a remembered path that is gone", async () => {
    const world = new World();
    const path = world.write("two.jsonl", catalogueOf(PAPERS.slice(0, 2)));
    await world.build({ paths: [path] });
    renameSync(path, `${path}.gone`);
    await expect(world.open()).rejects.toThrow(`${path} cannot be read`);
  });
});

describe("open() on an index that cannot be used", () => {
  const elsewhere = { FOOTNOTE_EMBEDDING: "openai", FOOTNOTE_EMBEDDING_BASE_URL: "http://127.0.0.1:1/v1" };

  it("refuses an index of another model, and names the command that mends it", async () => {
    const world = new World();
    await world.build();
    const opening = world.open({}, elsewhere);
    await expect(opening).rejects.toThrow(IndexStaleError);
    await expect(opening).rejects.toThrow(
      `The index in ${world.index} cannot be used: it was built with the embedding model corpus, ` +
        "not openai:text-embedding-3-small. Run `npm run footnote -- index` to build it anew.",
    );
    expect((await world.open()).notices).toEqual([]);
  });

  it.each(["papers.jsonl", "words.postings", "characters.postings", "latent-space.bin", "vectors/index.json"])(
    "refuses an index whose %s was cut short, and a build mends it",
    async (name) => {
      const world = new World();
      await world.build();
      truncateSync(join(world.index, "000001", name), 20);
      const opening = world.open();
      await expect(opening).rejects.toThrow(IndexCorruptError);
      await expect(opening).rejects.toThrow(new RegExp(`${name}.*Run \`npm run footnote -- index\``));
      expect(await world.build()).toMatchObject({ papers: 10, embedded: 10 });
      expect((await world.open()).notices).toEqual([]);
    },
  );

  it("refuses an index whose manifest was cut short", async () => {
    const world = new World();
    await world.build();
    truncateSync(join(world.index, "manifest.json"), 99);
    await expect(world.open()).rejects.toThrow(IndexCorruptError);
  });

  it("forgets the remembered paths of a manifest that was cut short", async () => {
    const world = new World();
    await world.build({ paths: [world.write("two.jsonl", catalogueOf(PAPERS.slice(0, 2)))] });
    rmSync(join(world.corpus, "two.jsonl"));
    truncateSync(join(world.index, "manifest.json"), 99);
    expect(await world.build()).toMatchObject({ papers: 10 });
  });

  it("refuses vectors that are not those of the papers beside them", async () => {
    const world = new World();
    await world.build();
    await (await openStore(world)).delete({ ids: [paperAt("Ferry").id] });
    world.forgeManifest();
    const opening = world.open();
    await expect(opening).rejects.toThrow(IndexCorruptError);
    await expect(opening).rejects.toThrow(/are not those of the papers beside them\. Run `npm run footnote -- index`/);
  });
});

describe("the vectors of a ranking", () => {
  const QUERY = "how do ferries and trains keep a schedule?";

  it("are the cosines that the store on disk gives", async () => {
    const world = new World();
    const { app } = await world.open();
    const found = await (await openStore(world)).similaritySearchWithScore(QUERY, 10);
    const stored = new Map(found.map(([{ id }, score]) => [id, score]));
    const { papers } = await app.search(QUERY);
    expect(papers.map(({ signals }) => signals["vectors"])).toEqual(papers.map(({ paper }) => stored.get(paper.id)));
  });

  it("turn round when the vectors on disk do", async () => {
    const world = new World();
    const { app: before } = await world.open();
    const store = await openStore(world);
    const ids = await store.ids();
    const vectors = await store.vectors(ids);
    const turned = ids.map((id) => (vectors.get(id) ?? []).map((component) => -component));
    const documents = ids.map((id) => new Document({ id, pageContent: "" }));
    await store.addVectors(turned, documents, { ids });
    world.forgeManifest();
    const { app: after } = await world.open();
    const cosines = await Promise.all(
      [before, after].map(async (app) => {
        const { papers } = await app.search(QUERY);
        return new Map(papers.map(({ paper, signals }) => [paper.id, signals["vectors"] ?? Number.NaN]));
      }),
    );
    for (const id of ids) expect(cosines[1]?.get(id)).toBe(-(cosines[0]?.get(id) ?? Number.NaN));
  });
});

describe("an opened app", () => {
  it("finds titles, related papers and summaries over the index", async () => {
    const { app } = await new World().open();
    const kettle = paperAt("KettleNet");
    expect(app.findTitles("ketlenet spikng")[0]).toEqual(kettle);
    expect((await app.related(kettle, 1)).map(({ paper }) => paper)).toEqual([paperAt("Listening to Bees")]);
    expect(await app.summarize("kettlenet", { length: "short" })).toMatchObject({
      outcome: "answered",
      kind: "summary",
      text: "KettleNet hears when water boils, with spiking neurons, at 3 mW. [1]",
    });
  });

  it("filters a search, and tells how many undated papers it left out", async () => {
    const { app } = await new World().open();
    const { papers, undated } = await app.search("schedules of trains", { filters: { since: "2024-01-01" } });
    expect(papers.every(({ paper }) => (paper.published ?? "") >= "2024-01-01")).toBe(true);
    expect({ found: papers.length, undated }).toEqual({ found: 4, undated: 1 });
  });

  it("ranks the same before and after the index was read back from disk", async () => {
    const world = new World();
    const { app: built } = await world.open();
    const { app: reopened } = await world.open();
    expect(await reopened.search("night")).toEqual(await built.search("night"));
  });
});

describe("ablations()", () => {
  it("rank with each part of the search alone and without it, the product itself first", async () => {
    const world = new World();
    const { app } = await world.open();
    const ablations = await world.workbench().ablations();
    const rankings = await Promise.all(ablations.map((ablation) => ablation.rank("boiling water in a kettle")));
    const { papers } = await app.search("boiling water in a kettle", { limit: 20 });
    expect(ablations[0]?.name).toBe("the product");
    expect(rankings[0]).toEqual(papers.map(({ paper }) => paper.title));
    for (const ranking of rankings) expect(ranking[0]).toBe(paperAt("KettleNet").title);
  });
});
