import { describe, expect, onTestFinished, test } from "vitest";
import { BotProcess } from "../support/bot-process.ts";
import { DiscordFaults } from "../support/discord-faults.ts";
import { LoopbackScene } from "../support/discord-loopback-scene.ts";

const QUESTION = "How accurately does the mayor's moustache detect boiling water?";

async function startBot() {
  const scene = await LoopbackScene.open({ patienceMs: 20_000 });
  onTestFinished(() => scene.end());
  const bot = new BotProcess([], { DISCORD_TOKEN: scene.token, DISCORD_API: scene.api });
  await bot.says("is on Discord");
  return { scene, bot, faults: new DiscordFaults(scene.discord) };
}

describe("what the process tells its owner", () => {
  test("holds no interaction's token where Discord refuses an answer", async () => {
    const { scene, bot, faults } = await startBot();
    const edit = /\/messages\/(?:@|%40)original$/;
    faults.fail({ method: "PATCH", path: edit, times: 9 }, 400, { message: "Invalid Form Body", code: 50_035 });
    await scene.slash("ask", { question: QUESTION });
    await bot.says("Unexpected failure");
    await bot.says("status: 400");
    const { path = "" } = scene.discord.requests.find((request) => edit.test(request.path)) ?? {};
    const [, token = ""] = /\/webhooks\/\d+\/([^/]+)/.exec(path) ?? [];
    expect(token).not.toBe("");
    await bot.says("/***/messages/");
    expect(bot.said).not.toContain(token);
    expect(bot.said).not.toContain("moustache");
  });

  test("holds no question where Discord fails to open its thread", async () => {
    const { scene, bot, faults } = await startBot();
    await (await scene.press(await (await scene.slash("settings")).reply(), "Answers in threads: off")).reply();
    const threads = { method: "POST", path: /\/threads$/, times: 9 };
    faults.fail(threads, 500);
    await scene.say(`${scene.mention} ${QUESTION}`);
    await bot.says("status: 500");
    expect(bot.said).toContain("Unexpected failure");
    bot.terminate();
    await bot.ends();
    expect(bot.said).not.toContain("moustache");
  });
});
