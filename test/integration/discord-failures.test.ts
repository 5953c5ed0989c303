import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "../../src/domain/records.ts";
import { wordsFor } from "../../src/discord/words/words-for.ts";
import { EmbeddingError } from "../../src/domain/errors.ts";
import { DiscordFaults } from "../support/discord-faults.ts";
import { answeringApp, answerTo, BotWorld, isPrivate, questionsTo, textOf } from "./discord-bot-world.ts";

const CALLBACK = { method: "POST", path: /\/callback$/ };
const MESSAGES = { method: "POST", path: /^\/channels\/\d+\/messages$/ };
const THREADS = { method: "POST", path: /\/threads$/ };
const FAILED = wordsFor("en").refusals.failed;

const failing = (reason: Error) => answeringApp({ ask: () => Promise.reject(reason) });
const pending = () => answeringApp({ ask: () => new Promise<never>(() => {}) });

describe("a failure that the product knows", () => {
  test("is told the person who asked and nobody else, without what is the owner's business", async () => {
    const world = await BotWorld.open({ app: failing(new EmbeddingError("The endpoint is away.")) });
    await world.scene.slash("ask", { question: "How?" });
    const notice = await world.scene.sees((message) => textOf(message) === FAILED);
    expect(isPrivate(notice)).toBe(true);
    expect(await world.seen({ as: "bob" })).toEqual([]);
    expect(await world.seen()).toHaveLength(1);
  });

  test("is told in private where the answer would have been, and in the channel to a mention", async () => {
    const world = await BotWorld.open({ app: failing(new EmbeddingError("The endpoint is away.")) });
    const notice = await world.slash("ask", { question: "How?", private: true });
    expect(textOf(notice)).toBe(FAILED);
    expect(textOf(await world.mention("How?"))).toBe(FAILED);
  });
});

test("a failure that nobody knows shows a number that the log has, and no trace", async () => {
  const bug = new TypeError("secret of a stack");
  const world = await BotWorld.open({ app: failing(bug) });
  const text = textOf(await world.mention("How?"));
  const [, id = "none"] = /number (\w{8})/.exec(text) ?? [];
  expect(text).not.toContain("secret");
  expect(world.log.lines).toContainEqual(["error", `Unexpected failure ${id}`, bug]);
});

test("a time-out that is none of Discord's is told as any failure that nobody knows", async () => {
  const world = await BotWorld.open({ app: failing(new DOMException("The disk slept", "TimeoutError")) });
  expect(textOf(await world.mention("How?"))).toContain("Something went wrong");
});

test("a failing completion offers nothing, and the next one works", async () => {
  const offers = [
    () => {
      throw new Error("No tea");
    },
    () => [],
  ];
  const app = answeringApp({ findTitles: (query) => (query === "" ? [] : (offers.shift()?.() ?? [])) });
  const world = await BotWorld.open({ app, discord: { ackMs: 50 } });
  const typed = await world.scene.autocomplete("paper", "title", { title: "tea" });
  expect(await typed.acknowledged).toMatchObject({ kind: "failed" });
  expect(await (await world.scene.autocomplete("paper", "title", { title: "tea" })).choices()).toEqual([]);
  world.discord.takeComplaints();
});

test("an answer that takes too long ends in words", async () => {
  const world = await BotWorld.open({ app: pending(), patience: { answerMs: 20 } });
  expect(textOf(await world.mention("How?"))).toContain("That took too long");
});

