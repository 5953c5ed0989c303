import { describe, expect, test } from "vitest";
import { EmbeddingError } from "../../src/domain/errors.ts";
import { DiscordFaults } from "../support/discord-faults.ts";
import { ScriptedAnswer } from "../support/scripted-answer.ts";
import {
  ANSWER_LABELS,
  answeringApp,
  answerTo,
  BotWorld,
  CITATIONS,
  isPrivate,
  labelsOf,
  questionsTo,
  textOf,
} from "./discord-bot-world.ts";
import type { WorldOptions } from "./discord-bot-world.ts";

const SENT = { method: "POST", path: /^\/channels\/\d+\/messages$/ };
const CHANGED = { method: "PATCH", path: /^\/channels\/\d+\/messages\/\d+$/ };
const REPLY_CHANGED = { method: "PATCH", path: /^\/webhooks\// };

/** The bot with an answer that grows as the test says. */
async function openWorld(options: WorldOptions = {}) {
  const answer = new ScriptedAnswer(CITATIONS);
  const app = answeringApp({ ask: (_, given) => answer.give(given) });
  const world = await BotWorld.open({ app, ...options, patience: { editMs: 10, ...options.patience } });
  const shows = (text: string, as = "alice") => world.scene.sees((message) => textOf(message).includes(text), { as });
  const count = ({ method, path }: typeof SENT) =>
    world.discord.requests.filter((request) => request.method === method && path.test(request.path)).length;
  return { world, app, answer, shows, count, faults: new DiscordFaults(world.discord) };
}

describe("an answer that grows", () => {
  test("to a mention, is a reply that grows with it, and is whole in the end", async () => {
    const { world, answer, shows, count } = await openWorld();
    const replied = world.mention("How frugal?");
    await answer.prove("It draws 3 mW. [1]");
    const draft = await replied;
    expect(textOf(draft)).toMatch(
      /^It draws 3 mW\. \[1\]\n\n\*\*\[1\]\*\* KettleNet: Spiking [^]*\n\n-# Still writing…$/,
    );
    expect(labelsOf(draft)).toEqual(["Stop"]);
    await answer.prove("It draws 3 mW. [1] Memory is linear. [2]");
    expect(textOf(await shows("Memory is linear."))).toContain("**[2]** Tidal Attention");
    answer.finish("It draws 3 mW. [1] Memory is linear. [2] Both are small. [1]");
    const whole = await shows("Both are small.");
    expect(whole.id).toBe(draft.id);
    expect(labelsOf(whole)).toEqual(ANSWER_LABELS);
    expect(await world.seen()).toHaveLength(1);
    expect([count(SENT), count(CHANGED)]).toEqual([1, 2]);
    expect(textOf(await world.press(whole, "Sources"))).toContain("> Memory is linear.");
  });

  test("shows each state once, and the newest of those that come quickly", async () => {
    const { world, answer, shows, count } = await openWorld({ patience: { editMs: 60 } });
    const replied = world.mention("How?");
    await answer.prove("One. [1]");
    await replied;
    for (const text of ["One. [1] Two. [1]", "One. [1] Two. [1] Three. [1]", "One. [1] Two. [1] Three. [1]"]) {
      await answer.prove(text);
    }
    await shows("Three.");
    answer.finish();
    await world.scene.sees((message) => labelsOf(message).includes("Sources"));
    expect(count(CHANGED)).toBe(2);
  });

  test("to /ask, grows where the reply was deferred", async () => {
    const { world, answer, shows, count } = await openWorld();
    const asked = await world.scene.slash("ask", { question: "How frugal?" });
    await answer.prove("It draws 3 mW. [1]");
    const draft = await asked.reply();
    expect(textOf(draft)).toMatch(/^> How frugal\?\n\nIt draws 3 mW\. \[1\]/);
    answer.finish("It draws 3 mW. [1] That is all. [1]");
    const whole = await shows("That is all.");
    expect([whole.id, labelsOf(whole)]).toEqual([draft.id, ANSWER_LABELS]);
    expect(await world.seen({ as: "bob" })).toHaveLength(1);
    expect(count(REPLY_CHANGED)).toBe(2);
  });

  test("in private, grows for whoever asked and nobody else", async () => {
    const { world, answer, shows } = await openWorld();
    await world.scene.slash("ask", { question: "How frugal?", private: true });
    await answer.prove("It draws 3 mW. [1]");
    expect(isPrivate(await shows("It draws 3 mW."))).toBe(true);
    answer.finish("It draws 3 mW. [1] That is all. [1]");
    expect(isPrivate(await shows("That is all."))).toBe(true);
    expect(await world.seen({ as: "bob" })).toEqual([]);
  });

  test("beyond one message, shows as much as that holds, and all of it in the end", async () => {
    const { world, answer, shows } = await openWorld();
    const sentences = Array.from({ length: 80 }, (_, index) => `Sentence ${index} ${"says ".repeat(12)}so. [1]`);
    const text = sentences.join(" ");
    expect(text.length).toBeGreaterThan(6000);
    await world.scene.slash("ask", { question: "Tell me everything?" });
    await answer.prove(sentences.slice(0, 30).join(" "));
    await shows("Sentence 29 ");
    await answer.prove(sentences.slice(0, 70).join(" "));
    const full = await shows("More follows when it is done.");
    expect(textOf(full).length).toBeGreaterThan(3500);
    expect(labelsOf(full)).toEqual(["Stop"]);
    answer.finish(text);
    await world.scene.sees((message) => labelsOf(message).includes("Sources"));
    const pages = await world.seen();
    const all = pages.map(textOf).join("\n");
    for (const [index] of sentences.entries()) expect(all.split(`Sentence ${index} `)).toHaveLength(2);
    expect(pages.map(labelsOf)).toEqual([...pages.slice(1).map(() => []), ANSWER_LABELS]);
    expect(pages[0]?.id).toBe(full.id);
  });

  test("carries its note, and the name of the model that took part", async () => {
    const { world, answer, shows } = await openWorld();
    await world.scene.say(`${world.scene.mention} How?`);
    await answer.prove("It draws 3 mW. [1]");
    const use = { requests: 1, promptTokens: 1, completionTokens: 1, isEstimated: false, isCached: false };
    const model = { model: "tea-4o_mini", ...use, prompts: {}, removed: [] };
    const note = "The model *broke off* here.";
    answer.finish(undefined, { note, trace: { searched: "", evidence: {}, stages: [], model } });
    const text = textOf(await shows("broke off"));
    expect(text).toContain(`It draws 3 mW. [1]\n\n-# ${String.raw`The model \*broke off\* here.`}\n\n**[1]**`);
    expect(text).toContain(String.raw`Language model: tea-4o\_mini; every sentence is checked against the papers.`);
  });
});

test("an answer that comes whole takes no request more than it did", async () => {
  const world = await BotWorld.open();
  await world.mention("How?");
  await world.slash("ask", { question: "How?" });
  const requests = world.discord.requests.map(
    ({ method, path }) => `${method} ${path.replaceAll(/\/[\w.-]{17,}/g, "")}`,
  );
  expect(requests.filter((request) => !/gateway|commands|typing/.test(request))).toEqual([
    "POST /channels/messages",
    "POST /interactions/callback",
    "PATCH /webhooks/messages/@original",
  ]);
});

describe("a draft that Discord does not take", () => {
  test("because somebody deleted it ends the answer, which is not sent again", async () => {
    const { world, app, answer } = await openWorld();
    const replied = world.mention("How?");
    await answer.prove("One. [1]");
    await world.scene.remove(await replied);
    const { signal } = await answer.options;
    const stopped = new Promise((resolve) => signal?.addEventListener("abort", resolve));
    await answer.prove("One. [1] Two. [1]");
    await stopped;
    const next = await world.mention("And then?");
    expect((await world.seen()).map(({ id }) => id)).toEqual([next.id]);
    expect(questionsTo(app)[1]?.history).toEqual([]);
    await world.bot.stop();
    expect(world.log.lines).toContainEqual(["warn", expect.stringContaining("got no answer: Unknown Message")]);
  });

  test("because its interaction's time is over ends the answer as well", async () => {
    const { world, answer } = await openWorld({ patience: { tokenMs: 150 } });
    await world.scene.slash("ask", { question: "How?" });
    const { signal } = await answer.options;
    let said = "";
    const proveMore = async () => {
      said += "Again. [1] ";
      await answer.prove(said);
      return signal?.aborted;
    };
    await expect.poll(proveMore).toBe(true);
    await world.bot.stop();
    expect(world.log.lines).toContainEqual([
      "warn",
      expect.stringContaining("time to answer this interaction is over"),
    ]);
  });

  test("because it fails leaves the answer to be shown whole, in the same message", async () => {
    const { world, answer, shows, faults } = await openWorld();
    const replied = world.mention("How?");
    await answer.prove("One. [1]");
    const draft = await replied;
    faults.fail({ ...CHANGED, times: 4 }, 500);
    await answer.prove("One. [1] Two. [1]");
    await expect.poll(() => world.log.lines).toContainEqual(["warn", expect.stringContaining("once it is whole")]);
    answer.finish("One. [1] Two. [1] Three. [1]");
    expect((await shows("Three.")).id).toBe(draft.id);
    expect(await world.seen()).toHaveLength(1);
  });

  test("nor the whole answer in its place gets a new message instead", async () => {
    const { world, answer, shows, faults } = await openWorld();
    const replied = world.mention("How?");
    await answer.prove("One. [1]");
    const draft = await replied;
    faults.fail({ ...CHANGED, times: 4 }, 500);
    answer.finish("One. [1] Two. [1]");
    const whole = await shows("Two.");
    expect(whole.id).not.toBe(draft.id);
    expect(whole.message_reference).toEqual(draft.message_reference);
    await expect.poll(async () => (await world.seen()).map(({ id }) => id)).toEqual([whole.id]);
  });

  test("nor the whole answer gets a new message in private too", async () => {
    const { world, answer, shows, faults } = await openWorld();
    await world.scene.slash("ask", { question: "How?", private: true });
    await answer.prove("One. [1]");
    const draft = await shows("One.");
    faults.fail({ ...REPLY_CHANGED, times: 4 }, 500);
    answer.finish("One. [1] Two. [1]");
    const whole = await shows("Two.");
    expect([isPrivate(whole), whole.id === draft.id]).toEqual([true, false]);
    await expect.poll(async () => (await world.seen()).map(({ id }) => id)).toEqual([whole.id]);
  });

  test("when it was to be sent is sent with the whole answer, once", async () => {
    const { world, answer, faults } = await openWorld();
    faults.fail({ ...SENT, times: 4 }, 500);
    const replied = world.mention("How?");
    await answer.prove("One. [1]");
    await expect.poll(() => world.log.lines).toContainEqual(["warn", expect.stringContaining("once it is whole")]);
    answer.finish("One. [1] Two. [1]");
    expect(textOf(await replied)).toContain("Two.");
    expect(await world.seen()).toHaveLength(1);
  });

  test("because there are too many waits, and the newest is shown", async () => {
    const { world, answer, shows, faults } = await openWorld();
    const replied = world.mention("How?");
    await answer.prove("One. [1]");
    await replied;
    faults.limit(CHANGED, 0.02);
    await answer.prove("One. [1] Two. [1]");
    answer.finish("One. [1] Two. [1] Three. [1]");
    await shows("Three.");
    expect(await world.seen()).toHaveLength(1);
  });
});

describe("an answer that breaks off", () => {
  test("keeps what is proved, says why, and enters no conversation", async () => {
    const answer = new ScriptedAnswer(CITATIONS);
    const app = answeringApp({
      ask: (question, options) =>
        question.text === "How?" ? answer.give(options) : Promise.resolve(answerTo(question)),
    });
    const world = await BotWorld.open({ app, patience: { editMs: 10 } });
    const replied = world.mention("How?");
    await answer.prove("One. [1]");
    const draft = await replied;
    answer.fail(new EmbeddingError("The endpoint is away."));
    const broken = await world.scene.sees((message) => textOf(message).includes("That did not work"));
    expect(broken.id).toBe(draft.id);
    expect(textOf(broken)).toMatch(/^One\. \[1\]\n\n-# That did not work: [^\n]+\n\n\*\*\[1\]\*\*/);
    expect(labelsOf(broken)).toEqual([]);
    await world.mention("And then?");
    expect(questionsTo(app)[1]?.history).toEqual([]);
  });

  test("because it takes too long is stopped, and shows what is proved", async () => {
    const { world, answer, shows } = await openWorld({ patience: { answerMs: 100 } });
    await world.scene.say(`${world.scene.mention} How?`);
    await answer.prove("One. [1]");
    const stopped = await shows("Stopped on request.");
    expect(textOf(stopped)).toContain("One. [1]");
    expect((await answer.options).signal?.aborted).toBe(true);
  });

  test("because the process ends shows what is proved, without waiting for its turn", async () => {
    const { world, answer } = await openWorld({ patience: { graceMs: 10, editMs: 60_000 } });
    const replied = world.mention("How?");
    await answer.prove("One. [1]");
    await replied;
    await world.bot.stop();
    const [stopped, ...others] = await world.seen();
    expect(others).toEqual([]);
    expect(stopped && [textOf(stopped).includes("One. [1]"), labelsOf(stopped)]).toEqual([true, ANSWER_LABELS]);
  });

  test("because the process ends says so where the product hands nothing over", async () => {
    const app = answeringApp({
      ask: (_, options) => {
        options?.onPartial?.({ text: "One. [1]", citations: CITATIONS });
        return new Promise<never>(() => {});
      },
    });
    const world = await BotWorld.open({ app, patience: { graceMs: 10 } });
    await world.slash("ask", { question: "How?" });
    await world.bot.stop();
    const [broken] = await world.seen();
    expect(broken && textOf(broken)).toContain("One. [1]\n\n-# I am being restarted and could not finish this.");
    expect(broken && labelsOf(broken)).toEqual([]);
  });
});
