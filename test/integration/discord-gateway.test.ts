import { describe, expect, onTestFinished, test } from "vitest";
import { startBot } from "../../src/discord/start-bot.ts";
import { DiscordLostError } from "../../src/domain/errors.ts";
import { LoopbackDiscord } from "../../src/playground/loopback-discord.ts";
import { someParts } from "../support/discord-parts.ts";
import { DiscordFaults } from "../support/discord-faults.ts";
import { recordLog } from "../unit/discord/record-log.ts";
import { answeringApp, BotWorld, questionsTo, textOf } from "./discord-bot-world.ts";

describe("a lost gateway", () => {
  test.each([
    ["cut", (faults: DiscordFaults) => faults.drop(1006)],
    ["closed with 4000", (faults: DiscordFaults) => faults.drop(4000)],
    ["asked to reconnect", (faults: DiscordFaults) => faults.reconnect()],
    ["invalid but resumable", (faults: DiscordFaults) => faults.invalidate(true)],
  ])("that is %s resumes, and answers what came meanwhile once", async (_, lose) => {
    const app = answeringApp();
    const world = await BotWorld.open({ app });
    await world.mention("Before?");
    lose(new DiscordFaults(world.discord));
    await world.mention("Meanwhile?");
    await world.mention("After?");
    expect(questionsTo(app).map(({ text }) => text)).toEqual(["Before?", "Meanwhile?", "After?"]);
    expect(await world.seen()).toHaveLength(3);
  });

  test("whose session is gone comes back with a new one", async () => {
    const world = await BotWorld.open();
    const faults = new DiscordFaults(world.discord);
    const online = world.event((event) => (event.type === "bot-online" ? true : undefined));
    faults.invalidate(false);
    await online;
    expect(textOf(await world.mention("After?"))).toContain("After?");
  });

  test("that does not come back in time is the end", async () => {
    const world = await BotWorld.open({ patience: { outageMs: 50 } });
    const faults = new DiscordFaults(world.discord);
    faults.refuseGateway(4000);
    faults.drop();
    expect((await world.bot.lost).userMessage).toContain("could not be restored");
  });

  test.each([
    [4004, "does not accept the bot's token"],
    [4010, "shard"],
    [4013, "intent"],
    [4014, "refuses an intent"],
  ])("that is closed with %i is the end, with the reason", async (code, reason) => {
    const world = await BotWorld.open();
    new DiscordFaults(world.discord).drop(code);
    const lost = await world.bot.lost;
    expect(lost).toBeInstanceOf(DiscordLostError);
    expect(lost.userMessage).toContain(reason);
    expect(lost.userMessage).toContain(String(code));
  });
});

describe("a login", () => {
  async function logIn(prepare: (discord: LoopbackDiscord) => void, token?: string): Promise<unknown> {
    const discord = new LoopbackDiscord();
    await discord.start();
    onTestFinished(() => discord.stop());
    prepare(discord);
    const { api } = discord;
    const options = {
      ...someParts(),
      app: answeringApp(),
      token: token ?? discord.token,
      api,
      log: recordLog(),
      patience: { loginMs: 400 },
    };
    return startBot(options).catch((error: unknown) => error);
  }

  test.each([
    [
      "4004",
      "does not accept the bot's token",
      (discord: LoopbackDiscord) => new DiscordFaults(discord).refuseGateway(4004),
    ],
    ["4014", "refuses an intent", (discord: LoopbackDiscord) => new DiscordFaults(discord).refuseGateway(4014)],
    [
      "4008 for ever",
      "did not let the bot in within 0.4 s",
      (discord: LoopbackDiscord) => new DiscordFaults(discord).refuseGateway(4008),
    ],
    [
      "no answer",
      "did not let the bot in",
      (discord: LoopbackDiscord) => new DiscordFaults(discord).hang({ method: "GET", path: /gateway/ }),
    ],
  ])("that ends in %s fails in words", async (_, reason, prepare) => {
    const error = await logIn(prepare);
    expect(error).toBeInstanceOf(DiscordLostError);
    expect((error as DiscordLostError).userMessage).toContain(reason);
  });

  test("with a token that is none says so", async () => {
    const error = await logIn(() => {}, "made.up.token");
    expect((error as DiscordLostError).userMessage).toContain("does not accept the bot's token");
  });
});
