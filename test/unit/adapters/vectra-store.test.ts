import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Document } from "@langchain/core/documents";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diskFiles } from "../../../src/adapters/files.ts";
import { VectraStore } from "../../../src/adapters/vectra-store.ts";
import { EmbeddingError, IndexCorruptError, IndexUnwritableError } from "../../../src/domain/errors.ts";
import { HashingEmbeddings } from "../../support/index-embeddings.ts";
import { tempFolder } from "../../support/index-temp-folder.ts";

const makeStore = (folder: string, files = diskFiles) => new VectraStore(new HashingEmbeddings(), { folder, files });
const makeDocument = (title: string) => new Document({ pageContent: `About ${title}`, metadata: { title } });

async function makeFilledStore(folder = tempFolder()) {
  const store = makeStore(folder);
  const vectors = [
    [1, 0],
    [0, 2],
    [3, 3],
  ];
  await store.addVectors(vectors, ["a", "b", "c"].map(makeDocument), { ids: ["a", "b", "c"] });
  return store;
}

describe("VectraStore", () => {
  it("is there for another process once addVectors() returns", async () => {
    const folder = tempFolder();
    await makeFilledStore(folder);
    const other = makeStore(folder);
    expect(await other.ids()).toEqual(["a", "b", "c"]);
    expect(await other.scores([1, 0])).toEqual(Float64Array.of(1, 0, Math.SQRT1_2));
  });

  it("is a Vectra index that Vectra reads by itself", async () => {
    const folder = tempFolder();
    await makeFilledStore(folder);
    const { LocalIndex } = await import("vectra/browser");
    const [item] = await new LocalIndex(folder).queryItems([0, 1], "", 1);
    expect(item).toMatchObject({ score: 1, item: { id: "b", metadata: { title: "b", pageContent: "About b" } } });
  });

  it("scores() agrees with cosines computed naively", async () => {
    const components = fc.integer({ min: -99, max: 99 });
    const vector = fc.array(components, { minLength: 4, maxLength: 4 }).filter((parts) => parts.some(Boolean));
    const corpora = fc.array(vector, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(corpora, vector, async (vectors, query) => {
        const store = makeStore(tempFolder());
        await store.addVectors(
          vectors,
          vectors.map((_, at) => makeDocument(`${at}`)),
        );
        const scores = await store.scores(query);
        for (const [at, stored] of vectors.entries()) {
          const dot = stored.reduce((sum, component, axis) => sum + component * (query[axis] ?? 0), 0);
          expect(scores[at]).toBeCloseTo(dot / (Math.hypot(...stored) * Math.hypot(...query)), 12);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("replaces documents by their ids", async () => {
    const store = await makeFilledStore();
    await store.addVectors([[-1, 0]], [new Document({ id: "a", pageContent: "new" })]);
    expect(await store.ids()).toEqual(["b", "c", "a"]);
    const [found] = await store.similaritySearchVectorWithScore([-1, 0], 1);
    expect(found?.[0].pageContent).toBe("new");
  });

  it("deletes by id, and passes over ids that it does not hold", async () => {
    const store = await makeFilledStore();
    await store.delete({ ids: ["a", "nobody"] });
    expect(await store.ids()).toEqual(["b", "c"]);
  });

  it("filters by metadata", async () => {
    const found = await (await makeFilledStore()).similaritySearchVectorWithScore([1, 0], 3, { title: { $eq: "b" } });
    expect(found.map(([{ id }]) => id)).toEqual(["b"]);
  });

  it("gives vectors back by id, to seven digits", async () => {
    const store = makeStore(tempFolder());
    await store.addVectors([[1 / 3, 1e-9]], [makeDocument("a")], { ids: ["a"] });
    expect(await store.vectors(["a", "nobody"])).toEqual(new Map([["a", [0.3333333, 1e-9]]]));
  });

  it("takes several additions at a time", async () => {
    const folder = tempFolder();
    const store = makeStore(folder);
    const ids = Array.from({ length: 12 }, (_, at) => `p${at}`);
    await Promise.all(ids.map((id) => store.addVectors([[1, 1]], [makeDocument(id)], { ids: [id] })));
    expect(await makeStore(folder).ids()).toEqual(ids);
  });

  it.each([
    ["of another length", [1, 2, 3], "The vector of “d” has 3 dimensions, the index 2."],
    ["not a number", [1, Number.NaN], "The vector of “d” holds something that is no finite number."],
    ["infinite", [1, Infinity], "The vector of “d” holds something that is no finite number."],
    ["all zero", [0, 0], "The vector of “d” is all zero."],
  ])("refuses a vector that is %s, and stays as it was", async (_what, vector, message) => {
    const store = await makeFilledStore();
    const adding = store.addVectors([[1, 1], vector], ["c2", "d"].map(makeDocument));
    await expect(adding).rejects.toThrow(EmbeddingError);
    await expect(adding).rejects.toThrow(message);
    expect(await store.ids()).toEqual(["a", "b", "c"]);
    await store.addVectors([[1, 1]], [makeDocument("e")], { ids: ["e"] });
    expect(await store.ids()).toEqual(["a", "b", "c", "e"]);
  });

  it("refuses a query of another length, or not finite", async () => {
    const store = await makeFilledStore();
    await expect(store.scores([1])).rejects.toThrow("The query's vector has 1 dimensions, the index 2.");
    await expect(store.similaritySearchVectorWithScore([1, Number.NaN], 1)).rejects.toThrow(EmbeddingError);
  });

  it("takes a query of zeros for one that nothing resembles", async () => {
    const store = await makeFilledStore();
    expect(await store.scores([0, 0])).toEqual(new Float64Array(3));
    expect(await store.similaritySearchVectorWithScore([0, 0], 3)).toEqual([]);
  });

  it("passes on why storage refused, and stays as it was", async () => {
    const folder = tempFolder();
    await makeFilledStore(folder);
    const refusal = new IndexUnwritableError("the disk is full");
    const store = makeStore(folder, { ...diskFiles, write: () => Promise.reject(refusal) });
    await expect(store.addVectors([[1, 1]], [makeDocument("d")])).rejects.toBe(refusal);
    expect(await store.ids()).toEqual(["a", "b", "c"]);
  });

  it.each(["", "{", "{}", "null"])("calls an index file of %j corrupt", async (text) => {
    const folder = tempFolder();
    await makeFilledStore(folder);
    expect(readFileSync(join(folder, "index.json"), "utf8")).toContain("About a");
    writeFileSync(join(folder, "index.json"), text);
    await expect(makeStore(folder).ids()).rejects.toThrow(IndexCorruptError);
    await expect(makeStore(join(folder, "nowhere")).scores([1, 0])).rejects.toThrow(IndexCorruptError);
  });
});
