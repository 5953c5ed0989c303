import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diskFiles } from "../../src/adapters/files.ts";
import {
  CorpusUnreadableError,
  IndexCorruptError,
  IndexLockedError,
  IndexUnwritableError,
} from "../../src/domain/errors.ts";
import { buildIndex } from "../../src/indexing/build-index.ts";
import { type AbortableEmbeddings, pretrainedModel } from "../../src/indexing/pretrained-model.ts";
import type { BuildLock } from "../../src/domain/ports.ts";
import { openIndex } from "../../src/indexing/open-index.ts";
import { makeRequest, makeTools, readBack } from "../support/index-builds.ts";
import { hashingModel } from "../support/index-embeddings.ts";
import { makePaper, makePapers } from "../support/index-papers.ts";
import { tempFolder } from "../support/index-temp-folder.ts";

describe("buildIndex()", () => {
  it.each([0, 1, 2, 10])("builds an index of %i papers that reads back whole", async (count) => {
    const folder = join(tempFolder(), "deep", "index");
    const papers = makePapers(count);
    const report = await buildIndex(makeRequest({ folder, papers }), makeTools());
    expect(report).toMatchObject({ papers: count, embedded: count, unchanged: 0, removed: 0, model: "hashing" });
    expect(report.dimensions).toBe(count === 0 ? 0 : 16);
    const found = await readBack(folder);
    expect(found?.index.papers).toEqual(papers);
    expect(found?.ids).toEqual(papers.map(({ id }) => id));
    expect(found?.comparable).toBe(count);
  });

  it("keeps the artifacts of the model and of the caller", async () => {
    const folder = tempFolder();
    const postings = { name: "postings.bin", bytes: Uint8Array.of(9) };
    const request = makeRequest({ folder, papers: makePapers(1), companions: () => [postings] });
    await buildIndex(request, makeTools());
    const index = await openIndex(folder, diskFiles);
    expect([...(index?.artifact("space.bin") ?? [])]).toEqual([1, 2, 3]);
    expect([...(index?.artifact("postings.bin") ?? [])]).toEqual([9]);
    expect(() => index?.artifact("other.bin")).toThrow(IndexCorruptError);
  });

  it("does nothing when nothing changed, unless forced", async () => {
    const folder = tempFolder();
    const { model, embeddings } = hashingModel();
    const request = makeRequest({ folder, papers: makePapers(3), model });
    await buildIndex(request, makeTools());
    const before = readFileSync(join(folder, "manifest.json"), "utf8");
    const again = await buildIndex(request, makeTools());
    expect(again).toMatchObject({ papers: 3, embedded: 0, unchanged: 3, removed: 0, dimensions: 16 });
    expect(readFileSync(join(folder, "manifest.json"), "utf8")).toBe(before);
    expect(embeddings.embedded).toHaveLength(3);
    expect(await buildIndex({ ...request, force: true }, makeTools())).toMatchObject({ embedded: 3, unchanged: 0 });
    expect(embeddings.embedded).toHaveLength(6);
  });

  it("embeds only what changed where the model is not fitted", async () => {
    const folder = tempFolder();
    const { model, embeddings } = hashingModel();
    const papers = makePapers(4);
    await buildIndex(makeRequest({ folder, papers, model }), makeTools());
    const changed = [...papers.slice(1, 3), makePaper("Paper 3", "New words."), makePaper("A new paper")];
    const report = await buildIndex(makeRequest({ folder, papers: changed, model }), makeTools());
    expect(report).toMatchObject({ papers: 4, embedded: 2, unchanged: 2, removed: 1 });
    expect(embeddings.embedded.slice(4)).toEqual(["Paper 3 New words.", "A new paper "]);
    const incremental = await readBack(folder);
    await buildIndex(makeRequest({ folder, papers: changed, model, force: true }), makeTools());
    const anew = await readBack(folder);
    expect(incremental?.index.manifest.files["vectors/index.json"]).toBe(
      anew?.index.manifest.files["vectors/index.json"],
    );
  });

  it.each([
    ["the model is fitted", { fitted: true }, {}],
    ["the model is another", {}, { name: "another" }],
  ])("embeds everything anew when %s", async (_title, first, second) => {
    const folder = tempFolder();
    await buildIndex(makeRequest({ folder, papers: makePapers(3), model: hashingModel(first).model }), makeTools());
    const { model } = hashingModel({ ...first, ...second });
    const report = await buildIndex(makeRequest({ folder, papers: makePapers(4), model }), makeTools());
    expect(report).toMatchObject({ embedded: 4, unchanged: 0, removed: 0 });
  });

  it("keeps the generation before the current one, and no other", async () => {
    const folder = tempFolder();
    for (const count of [1, 2, 3, 4]) await buildIndex(makeRequest({ folder, papers: makePapers(count) }), makeTools());
    expect(readdirSync(folder).toSorted()).toEqual(["000003", "000004", "build.lock", "manifest.json"]);
  });

  it("tells how far it is", async () => {
    const told: string[] = [];
    const onProgress = ({ step, done, total }: { step: string; done: number; total: number }) =>
      told.push(`${step} ${done}/${total}`);
    await buildIndex(makeRequest({ folder: tempFolder(), papers: makePapers(3), onProgress }), makeTools());
    expect(told).toEqual(["embedding 0/3", "embedding 2/3", "embedding 3/3", "writing 0/3", "writing 3/3"]);
  });

  it("refuses two papers of one id", async () => {
    const papers = [makePaper("Same title"), makePaper("SAME  title")];
    const building = buildIndex(makeRequest({ folder: tempFolder(), papers }), makeTools());
    await expect(building).rejects.toThrow(CorpusUnreadableError);
    await expect(building).rejects.toThrow(/“Same title” and “SAME  title” share the id/);
  });

  it("refuses to build beside another build", async () => {
    const request = makeRequest({ folder: tempFolder(), papers: makePapers(3) });
    const builds = await Promise.allSettled([buildIndex(request, makeTools()), buildIndex(request, makeTools())]);
    const failures = builds.filter((build) => build.status === "rejected");
    expect(failures).toHaveLength(1);
    expect(failures[0]?.reason).toBeInstanceOf(IndexLockedError);
  });

  it("does nothing when the build that it waited for did the work", async () => {
    const request = makeRequest({ folder: tempFolder(), papers: makePapers(3) });
    const tools = makeTools();
    const lock: BuildLock = {
      async hold(_folder, work) {
        await buildIndex(request, tools);
        return work();
      },
    };
    expect(await buildIndex(request, { ...tools, lock })).toMatchObject({ embedded: 0, unchanged: 3 });
  });

  it("hands the signal to a pre-trained model", async () => {
    const { embeddings } = hashingModel();
    const signals: (AbortSignal | undefined)[] = [];
    const recording: AbortableEmbeddings = {
      embedDocuments(texts, options) {
        signals.push(options?.signal);
        return embeddings.embedDocuments(texts);
      },
      embedQuery: (text) => embeddings.embedQuery(text),
    };
    const { signal } = new AbortController();
    const model = pretrainedModel("recording", recording, 2);
    const request = makeRequest({ folder: tempFolder(), papers: makePapers(3), model, signal });
    expect(await buildIndex(request, makeTools())).toMatchObject({ embedded: 3, model: "recording" });
    expect(signals).toEqual([signal, signal]);
  });

  it("leaves the old index when it is aborted, wherever it is", async () => {
    const folder = tempFolder();
    await buildIndex(makeRequest({ folder, papers: makePapers(2) }), makeTools());
    for (const stage of ["embedding 0", "embedding 6", "embedding 9", "writing 0"]) {
      const controller = new AbortController();
      const onProgress = ({ step, done }: { step: string; done: number }) => {
        if (`${step} ${done}` === stage) controller.abort(new Error("stop"));
      };
      const request = makeRequest({ folder, papers: makePapers(9), onProgress, signal: controller.signal });
      await expect(buildIndex({ ...request, force: true }, makeTools())).rejects.toThrow("stop");
      expect((await readBack(folder))?.titles).toHaveLength(2);
      expect(readdirSync(folder).toSorted()).toEqual(["000001", "build.lock", "manifest.json"]);
    }
  });
});

