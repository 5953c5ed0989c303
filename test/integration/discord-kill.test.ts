import type { APIMessage } from "discord.js";
import { describe, expect, onTestFinished, test } from "vitest";
import { openDatabase } from "../../src/adapters/database.ts";
import { DatabaseRecords } from "../../src/adapters/database-records.ts";
import { systemClock } from "../../src/adapters/clock.ts";
import { DEFAULT_SETTINGS } from "../../src/domain/records.ts";
import { World } from "../support/compose-world.ts";
import { LoopbackScene } from "../support/discord-loopback-scene.ts";
import { startChatServer } from "../support/openai-chat-server.ts";
import { BotProcess } from "../support/bot-process.ts";
import { textOf } from "./discord-bot-world.ts";

const PEOPLE = 10;
const INTERRUPTED = "I was interrupted. Please ask again.";
const QUESTION = "How accurately does KettleNet detect boiling water?";

describe("a killed process", () => {
  test("leaves nobody waiting: the next one ends all that was under way, once, and knows what was kept", async () => {
    const scene = await LoopbackScene.open({ patienceMs: 20_000 });
    onTestFinished(async () => {
      await scene.end();
      expect(scene.complaints()).toEqual([]);
    });
    const { discord } = scene;
    const chat = await startChatServer((_, index) => (index === 0 ? { text: "It detects 96.4% of it. [1]" } : "stall"));
    const papers = new World();
    const data = `${papers.folder}/data`;
    const environment = {
      FOOTNOTE_DATA: data,
      FOOTNOTE_CHAT_BASE_URL: chat.baseUrl,
      FOOTNOTE_CHAT_MODEL: "parrot-2",
      FOOTNOTE_ANSWERS_AT_ONCE: "6",
      DISCORD_TOKEN: scene.token,
      DISCORD_API: scene.api,
    };
    const first = new BotProcess([], environment, papers);
    await first.says("is on Discord");
    await scene.say(`${scene.mention} ${QUESTION}`);
    const old = await scene.sees((message) => textOf(message).includes("96.4%") && hasButtons(message));

    const database = openDatabase(data);
    onTestFinished(() => database.close());
    const records = new DatabaseRecords(database, systemClock, { keepDays: 30, paperOf: () => undefined });
    await expect.poll(() => records.pending(), { timeout: 10_000 }).toEqual([]);
    const settings = { ...DEFAULT_SETTINGS, hourlyPerServer: 100 };
    records.setSettings(discord.guildId, settings);
    await (
      await scene.press(old, "Helpful", { as: "bob" })
    ).acknowledged;
    await expect.poll(() => records.feedback()).toHaveLength(1);

    const people = Array.from({ length: PEOPLE }, (_, number) => `person${number}`);
    for (const person of people) discord.addUser(person);
    for (const [number, as] of people.entries()) {
      const channel = number % 2 === 0 ? "general" : "papers";
      await scene.say(`${scene.mention} ${QUESTION} (${number})`, { as, in: channel });
      await (
        await scene.slash("ask", { question: `${QUESTION} (${number})` }, { as, in: channel })
      ).acknowledged;
    }
    await expect.poll(() => records.pending(), { timeout: 10_000 }).toHaveLength(2 * PEOPLE);
    first.kill();
    await first.ends();

    const second = new BotProcess([], environment, papers);
    await second.says("is on Discord");
    const startedAt = performance.now();
    await expect.poll(() => records.pending(), { timeout: 10_000 }).toEqual([]);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    const seen = (["general", "papers"] as const).flatMap((channel) =>
      discord.view("alice", channel).filter(({ author, id }) => author.id === discord.bot.id && id !== old.id),
    );
    expect(seen.map(textOf)).toEqual(Array.from({ length: 2 * PEOPLE }, () => INTERRUPTED));

    expect(textOf(await (await scene.press(old, "Sources", { as: "bob" })).reply())).toContain("96.4%");
    expect(records.settings(discord.guildId)).toEqual(settings);
    expect(records.feedback()).toMatchObject([{ isGood: true, about: { question: QUESTION } }]);
    second.kill();
  }, 90_000);
});

function hasButtons(message: APIMessage): boolean {
  return JSON.stringify(message.components).includes("Helpful");
}
