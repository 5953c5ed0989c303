import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { App } from "../../src/app.ts";
import { World } from "../support/compose-world.ts";
import { askedFor, keyIn, modelAt, replies, watch } from "../support/model-script.ts";
import { Pace } from "../support/openai-chat-reply.ts";
import { startChatServer } from "../support/openai-chat-server.ts";
import type { ChatScript, ChatServer } from "../support/openai-chat-server.ts";

const QUESTION = { text: "How much power does the spiking network that hears boiling water draw?", history: [] };
const SENTENCE = "KettleNet draws 3 mW on a small chip";
const CACHE = { FOOTNOTE_CHAT_CACHE_ANSWERS: "100" };

async function open(
  script: ChatScript,
  env: Readonly<Record<string, string>> = {},
): Promise<{ app: App; reopen: () => Promise<App>; server: ChatServer; world: World }> {
  const server = await startChatServer(script);
  const world = new World(undefined, { ...modelAt(server), ...env });
  const reopen = async () => (await world.open()).app;
  return { app: await reopen(), reopen, server, world };
}

const says = (more: object = {}): ChatScript =>
  replies({
    answer: (request) => ({
      text: `${SENTENCE} ${keyIn(request, "KettleNet")}. It is small ${keyIn(request, "KettleNet")}.`,
      ...more,
    }),
  });

test("identical questions under way share one request", async () => {
  const pace = new Pace();
  const { app, server } = await open(says({ pace }));
  const all = [app.ask(QUESTION), app.ask({ ...QUESTION, text: `  ${QUESTION.text} ` }), app.ask(QUESTION)];
  await server.arrived(1);
  pace.open();
  const answers = await Promise.all(all);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(server.requests).toHaveLength(1);
  expect(answers.map(({ trace }) => trace.model?.requests ?? -1).toSorted((a, b) => a - b)).toEqual([0, 0, 1]);
});

test("one person's stop keeps what they have seen, and does not end another's answer", async () => {
  const pace = new Pace();
  const { app, server } = await open(says({ pace, chunkSize: 1000 }));
  const stop = new AbortController();
  const seen = watch();
  const { promise: half, resolve } = Promise.withResolvers<void>();
  const stopping = app.ask(QUESTION, {
    signal: stop.signal,
    onPartial: (partial) => {
      seen.onPartial(partial);
      resolve();
    },
  });
  const staying = app.ask(QUESTION);
  await server.arrived(1);
  pace.open();
  await half;
  stop.abort();
  const stopped = await stopping;
  expect(stopped.text.startsWith(`${SENTENCE}. [1]`)).toBe(true);
  const whole = await staying;
  expect(whole.note).toBeUndefined();
  expect(whole.text).toBe(`${SENTENCE}. [1] It is small. [1]`);
});

test("a stop before anything is proved ends the request, and rejects with its reason", async () => {
  const { app, server } = await open(says({ pace: new Pace() }));
  const stop = new AbortController();
  const asking = app.ask(QUESTION, { signal: stop.signal });
  await server.arrived(1);
  stop.abort(new Error("enough"));
  await expect(asking).rejects.toThrow("enough");
  await server.requests[0]?.ended;
  expect(server.requests[0]?.state).toBe("abandoned");
});

test("the same question is answered from memory, also by the next process, and costs nothing", async () => {
  const { app, reopen, server } = await open(says(), CACHE);
  const first = await app.ask(QUESTION);
  const again = await (await reopen()).ask({ ...QUESTION, text: `${QUESTION.text} ` });
  expect(server.requests).toHaveLength(1);
  expect({ text: again.text, citations: again.citations }).toEqual({ text: first.text, citations: first.citations });
  expect(again.trace.model).toMatchObject({ isCached: true, requests: 0, promptTokens: 0 });
});

test.each<[string, Readonly<Record<string, string>>]>([
  ["another model", { FOOTNOTE_CHAT_MODEL: "scripted-70b" }],
  ["another temperature", { FOOTNOTE_CHAT_TEMPERATURE: "1" }],
])("nothing is remembered for %s", async (_, change) => {
  const { app, server, world } = await open(says(), CACHE);
  await app.ask(QUESTION);
  const other = await world.workbench(change).open({ paths: [] });
  await other.ask(QUESTION);
  expect(server.requests).toHaveLength(2);
});

test("nothing is remembered of a corpus that has changed", async () => {
  const { app, reopen, server, world } = await open(says(), CACHE);
  await app.ask(QUESTION);
  world.write("more.jsonl", JSON.stringify({ title: "Teapots that Whistle in Tune", digest: "A choir of teapots." }));
  await (await reopen()).ask(QUESTION);
  expect(server.requests).toHaveLength(2);
});

