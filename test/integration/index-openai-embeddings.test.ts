import { describe, expect, it, vi } from "vitest";
import { OpenAiEmbeddings, type OpenAiEmbeddingsOptions } from "../../src/adapters/openai-embeddings.ts";
import { EmbeddingError } from "../../src/domain/errors.ts";
import { SleeplessClock } from "../support/index-clock.ts";
import { type Reply, startEmbeddingsServer, vectorsOf } from "../support/openai-embeddings-server.ts";

const KEY = "sk-secret-of-the-owner";

async function start(script: readonly Reply[] = [], options: Partial<OpenAiEmbeddingsOptions> = {}) {
  const { baseUrl, received } = await startEmbeddingsServer(script);
  const clock = new SleeplessClock();
  const embeddings = new OpenAiEmbeddings({
    baseUrl,
    key: KEY,
    model: "small",
    clock,
    random: () => 1,
    ...options,
  });
  return { embeddings, received, clock };
}

const failWith = (status: number, error: object = {}, headers: Record<string, string> = {}): Reply => ({
  status,
  headers,
  body: { error: { message: `refused with ${status}`, ...error } },
});

describe("OpenAiEmbeddings", () => {
  it("asks for floats, in batches, and keeps the order", async () => {
    const { embeddings, received } = await start([], { batchSize: 2, dimensions: 2 });
    expect(await embeddings.embedDocuments(["a", "bb", "ccc"])).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
    ]);
    expect(received.map(({ body }) => body)).toEqual([
      { model: "small", input: ["a", "bb"], encoding_format: "float", dimensions: 2 },
      { model: "small", input: ["ccc"], encoding_format: "float", dimensions: 2 },
    ]);
    expect(received[0]).toMatchObject({ url: "/v1/embeddings", headers: { authorization: `Bearer ${KEY}` } });
  });

  it("embeds a question", async () => {
    const { embeddings, received } = await start();
    expect(await embeddings.embedQuery("four")).toEqual([4, 1]);
    expect(received[0]?.body).toEqual({ model: "small", input: ["four"], encoding_format: "float" });
  });

  it("asks nothing when there is nothing to embed", async () => {
    const { embeddings, received } = await start();
    expect(await embeddings.embedDocuments([])).toEqual([]);
    expect(received).toEqual([]);
  });

  it("puts vectors in order by their index", async () => {
    const data = [
      { index: 2, embedding: [3, 3] },
      { index: 0, embedding: [1, 1] },
      { index: 1, embedding: [2, 2] },
    ];
    const { embeddings } = await start([{ body: { data } }]);
    expect(await embeddings.embedDocuments(["a", "b", "c"])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });

  it("takes nothing from the environment", async () => {
    const poison = {
      OPENAI_API_KEY: "sk-poison",
      OPENAI_ADMIN_KEY: "sk-poison",
      OPENAI_ORG_ID: "poison",
      OPENAI_PROJECT_ID: "poison",
      OPENAI_BASE_URL: "http://127.0.0.1:1/poison",
      OPENAI_WEBHOOK_SECRET: "poison",
      OPENAI_CUSTOM_HEADERS: "x-poison: poison\nauthorization: Bearer sk-poison",
      OPENAI_LOG: "debug",
    };
    for (const [name, value] of Object.entries(poison)) vi.stubEnv(name, value);
    try {
      const { baseUrl, received } = await startEmbeddingsServer();
      const options = { baseUrl, model: "small", clock: new SleeplessClock() };
      await new OpenAiEmbeddings(options).embedQuery("a");
      await new OpenAiEmbeddings({ ...options, key: KEY }).embedQuery("a");
      expect(JSON.stringify(received)).not.toMatch(/poison/);
      expect(received[0]?.headers.authorization).toBeUndefined();
      expect(received[1]?.headers.authorization).toBe(`Bearer ${KEY}`);
      expect(Object.keys(received[1]?.headers ?? {}).filter((name) => name.startsWith("openai"))).toEqual([]);
    } finally {
      vi.unstubAllEnvs();
    }
  });
});