describe("Discord", () => {
  test("that fails, cuts or limits gets each message once all the same", async () => {
    const world = await BotWorld.open();
    const faults = new DiscordFaults(world.discord);
    faults.fail(MESSAGES, 500);
    expect(textOf(await world.mention("One?"))).toContain("One?");
    faults.cut(MESSAGES);
    expect(textOf(await world.mention("Two?"))).toContain("Two?");
    faults.limit(MESSAGES, 0.02);
    expect(textOf(await world.mention("Three?"))).toContain("Three?");
    expect(await world.seen()).toHaveLength(3);
  });

  test("that cuts an acknowledgement gets it again", async () => {
    const world = await BotWorld.open();
    new DiscordFaults(world.discord).cut(CALLBACK);
    expect(textOf(await world.slash("ask", { question: "How?" }))).toContain("How?");
  });

  test("that has another process's acknowledgement already gets nothing more for that interaction", async () => {
    const world = await BotWorld.open({ discord: { ackMs: 100 } });
    new DiscordFaults(world.discord).fail(CALLBACK, 400, { message: "Already acknowledged.", code: 40_060 });
    await (
      await world.scene.slash("ask", { question: "How?" })
    ).acknowledged;
    expect(textOf(await world.mention("Still there?"))).toContain("Still there?");
    expect(world.log.lines.filter(([level]) => level !== "info")).toEqual([
      ["warn", expect.stringContaining("Another process")],
    ]);
    expect(await world.seen()).toHaveLength(1);
    world.discord.takeComplaints();
  });

  test("that does not take an acknowledgement in time gets nothing more for that interaction", async () => {
    const world = await BotWorld.open({ discord: { ackMs: 100 }, patience: { acknowledgeMs: 60 } });
    new DiscordFaults(world.discord).hang(CALLBACK);
    const asked = await world.scene.slash("ask", { question: "How?" });
    expect(await asked.acknowledged).toMatchObject({ kind: "failed" });
    expect(textOf(await world.mention("Still there?"))).toContain("Still there?");
    expect(world.discord.requests.filter(({ path }) => CALLBACK.path.test(path))).toHaveLength(1);
    world.discord.takeComplaints();
  });

  test.each([403, 500])("that takes no acknowledgement (%d) leaves nobody in the line", async (status) => {
    const world = await BotWorld.open({ discord: { ackMs: 100 } });
    new DiscordFaults(world.discord).fail({ ...CALLBACK, times: 9 }, status);
    await (
      await world.scene.slash("ask", { question: "How?" })
    ).acknowledged;
    await expect.poll(() => world.events).toHaveLength(1);
    await expect.poll(() => [world.bot.queued, world.bot.underWay]).toEqual([0, 0]);
    world.discord.takeComplaints();
  });

  test("that opens no thread leaves nobody in the line", async () => {
    const app = answeringApp();
    const world = await BotWorld.open({ app });
    world.records.setSettings(world.discord.guildId, { ...DEFAULT_SETTINGS, usesThreads: true });
    new DiscordFaults(world.discord).fail({ ...THREADS, times: 9 }, 500);
    expect(textOf(await world.mention("How?"))).toContain("Something went wrong");
    expect([world.bot.queued, world.bot.underWay, questionsTo(app).length]).toEqual([0, 0, 0]);
  });

  test("that forbids to answer is obeyed without a word", async () => {
    const world = await BotWorld.open();
    world.discord.setPermissions("papers", "@everyone", { deny: ["SendMessages"] });
    world.discord.setPermissions("papers", "alice", { allow: ["SendMessages"] });
    await world.scene.say(`${world.scene.mention} May you?`, { in: "papers" });
    await world.mention("And here?");
    expect(await world.seen({ in: "papers" })).toEqual([]);
    expect(world.log.lines).toContainEqual(["warn", expect.stringContaining("Missing Permissions")]);
  });

  test("that forbids to read the history gets an answer that is no reply", async () => {
    const world = await BotWorld.open();
    world.discord.setPermissions("papers", "@everyone", { deny: ["ReadMessageHistory"] });
    await world.scene.say(`${world.scene.mention} May you?`, { in: "papers" });
    const answer = await world.scene.sees((message) => textOf(message).includes("May you?"), { in: "papers" });
    expect(answer.message_reference).toBeUndefined();
  });

  test("may have lost the question by the time it is answered", async () => {
    const answer = Promise.withResolvers<void>();
    const app = answeringApp({ ask: (question) => answer.promise.then(() => answerTo(question)) });
    const world = await BotWorld.open({ app });
    const said = await world.scene.say(`${world.scene.mention} Gone?`);
    await world.scene.remove(said);
    answer.resolve();
    expect(textOf(await world.scene.sees((message) => textOf(message).includes("Gone?")))).toContain("You asked");
  });
});

describe("the end of the process", () => {
  test("lets an answer under way finish", async () => {
    const answer = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    const app = answeringApp({
      ask: (question) => {
        asked.resolve();
        return answer.promise.then(() => answerTo(question));
      },
    });
    const world = await BotWorld.open({ app });
    await world.scene.slash("ask", { question: "In time?" });
    await asked.promise;
    const stopped = world.bot.stop();
    answer.resolve();
    await stopped;
    expect((await world.seen()).map(textOf)).toEqual([expect.stringContaining("You asked: In time?")]);
  });

  test("tells whoever waits longer that there will be no answer", async () => {
    const app = pending();
    const world = await BotWorld.open({ app, patience: { graceMs: 20 } });
    const asked = await world.scene.slash("ask", { question: "Privately?", private: true });
    await asked.acknowledged;
    const said = world.mention("Publicly?");
    await world.event((event) => (event.type === "typing" ? true : undefined));
    await world.bot.stop();
    expect(textOf(await said)).toContain("I am being restarted");
    expect(textOf(await asked.reply())).toContain("I am being restarted");
    expect(questionsTo(app)).toHaveLength(2);
  });

  test("tells whoever asks while it waits for others that there will be no answer", async () => {
    const answer = Promise.withResolvers<void>();
    const app = answeringApp({ ask: (question) => answer.promise.then(() => answerTo(question)) });
    const world = await BotWorld.open({ app });
    const early = world.mention("In time?");
    await expect.poll(() => questionsTo(app)).toHaveLength(1);
    const stopped = world.bot.stop();
    const late = await world.mention("Too late?");
    answer.resolve();
    await stopped;
    expect(textOf(late)).toContain("I am being restarted");
    expect(textOf(await early)).toContain("You asked: In time?");
    expect(questionsTo(app)).toHaveLength(1);
  });
});
