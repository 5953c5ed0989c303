import type { APIMessage } from "discord.js";
import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "../../src/domain/records.ts";
import { DiscordFaults } from "../support/discord-faults.ts";
import { ScriptedAnswer } from "../support/scripted-answer.ts";
import { answeringApp, answerTo, BotWorld, CITATIONS, isPrivate, textOf } from "./discord-bot-world.ts";

const QUICK = { graceMs: 20, editMs: 10 };
const INTERRUPTED = "I was interrupted. Please ask again.";

/** A bot that has begun to answer a question, and never will. */
async function openWorld(first: Partial<Parameters<typeof BotWorld.open>[0]> = {}) {
  const asked = Promise.withResolvers<void>();
  const app = answeringApp({
    ask: (question) => {
      if (question.text !== "Under way?") return Promise.resolve(answerTo(question));
      asked.resolve();
      return new Promise<never>(() => {});
    },
  });
  const world = await BotWorld.open({ app, patience: QUICK, ...first });
  return { world, asked: asked.promise };
}

function sees(world: BotWorld, text: string): Promise<APIMessage> {
  return world.scene.sees((message) => textOf(message).includes(text));
}

describe("after an abrupt end", () => {
  test("a command that was under way reads that it was interrupted", async () => {
    const { world, asked } = await openWorld();
    await world.scene.slash("ask", { question: "Under way?" });
    await asked;
    await world.restartAbruptly();
    await sees(world, INTERRUPTED);
    expect(await world.seen()).toHaveLength(1);
    await expect.poll(() => world.records.pending()).toEqual([]);
  });

  test("a private one is told in private", async () => {
    const { world, asked } = await openWorld();
    await world.scene.slash("ask", { question: "Under way?", private: true });
    await asked;
    await world.restartAbruptly();
    expect(isPrivate(await sees(world, INTERRUPTED))).toBe(true);
    expect(await world.seen({ as: "bob" })).toEqual([]);
  });

  test("a message that was under way is replied to, once", async () => {
    const { world, asked } = await openWorld();
    const said = await world.scene.say(`${world.scene.mention} Under way?`);
    await asked;
    await world.restartAbruptly();
    expect((await sees(world, INTERRUPTED)).message_reference?.message_id).toBe(said.id);
    await world.restart();
    expect(await world.seen()).toHaveLength(1);
  });

  test("one that was under way in a thread of its own is told there", async () => {
    const { world, asked } = await openWorld();
    world.records.setSettings(world.discord.guildId, { ...DEFAULT_SETTINGS, usesThreads: true });
    const said = await world.scene.say(`${world.scene.mention} Under way?`);
    await asked;
    await world.restartAbruptly();
    const told = await world.scene.sees((message) => textOf(message).includes(INTERRUPTED), { in: said.id });
    expect(await world.seen({ in: said.id })).toHaveLength(1);
    expect(told.channel_id).toBe(said.id);
    expect(await world.seen()).toEqual([]);
  });

  test("a reply that arrived, but of which nobody knows, is the one that says so", async () => {
    const { world } = await openWorld({
      app: answeringApp({ ask: (question) => Promise.resolve(answerTo(question)) }),
    });
    const arrived = Promise.withResolvers<void>();
    world.discord.intercept = async ({ method, url, headers, body }) => {
      if (method !== "POST" || !url.endsWith("/messages")) return undefined;
      world.discord.intercept = undefined;
      const { authorization = "", "content-type": type = "" } = headers;
      const address = new URL(url, world.scene.api);
      await fetch(address, {
        method: "POST",
        headers: { authorization, "content-type": type },
        body: JSON.stringify(body),
      });
      arrived.resolve();
      return { kind: "hang" };
    };
    await world.scene.say(`${world.scene.mention} How?`);
    await arrived.promise;
    const [before] = await world.seen();
    await world.restartAbruptly();
    await expect.poll(() => world.records.pending()).toEqual([]);
    expect((await world.seen()).map(({ id }) => id)).toEqual([before?.id]);
  });

  test("a draft that was shown is what says so", async () => {
    const answer = new ScriptedAnswer(CITATIONS);
    const { world } = await openWorld({ app: answeringApp({ ask: (_, options) => answer.give(options) }) });
    const replied = world.mention("How?");
    await answer.prove("One. [1]");
    const draft = await replied;
    await expect.poll(() => world.records.pending()[0]?.shownId).toBe(draft.id);
    await world.restartAbruptly();
    expect((await sees(world, INTERRUPTED)).id).toBe(draft.id);
    expect(await world.seen()).toHaveLength(1);
  });

  test.each([
    ["a command", false],
    ["a message", true],
  ])("a whole answer to %s that was on its way arrives, once, and its buttons work", async (_, isMessage) => {
    const world = await BotWorld.open({ patience: QUICK });
    // What is sent may have arrived: of a message's reply, only the answer is lost.
    world.discord.intercept = ({ method, path }) =>
      method === "PATCH" || /\/channels\/\d+\/messages$/.test(path) ? { kind: "hang" } : undefined;
    if (isMessage) await world.scene.say(`${world.scene.mention} How?`);
    else await world.scene.slash("ask", { question: "How?" });
    await expect.poll(() => world.records.pending().map(({ isWhole }) => isWhole)).toEqual([true]);
    await world.restartAbruptly();
    const whole = await sees(world, "You asked: How? [1]");
    expect(await world.seen()).toHaveLength(1);
    expect(textOf(await world.press(whole, "Sources"))).toContain("It draws 3 mW.");
    await expect.poll(() => world.records.pending()).toEqual([]);
  });

  test("what cannot be told any more ends with a line in the log, and nothing else", async () => {
    const { world, asked } = await openWorld();
    await world.scene.slash("ask", { question: "Under way?" });
    await asked;
    const [record] = world.records.pending();
    if (record?.reach.kind !== "interaction") throw new Error("No interaction is under way");
    world.records.beginPending({ ...record, id: "dead", reach: { ...record.reach, token: "dead" } });
    await world.restartAbruptly();
    await expect.poll(() => world.records.pending()).toEqual([]);
    expect(world.log.lines).toContainEqual(["warn", expect.stringContaining("could not be ended")]);
    await sees(world, INTERRUPTED);
    world.discord.takeComplaints();
  });
});

test("a server that puts the bot out is forgotten at once", async () => {
  const world = await BotWorld.open();
  await world.mention("How?");
  world.records.setSettings(world.discord.guildId, { ...DEFAULT_SETTINGS, usesThreads: true });
  expect(world.records.servers()).toEqual([world.discord.guildId]);
  world.discord.expelBot();
  await expect.poll(() => world.records.servers()).toEqual([]);
});

test("a server that put the bot out while it had no session is forgotten in the next", async () => {
  const world = await BotWorld.open();
  await world.mention("How?");
  new DiscordFaults(world.discord).invalidate(false);
  world.discord.expelBot();
  // Discord has a client wait for some seconds before its next session.
  await expect.poll(() => world.records.servers(), { timeout: 10_000 }).toEqual([]);
});

test("a server that put the bot out while it was away is forgotten", async () => {
  const world = await BotWorld.open();
  await world.mention("How?");
  expect(world.records.servers()).toHaveLength(1);
  world.records.keepList("l", {
    personId: "1",
    channelId: "2",
    serverId: "3",
    isPrivate: false,
    locale: "en",
    request: "{}",
  });
  await world.restart();
  await expect.poll(() => world.records.servers()).toEqual([world.discord.guildId]);
});