describe("OpenAiEmbeddings that meets a passing failure", () => {
  it.each<[string, Reply, number]>([
    ["429 without retry-after", failWith(429), 500],
    ["429 with retry-after in seconds", failWith(429, {}, { "retry-after": "7" }), 7000],
    ["429 with retry-after-ms", failWith(429, {}, { "retry-after": "7", "retry-after-ms": "12.5" }), 12.5],
    ["429 with a date", failWith(429, {}, { "retry-after": "Thu, 01 Jan 2026 00:00:03 GMT" }), 3000],
    ["429 with a date that has passed", failWith(429, {}, { "retry-after": "Thu, 01 Jan 2015 00:00:03 GMT" }), 0],
    ["500", failWith(500), 500],
    ["503 with a page of HTML", { status: 503, headers: { "content-type": "text/html" }, body: "<html>" }, 500],
    ["a connection that is cut at once", { cut: "at once" }, 500],
    ["a connection that is cut in the body", { cut: "in the body" }, 500],
    ["a reply that is no JSON", { raw: '{"data": [' }, 500],
  ])("tries again after %s", async (_title, reply, wait) => {
    const { embeddings, received, clock } = await start([reply]);
    expect(await embeddings.embedDocuments(["a"])).toEqual([[1, 1]]);
    expect(received).toHaveLength(2);
    expect(clock.sleeps).toEqual([wait]);
  });

  it("tries again when the time limit of a request is over", async () => {
    const { embeddings, received } = await start(["never"], { timeoutMs: 50 });
    expect(await embeddings.embedDocuments(["a"])).toEqual([[1, 1]]);
    expect(received).toHaveLength(2);
  });

  it("waits twice as long each time, and gives up after six tries", async () => {
    const { embeddings, received, clock } = await start(Array.from({ length: 9 }, () => failWith(500)));
    await expect(embeddings.embedDocuments(["a"])).rejects.toThrow(
      /500 refused with 500\. Try again later\. Tried 6 times\./,
    );
    expect(received).toHaveLength(6);
    expect(clock.sleeps).toEqual([500, 1000, 2000, 4000, 8000]);
  });

  it("does not wait longer than its patience", async () => {
    const { embeddings, received, clock } = await start([failWith(429, {}, { "retry-after": "3600" })]);
    await expect(embeddings.embedDocuments(["a"])).rejects.toThrow(EmbeddingError);
    expect(received).toHaveLength(1);
    expect(clock.sleeps).toEqual([]);
  });

  it("names the endpoint that cannot be reached, and why", async () => {
    const { embeddings } = await start([], { baseUrl: "http://127.0.0.1:1/v1", patienceMs: 0 });
    await expect(embeddings.embedQuery("a")).rejects.toThrow(
      /^The embedding endpoint http:\/\/127\.0\.0\.1:1\/v1 failed: .*\. Check the base URL and the network\.$/,
    );
  });
});

describe("OpenAiEmbeddings that is refused for good", () => {
  it.each<[string, Reply, RegExp]>([
    ["without quota", failWith(429, { code: "insufficient_quota" }), /no quota left: see its plan and billing/],
    ["with a wrong key", failWith(401), /Check FOOTNOTE_EMBEDDING_KEY\.$/],
    ["without the right", failWith(403), /may use the model small\.$/],
    ["without the model", failWith(404), /the endpoint has the model small\.$/],
    ["for what it sent", failWith(400), /400 refused with 400\. Check the FOOTNOTE_EMBEDDING settings\.$/],
  ])("says what to do, and does not try again: %s", async (_title, reply, message) => {
    const { embeddings, received } = await start([reply]);
    const embedding = embeddings.embedDocuments(["a"]);
    await expect(embedding).rejects.toThrow(EmbeddingError);
    await expect(embedding).rejects.toThrow(message);
    expect(received).toHaveLength(1);
  });

  it("tells what the server says in a line, and how long it asks to wait", async () => {
    const message = `Too many.\n${"So there. ".repeat(10_000)}`;
    const { embeddings } = await start([failWith(429, { message }, { "retry-after": "3600" })]);
    const error: unknown = await embeddings.embedQuery("a").catch((reason: unknown) => reason);
    expect(String(error)).toMatch(
      /refused: 429 Too many\. So .{0,300}\. Try again later: it asks to wait for 60 min\.$/,
    );
  });

  it.each(["What does my secret project need to be fast?", "my secret project"])(
    "tells nothing that was sent, even if the server does (%s)",
    async (text) => {
      const { embeddings } = await start([failWith(400, { message: `Cannot embed ["${text}"]` })]);
      const error: unknown = await embeddings.embedQuery(text).catch((reason: unknown) => reason);
      expect(String(error)).toContain("refused: 400 (its words are left out, for they quote the request). Check");
      expect(String(error)).not.toContain("secret");
    },
  );

  it("never tells the key, even if the server does", async () => {
    const { embeddings } = await start([failWith(401, { message: `Wrong key:\n${KEY}` })]);
    const error: unknown = await embeddings.embedQuery("a").catch((reason: unknown) => reason);
    expect(String(error)).toContain("401 Wrong key: ***.");
    expect(error).toMatchObject({ cause: undefined });
  });
});