test.each<[string, object]>([
  ["broke off", { after: "cut" }],
  ["was cut off", { finishReason: "length" }],
])("an answer that %s is not remembered", async (_, more) => {
  const { app, server } = await open(says(more), CACHE);
  await app.ask(QUESTION);
  await app.ask(QUESTION);
  expect(server.requests).toHaveLength(2);
});

test("once the day's dollars are spent, answers are the papers' own sentences, and say so, until tomorrow", async () => {
  const usage = { prompt_tokens: 1_000_000, completion_tokens: 0 };
  const { app, reopen, server } = await open(says({ usage }), {
    FOOTNOTE_CHAT_PRICES: "1/1",
    FOOTNOTE_CHAT_DAILY_DOLLARS: "0.5",
  });
  expect((await app.ask(QUESTION)).note).toBeUndefined();
  for (const each of [app, await reopen()]) {
    const answer = await each.ask(QUESTION);
    expect(answer.note).toMatch(/budget/);
    expect(answer.text).toContain("draws 3 mW");
  }
  expect(server.requests).toHaveLength(1);
});

test("of 200 questions at once, with a third of the requests failing, each ends honestly, and few are under way", async () => {
  let count = 0;
  const { app, server } = await open(
    (request) => {
      count += 1;
      if (count % 6 === 0) return { status: 500 };
      if (count % 6 === 3) return "cut";
      if (askedFor(request) !== "answer") return { text: "no question\nat all" };
      return { text: `${SENTENCE} ${keyIn(request, "KettleNet")}.` };
    },
    { FOOTNOTE_CHAT_CONCURRENCY: "8" },
  );
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on("unhandledRejection", note);
  const questions = Array.from({ length: 200 }, (_, index) => ({
    text: index % 10 === 0 ? `Who won chess game ${index}?` : `${QUESTION.text} Tell me about run ${index}.`,
    history: [],
  }));
  const answers = await Promise.all(questions.map((question) => app.ask(question)));
  process.off("unhandledRejection", note);
  for (const answer of answers) {
    expect(["answered", "no-evidence", "not-stated"]).toContain(answer.outcome);
    expect(answer.text).not.toBe("");
    if (answer.outcome === "answered") expect(answer.citations.length).toBeGreaterThan(0);
    if (answer.trace.model !== undefined && answer.text !== `${SENTENCE}. [1]` && answer.outcome === "answered")
      expect(answer.note).toBeDefined();
  }
  expect(answers.filter(({ text }) => text === `${SENTENCE}. [1]`).length).toBeGreaterThan(0);
  expect(server.mostUnderWay).toBeLessThanOrEqual(8);
  expect(unhandled).toEqual([]);
}, 60_000);

describe("where nothing is to be kept, an answer is remembered", () => {
  const KEEPS_NOTHING = { FOOTNOTE_KEEP_DAYS: "0" };
  const isOnDisk = (world: World): boolean => {
    const data = join(world.folder, "data");
    return existsSync(data) && readdirSync(data).some((file) => readFileSync(join(data, file)).includes(SENTENCE));
  };

  test("in memory alone", async () => {
    const { app, reopen, server, world } = await open(says(), { ...CACHE, ...KEEPS_NOTHING });
    await app.ask(QUESTION);
    await app.ask(QUESTION);
    expect([server.requests.length, isOnDisk(world)]).toEqual([1, false]);
    await (await reopen()).ask(QUESTION);
    expect(server.requests).toHaveLength(2);
  });

  test("in memory alone, while what is spent is written down", async () => {
    const spending = { FOOTNOTE_CHAT_PRICES: "1/1", FOOTNOTE_CHAT_DAILY_DOLLARS: "1" };
    const { app, world } = await open(says(), { ...CACHE, ...KEEPS_NOTHING, ...spending });
    await app.ask(QUESTION);
    expect([isOnDisk(world), existsSync(join(world.folder, "data", "footnote.db"))]).toEqual([false, true]);
  });

  test.each([
    ["with", {}],
    ["without", { FOOTNOTE_CHAT_MODEL: "" }],
  ])("no longer on the disk once a bot runs, where an earlier setting had it there, %s a model", async (_, model) => {
    const { app, world } = await open(says(), CACHE);
    await app.ask(QUESTION);
    expect(isOnDisk(world)).toBe(true);
    const product = await world.workbench({ ...KEEPS_NOTHING, ...model }).run({ paths: [], forgets: false });
    await product.stop();
    expect(isOnDisk(world)).toBe(false);
  });
});