describe("buildIndex() in a folder with somebody else's files", () => {
  it("refuses a folder that it did not make, and touches nothing in it", async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, "000001"));
    writeFileSync(join(folder, "000001", "thesis.txt"), "mine");
    await expect(buildIndex(makeRequest({ folder, papers: makePapers(2) }), makeTools())).rejects.toThrow(
      /holds other files \(such as 000001\).*Choose an empty folder/,
    );
    expect(readdirSync(folder)).toEqual(["000001"]);
    expect(readFileSync(join(folder, "000001", "thesis.txt"), "utf8")).toBe("mine");
  });

  it("refuses a manifest.json that is not its own", async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, "manifest.json"), "{}");
    await expect(buildIndex(makeRequest({ folder, papers: [] }), makeTools())).rejects.toThrow(IndexUnwritableError);
    expect(readFileSync(join(folder, "manifest.json"), "utf8")).toBe("{}");
  });

  it("leaves numbered folders alone that came into its own folder later", async () => {
    const folder = tempFolder();
    await buildIndex(makeRequest({ folder, papers: makePapers(1) }), makeTools());
    mkdirSync(join(folder, "000007"));
    writeFileSync(join(folder, "000007", "frame.png"), "mine");
    for (const count of [2, 3, 4]) await buildIndex(makeRequest({ folder, papers: makePapers(count) }), makeTools());
    expect(readFileSync(join(folder, "000007", "frame.png"), "utf8")).toBe("mine");
    expect((await readBack(folder))?.titles).toHaveLength(4);
  });
});

