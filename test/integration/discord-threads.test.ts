import type { APIMessage } from "discord.js";
import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "../../src/domain/records.ts";
import { actAsBot } from "../support/act-as-bot.ts";
import { SetClock } from "../support/set-clock.ts";
import { answeringApp, BotWorld, isPrivate, labelsOf, questionsTo, textOf } from "./discord-bot-world.ts";

function forbidThreads({ discord }: BotWorld): void {
  discord.setPermissions("general", discord.bot, { deny: ["CreatePublicThreads"] });
}

const texts = (messages: readonly APIMessage[]): readonly string[] => messages.map((message) => textOf(message));

describe("Continue in a thread", () => {
  test("opens a thread named after the question, says whose it is, and goes on from the answer", async () => {
    const app = answeringApp();
    const world = await BotWorld.open({ app });
    const answer = await world.mention("How frugal?");
    const notice = await world.press(answer, "Continue in a thread", { as: "bob" });
    expect([isPrivate(notice), textOf(notice)]).toEqual([true, `It goes on in <#${answer.id}>.`]);
    expect(world.discord.channel(answer.id).name).toBe("How frugal?");
    const [opening] = await world.seen({ in: answer.id });
    expect(textOf(opening as APIMessage)).toContain(`<@${world.discord.user("alice").id}>`);
    await world.mention("And then?", { as: "bob", in: answer.id });
    await world.mention("And now?", { as: "alice", in: answer.id });
    expect(questionsTo(app).map(({ history }) => history.length)).toEqual([0, 2, 4]);
    await world.followUp(opening as APIMessage, "Since when?", { as: "bob" });
    await world.mention("Really?", { in: answer.id });
    expect(questionsTo(app).at(-1)?.history.at(-2)?.text).toBe("Since when?");
  });

  test("links to the thread that there is", async () => {
    const world = await BotWorld.open();
    const answer = await world.mention("How frugal?");
    const thread = await world.scene.thread("Ours", { from: answer });
    expect(textOf(await world.press(answer, "Continue in a thread"))).toBe(`It goes on in <#${thread.id}>.`);
    expect(await world.seen({ in: thread.id })).toEqual([]);
  });

  test("says that a locked thread is closed", async () => {
    const world = await BotWorld.open();
    const answer = await world.mention("How frugal?");
    await world.press(answer, "Continue in a thread");
    const change = { locked: true, archived: true };
    await actAsBot(world.scene, "PATCH", `/channels/${answer.id}`, change);
    expect(textOf(await world.press(answer, "Continue in a thread"))).toContain("is closed");
    expect(await world.seen({ in: answer.id })).toHaveLength(1);
  });

  test("says that it may not", async () => {
    const world = await BotWorld.open();
    forbidThreads(world);
    const answer = await world.mention("How frugal?");
    const notice = await world.press(answer, "Continue in a thread");
    expect([isPrivate(notice), textOf(notice)]).toEqual([
      true,
      expect.stringContaining("I may not open a thread here"),
    ]);
  });

  test("is not offered in threads, private answers and direct messages", async () => {
    const world = await BotWorld.open();
    const thread = await world.scene.thread("Ours");
    const dm = await world.scene.dm();
    const answers = [
      await world.mention("How?", { in: thread }),
      await world.slash("ask", { question: "How?", private: true }),
      await world.ask("How?", { in: dm }),
    ];
    for (const answer of answers) expect(labelsOf(answer)).not.toContain("Continue in a thread");
    expect(labelsOf(await world.slash("ask", { question: "How?" }))).toContain("Continue in a thread");
  });
});

describe("a server that wants threads", () => {
  const settings = { ...DEFAULT_SETTINGS, usesThreads: true };

  test("has mentions answered in a thread named after the question, in which the conversation is everybody's", async () => {
    const app = answeringApp();
    const world = await BotWorld.open({ app });
    world.records.setSettings(world.discord.guildId, settings);
    const opened = world.event((event) => (event.type === "thread-created" ? event.thread.id : undefined));
    await world.scene.say(`${world.scene.mention} How frugal?`);
    const thread = await opened;
    const answer = await world.scene.sees((message) => textOf(message).includes("You asked"), { in: thread });
    expect(world.discord.channel(thread).name).toBe("How frugal?");
    expect(labelsOf(answer)).not.toContain("Continue in a thread");
    await world.mention("And then?", { as: "bob", in: thread });
    expect(questionsTo(app).map(({ history }) => history.length)).toEqual([0, 2]);
  });

  test("has them answered below the mention where threads are forbidden", async () => {
    const world = await BotWorld.open();
    forbidThreads(world);
    world.records.setSettings(world.discord.guildId, settings);
    expect(textOf(await world.mention("How frugal?"))).toContain("You asked");
  });

  test.each([50_001, 50_013, 10_008])("has them answered below the mention where Discord says %i", async (code) => {
    const world = await BotWorld.open({
      discord: {
        intercept: ({ path, method }) =>
          method === "POST" && path.endsWith("/threads")
            ? { kind: "answer", status: 403, body: { code, message: "Missing" } }
            : undefined,
      },
    });
    world.records.setSettings(world.discord.guildId, settings);
    expect(textOf(await world.mention("How frugal?"))).toContain("You asked");
  });
});

test("a server that names channels has mentions answered there and in their threads only", async () => {
  const world = await BotWorld.open();
  const papers = world.discord.channel("papers").id;
  world.records.setSettings(world.discord.guildId, { ...DEFAULT_SETTINGS, channels: [papers] });
  expect(textOf(await world.mention("How?"))).toBe(`In this server I answer questions in <#${papers}>.`);
  const thread = await world.scene.thread("Ours", { in: "papers" });
  const answers = [await world.mention("How?", { in: "papers" }), await world.mention("How?", { in: thread })];
  expect(texts(answers)).toEqual([expect.stringContaining("You asked"), expect.stringContaining("You asked")]);
});

test("a server's channels that are gone count no more: others stay, and without any all channels are answered", async () => {
  const world = await BotWorld.open();
  const papers = world.discord.channel("papers").id;
  world.records.setSettings(world.discord.guildId, { ...DEFAULT_SETTINGS, channels: ["1", papers] });
  expect(textOf(await world.mention("How?"))).toBe(`In this server I answer questions in <#${papers}>.`);
  world.records.setSettings(world.discord.guildId, { ...DEFAULT_SETTINGS, channels: ["1"] });
  expect(textOf(await world.mention("How?"))).toContain("You asked");
});

test("where questions are asked is told to each person once in a while, not at every mention", async () => {
  const clock = new SetClock("2026-03-01");
  const world = await BotWorld.open({ clock });
  const papers = world.discord.channel("papers").id;
  world.records.setSettings(world.discord.guildId, { ...DEFAULT_SETTINGS, channels: [papers] });
  await world.mention("How?");
  await world.scene.say(`${world.scene.mention} Really, how?`);
  await world.mention("How?", { as: "bob" });
  clock.pass(600_000);
  await world.mention("And now?");
  expect(await world.seen()).toHaveLength(3);
});