describe("OpenAiEmbeddings that is answered with something else", () => {
  const one = { index: 0, embedding: [1, 2] };
  it.each<[string, unknown, string]>([
    ["nothing", null, "something that is no list of vectors"],
    ["a text", "hello", "something that is no list of vectors"],
    ["too few vectors", { data: [one] }, "1 vectors for 2 texts"],
    ["too many vectors", { data: [one, one, one] }, "3 vectors for 2 texts"],
    ["an index twice", { data: [one, one] }, "vectors whose indices are not 0 to 1"],
    ["an index beyond", { data: [one, { ...one, index: 2 }] }, "vectors whose indices are not 0 to 1"],
    ["no index", { data: [one, { embedding: [1, 2] }] }, "vectors whose indices are not 0 to 1"],
    ["two lengths", { data: [one, { index: 1, embedding: [1] }] }, "a vector of 1 dimensions instead of 2"],
    ["null in a vector", { data: [one, { index: 1, embedding: [1, null] }] }, "no list of finite numbers"],
    ["text in a vector", { data: [one, { index: 1, embedding: ["1", "2"] }] }, "no list of finite numbers"],
    ["base64", { data: [one, { index: 1, embedding: "AACAPw==" }] }, "no list of finite numbers"],
    ["an empty vector", { data: [one, { index: 1, embedding: [] }] }, "no list of finite numbers"],
  ])("refuses %s", async (_title, body, message) => {
    const { embeddings, received } = await start([{ body }]);
    const embedding = embeddings.embedDocuments(["a", "b"]);
    await expect(embedding).rejects.toThrow(EmbeddingError);
    await expect(embedding).rejects.toThrow(message);
    expect(received).toHaveLength(1);
  });

  it("refuses numbers too large to be numbers", async () => {
    const { embeddings } = await start([{ raw: '{"data": [{"index": 0, "embedding": [1e999, 1]}]}' }]);
    await expect(embeddings.embedQuery("a")).rejects.toThrow("no list of finite numbers");
  });

  it("refuses vectors of another length than it asked for, or than those before", async () => {
    const asked = await start([], { dimensions: 3 });
    await expect(asked.embeddings.embedQuery("a")).rejects.toThrow("a vector of 2 dimensions instead of 3");
    const short: Reply = { body: { data: [{ index: 0, embedding: [1] }] } };
    const later = await start([vectorsOf(["a"]), short], { batchSize: 1 });
    await expect(later.embeddings.embedDocuments(["a", "b"])).rejects.toThrow("of 1 dimensions instead of 2");
  });
});

describe("OpenAiEmbeddings that is aborted", () => {
  it("ends at once during a request, and does not try again", async () => {
    const { embeddings, received } = await start(["never"]);
    const controller = new AbortController();
    const embedding = embeddings.embedDocuments(["a"], { signal: controller.signal });
    await vi.waitUntil(() => received.length > 0);
    controller.abort(new Error("stop"));
    await expect(embedding).rejects.toThrow("stop");
    expect(received).toHaveLength(1);
  });

  it("sends nothing when it is aborted before", async () => {
    const { embeddings, received } = await start();
    const signal = AbortSignal.abort(new Error("stop"));
    await expect(embeddings.embedDocuments(["a"], { signal })).rejects.toThrow("stop");
    expect(received).toEqual([]);
  });
});
