import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EmbeddingError, IndexStaleError } from "../../src/domain/errors.ts";
import { paperText } from "../../src/retrieval/paper-text.ts";
import { World } from "../support/compose-world.ts";
import { type Reply, startEmbeddingsServer } from "../support/openai-embeddings-server.ts";
import { catalogueOf, PAPERS } from "../support/papers.ts";

const KEY = "sk-secret-of-the-owner";
const THREE = PAPERS.slice(0, 3);
const REBUILD = "Run `npm run footnote -- index` to build it anew.";

/** The vectors of the three papers: along an axis, along the other, between. */
const PAPER_VECTORS = [
  [2, 0],
  [0, 3],
  [1, 1],
];

function replyWith(vectors: readonly (readonly number[])[]): Reply {
  return { body: { data: vectors.map((embedding, index) => ({ index, embedding })) } };
}

/** A world whose papers are embedded by a server that goes on with these replies. */
async function startWorld(...replies: readonly Reply[]) {
  const { baseUrl, received } = await startEmbeddingsServer([replyWith(PAPER_VECTORS), ...replies]);
  const world = new World(catalogueOf(THREE), {
    FOOTNOTE_EMBEDDING: "openai",
    FOOTNOTE_EMBEDDING_BASE_URL: baseUrl,
    FOOTNOTE_EMBEDDING_KEY: KEY,
    FOOTNOTE_EMBEDDING_MODEL: "tiny",
  });
  return { world, received, baseUrl };
}

describe("the openai model", () => {
  it("embeds every paper's text once, and keeps the vectors on disk", async () => {
    const { world, received } = await startWorld();
    expect(await world.build()).toMatchObject({ model: "openai:tiny", embedded: 3, unchanged: 0 });
    expect(received.map(({ body }) => body)).toEqual([
      { model: "tiny", input: THREE.map((paper) => paperText(paper)), encoding_format: "float" },
    ]);
    expect((await world.opened()).manifest.embedding).toEqual({ model: "openai:tiny", dimensions: 2 });
  });

  it("writes the key nowhere into the index", async () => {
    const { world } = await startWorld();
    await world.build();
    const { generation, files } = (await world.opened()).manifest;
    const paths = ["manifest.json", ...Object.keys(files).map((name) => join(generation, name))];
    for (const path of paths) expect(readFileSync(join(world.index, path), "latin1")).not.toContain(KEY);
  });

  it("compares a question's vector with those on disk", async () => {
    const { world, received } = await startWorld(replyWith([[0, 5]]));
    await world.build();
    const { app } = await world.open();
    const { papers } = await app.search("buzzing");
    const cosines = new Map(papers.map(({ paper, signals }) => [paper.id, signals["vectors"]]));
    expect(THREE.map(({ id }) => cosines.get(id))).toEqual([0, 1, expect.closeTo(Math.SQRT1_2, 12)]);
    expect(received.slice(1).map(({ body }) => body.input)).toEqual([["buzzing"]]);
  });

  it("answers a question with a citation", async () => {
    const title = THREE[0]?.title ?? "";
    const { world } = await startWorld(...Array.from({ length: 3 }, () => replyWith([[1, 0]])));
    const { app, notices } = await world.open();
    const { outcome, citations } = await app.ask({ text: title, history: [] });
    expect(outcome).toBe("answered");
    expect(citations[0]?.paper.title).toBe(title);
    expect(notices[0]).toBe(`There is no index in ${world.index} yet: building it, once.`);
  });

  it("asks the endpoint nothing when an index that is up to date is opened or built again", async () => {
    const { world, received } = await startWorld();
    await world.build();
    expect(await world.build()).toMatchObject({ embedded: 0, unchanged: 3 });
    await world.open();
    expect(received).toHaveLength(1);
  });

  it("embeds only the papers whose text changed", async () => {
    const { world, received } = await startWorld();
    await world.build();
    const [first, ...rest] = THREE;
    const changed = rest.map((paper, at) => (at === 0 ? { ...paper, digest: "Bees buzz." } : paper));
    world.write("catalogue.jsonl", catalogueOf(changed));
    expect(await world.build()).toMatchObject({ papers: 2, embedded: 1, unchanged: 1, removed: 1 });
    expect(received.slice(1).map(({ body }) => body.input)).toEqual([[expect.stringContaining("Bees buzz.")]]);
    expect((await world.opened()).manifest.papers).not.toHaveProperty(first?.id ?? "");
  });

  it("embeds in batches of the configured size", async () => {
    const { baseUrl, received } = await startEmbeddingsServer();
    const env = {
      FOOTNOTE_EMBEDDING: "openai",
      FOOTNOTE_EMBEDDING_BASE_URL: baseUrl,
      FOOTNOTE_EMBEDDING_BATCH_SIZE: "4",
    };
    await new World(catalogueOf(PAPERS), env).build();
    expect(received.map(({ body }) => body.input.length)).toEqual([4, 4, 2]);
  });
});

