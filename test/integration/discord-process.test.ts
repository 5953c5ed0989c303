import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { BotProcess } from "../support/bot-process.ts";
import { World } from "../support/compose-world.ts";
import { DiscordFaults } from "../support/discord-faults.ts";
import { LoopbackScene } from "../support/discord-loopback-scene.ts";
import { modelAt } from "../support/model-script.ts";
import { startChatServer } from "../support/openai-chat-server.ts";
import type { ChatScript } from "../support/openai-chat-server.ts";
import { labelsOf, textOf } from "./discord-bot-world.ts";

async function openScene(): Promise<LoopbackScene> {
  const scene = await LoopbackScene.open({ patienceMs: 20_000 });
  onTestFinished(async () => {
    await scene.end();
    expect(scene.complaints()).toEqual([]);
  });
  return scene;
}

describe("the process", () => {
  test("says what is missing where it has neither a token nor a terminal", async () => {
    const bot = new BotProcess([]);
    expect(await bot.ends()).toBe(1);
    expect(bot.said).toBe(
      "footnote: DISCORD_TOKEN is missing: set it to the bot's token, or run `npm run playground` for a Discord on this machine.\n",
    );
  });

  test("refuses an argument that it does not know", async () => {
    const bot = new BotProcess(["--token"]);
    expect(await bot.ends()).toBe(2);
    expect(bot.said).toBe("footnote: The bot takes no argument but --playground.\n");
  });

  test("answers on Discord, and ends well on SIGTERM", async () => {
    const scene = await openScene();
    const bot = new BotProcess([], { DISCORD_TOKEN: scene.token, DISCORD_API: scene.api });
    await bot.says("is on Discord, with 10 papers.");
    await scene.say(`${scene.mention} How accurately does KettleNet detect boiling water?`);
    const answer = await scene.sees((message) => textOf(message).includes("96.4%"));
    expect(textOf(answer)).toMatch(/\[1\][^]*\*\*\[1\]\*\* KettleNet: Spiking/);
    bot.terminate();
    expect(await bot.ends()).toBe(0);
  });

  test("keeps settings beyond its end, and no word of anybody, where nothing said is to be kept", async () => {
    const scene = await openScene();
    const world = new World();
    const env = { DISCORD_TOKEN: scene.token, DISCORD_API: scene.api, FOOTNOTE_KEEP_DAYS: "0" };
    const first = new BotProcess([], env, world);
    await first.says("is on Discord");
    const panel = await (await scene.slash("settings")).reply();
    await (await scene.press(panel, "Private by default: off")).reply();
    await scene.say(`${scene.mention} How accurately does KettleNet detect boiling water?`);
    const answer = await scene.sees((message) => labelsOf(message).includes("Sources"));
    expect(textOf(await (await scene.press(answer, "Sources")).reply())).toContain("96.4%");
    const data = join(world.folder, "data");
    expect(readdirSync(data)).toContain("footnote.db");
    for (const file of readdirSync(data)) expect(readFileSync(join(data, file)).includes("How accurately")).toBe(false);
    first.kill();
    await first.ends();
    const second = new BotProcess([], env, world);
    await second.says("is on Discord");
    expect(labelsOf(await (await scene.slash("settings")).reply())).toContain("Private by default: on");
    expect(textOf(await (await scene.press(answer, "Sources")).reply())).toContain("no longer remember");
  }, 60_000);

  describe("with a model", () => {
    async function openWithModel(script: ChatScript, env: Readonly<Record<string, string>> = {}) {
      const [scene, server] = [await openScene(), await startChatServer(script)];
      const bot = new BotProcess([], {
        DISCORD_TOKEN: scene.token,
        DISCORD_API: scene.api,
        ...modelAt(server),
        ...env,
      });
      await bot.says("is on Discord");
      return { scene, bot };
    }

    test("tells its owner why it failed, and gives no order of its to the terminal", async () => {
      const message = "Your\u001B]0;pwned\u0007 key \u001B[2Jis \u202Egone";
      const { scene, bot } = await openWithModel(() => ({ status: 401, error: { message } }));
      await scene.say(`${scene.mention} How accurately does KettleNet detect boiling water?`);
      await bot.says("Check FOOTNOTE_CHAT_KEY");
      expect(bot.said).toContain("Your key is gone");
      // What is no line of JSON.
      const told = bot.said.split("\n").filter((line) => !line.startsWith("{"));
      expect(told.join("\n")).not.toMatch(/(?!\n)\p{Cc}|[\u202A-\u202E]/u);
    });

    test.each([
      ["3", true],
      ["0", false],
    ])(
      "tells people how long its answers are remembered, where people's are kept for %s days",
      async (days, isSaid) => {
        const { scene } = await openWithModel(() => "never", {
          FOOTNOTE_KEEP_DAYS: days,
          FOOTNOTE_CHAT_CACHE_ANSWERS: "10",
          FOOTNOTE_CHAT_CACHE_DAYS: "5",
        });
        expect(textOf(await (await scene.slash("privacy")).reply()).includes("kept for up to 5 days")).toBe(isSaid);
      },
    );
  });

  test("ends with the reason when Discord ends it for good", async () => {
    const scene = await openScene();
    const bot = new BotProcess([], { DISCORD_TOKEN: scene.token, DISCORD_API: scene.api });
    await bot.says("is on Discord");
    new DiscordFaults(scene.discord).drop(4004);
    expect(await bot.ends()).toBe(1);
    expect(bot.said).toContain("footnote: Discord does not accept the bot's token.");
  });

  test("ends with the reason when Discord does not let it in, and never shows the token", async () => {
    const scene = await openScene();
    const bot = new BotProcess([], { DISCORD_TOKEN: "made.up.token", DISCORD_API: scene.api });
    expect(await bot.ends()).toBe(1);
    expect(bot.said).toContain("footnote: Discord does not accept the bot's token.");
    expect(bot.said).not.toContain("made.up.token");
  });

  test("opens the playground where it is asked to, in one line with its address", async () => {
    const bot = new BotProcess(["--playground"], { FOOTNOTE_PLAYGROUND_PORT: "58787" });
    await bot.says("http://127.0.0.1:");
    bot.terminate();
    expect(await bot.ends()).toBe(0);
    expect(bot.said.match(/http:/g)).toHaveLength(1);
  });
});