describe("openIndex()", () => {
  it("finds no index in a folder that has none, or is not there", async () => {
    expect(await openIndex(tempFolder(), diskFiles)).toBeUndefined();
    expect(await openIndex(join(tempFolder(), "nowhere"), diskFiles)).toBeUndefined();
  });

  const names = ["manifest.json", "000001/papers.jsonl", "000001/space.bin", "000001/vectors/index.json"];
  const damages: [string, (path: string) => void][] = [
    ["emptied", (path) => truncateSync(path)],
    ["cut short", (path) => truncateSync(path, readFileSync(path).length - 2)],
    ["grown", (path) => appendFileSync(path, "x")],
    [
      "edited",
      (path) =>
        writeFileSync(
          path,
          readFileSync(path).map((byte, at) => (at === 2 ? byte ^ 1 : byte)),
        ),
    ],
  ];
  const cases = names.flatMap((name) => damages.map(([what, damage]) => [name, what, damage] as const));

  it.each(cases)(
    "refuses an index whose %s was %s in one clear line, and a build mends it",
    async (name, _what, damage) => {
      const folder = tempFolder();
      const request = makeRequest({ folder, papers: makePapers(3) });
      await buildIndex(request, makeTools());
      damage(join(folder, name));
      const opening = openIndex(folder, diskFiles);
      await expect(opening).rejects.toThrow(IndexCorruptError);
      await expect(opening).rejects.toThrow(new RegExp(`^[^\\n]*${name}[^\\n]*\`npm run footnote -- index\`[^\\n]*$`));
      expect(await buildIndex(request, makeTools())).toMatchObject({ papers: 3, embedded: 3 });
      expect((await readBack(folder))?.titles).toHaveLength(3);
      expect(readdirSync(folder).toSorted()).toEqual(["000002", "build.lock", "manifest.json"]);
    },
  );

  it.each(names.slice(1))("refuses an index without its %s", async (name) => {
    const folder = tempFolder();
    await buildIndex(makeRequest({ folder, papers: makePapers(3) }), makeTools());
    rmSync(join(folder, name));
    await expect(openIndex(folder, diskFiles)).rejects.toThrow(`${join(folder, name)} is missing`);
  });

  it("reads the new generation when a build replaces the one it is reading", async () => {
    const folder = tempFolder();
    await buildIndex(makeRequest({ folder, papers: makePapers(1) }), makeTools());
    let interrupted = false;
    const files = {
      ...diskFiles,
      async read(path: string) {
        if (!interrupted && path.endsWith("papers.jsonl")) {
          interrupted = true;
          for (const count of [2, 3, 4])
            await buildIndex(makeRequest({ folder, papers: makePapers(count) }), makeTools());
        }
        return diskFiles.read(path);
      },
    };
    expect((await openIndex(folder, files))?.papers).toHaveLength(4);
  });
});