describe("the openai model on an index that is out of date", () => {
  it("refuses it with the reason and the command, and asks the endpoint nothing", async () => {
    const { world, received } = await startWorld();
    await world.build();
    const path = world.write("catalogue.jsonl", catalogueOf(THREE.slice(1)));
    const opening = world.open();
    await expect(opening).rejects.toThrow(IndexStaleError);
    await expect(opening).rejects.toThrow(
      `The index in ${world.index} cannot be used: ${path} has changed. ${REBUILD}`,
    );
    expect(received).toHaveLength(1);
  });

  it.each<[string, Record<string, string>, string]>([
    ["another model", { FOOTNOTE_EMBEDDING_MODEL: "large" }, "openai:large"],
    ["other dimensions", { FOOTNOTE_EMBEDDING_DIMENSIONS: "2" }, "openai:tiny@2"],
    ["the corpus model", { FOOTNOTE_EMBEDDING: "corpus" }, "corpus"],
  ])("is refused when %s is configured", async (_case, env, model) => {
    const { world } = await startWorld();
    await world.build();
    const opening = world.open({}, env);
    await expect(opening).rejects.toThrow(IndexStaleError);
    await expect(opening).rejects.toThrow(`built with the embedding model openai:tiny, not ${model}. ${REBUILD}`);
  });
});

describe("the openai model with an endpoint that fails", () => {
  const overloaded: Reply = {
    status: 503,
    headers: { "retry-after": "0" },
    body: { error: { message: "the server is down" } },
  };
  const refused: Reply = { status: 401, body: { error: { message: `wrong key ${KEY}` } } };

  it("fails a question after some tries with what to do, and answers once the endpoint is back", async () => {
    const { world, received, baseUrl } = await startWorld(...Array.from({ length: 6 }, () => overloaded));
    await world.build();
    const { app } = await world.open();
    const asking = app.ask({ text: "How can a microphone tell that water boils?", history: [] });
    await expect(asking).rejects.toThrow(EmbeddingError);
    await expect(asking).rejects.toThrow(
      `The embedding endpoint ${baseUrl} refused: 503 the server is down. Try again later. Tried 6 times.`,
    );
    expect(received).toHaveLength(7);
    expect((await app.search("microphone")).papers).toHaveLength(3);
  });

  it("fails a search at once when the key is refused, without telling the key", async () => {
    const { world, received } = await startWorld(refused);
    await world.build();
    const { app } = await world.open();
    const searching = app.search("microphone");
    await expect(searching).rejects.toThrow(EmbeddingError);
    await expect(searching).rejects.toThrow(/401 wrong key \*\*\*\. Check FOOTNOTE_EMBEDDING_KEY\.$/);
    expect(received).toHaveLength(2);
  });

  it("fails a question whose vector has another length than the papers'", async () => {
    const { world } = await startWorld(replyWith([[1, 2, 3]]));
    await world.build();
    const { app } = await world.open();
    await expect(app.search("microphone")).rejects.toThrow(/has 3 dimensions, the index 2/);
  });

  it("leaves the old index as it was when a build fails", async () => {
    const { world } = await startWorld(refused);
    await world.build();
    await expect(world.build({ force: true })).rejects.toThrow(EmbeddingError);
    const { app, notices } = await world.open();
    expect(app.papers).toEqual(THREE);
    expect(notices).toEqual([]);
  });

  it.each<[string, number[]]>([
    ["all zero", [0, 0]],
    ["of another length", [1, 2, 3]],
  ])("makes no index of vectors of which one is %s", async (_case, vector) => {
    const { baseUrl } = await startEmbeddingsServer([replyWith([[1, 0], vector, [0, 1]])]);
    const world = new World(catalogueOf(THREE), { FOOTNOTE_EMBEDDING: "openai", FOOTNOTE_EMBEDDING_BASE_URL: baseUrl });
    await expect(world.build()).rejects.toThrow(EmbeddingError);
    await expect(world.opened()).rejects.toThrow("There is no index");
  });
});
