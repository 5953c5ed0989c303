import type { Client, ClientOptions } from "discord.js";
import { expect, onTestFinished } from "vitest";
import type { LoopbackDiscord } from "../../src/playground/loopback-discord.ts";
import type { LoopbackOptions } from "../../src/playground/options.ts";
import { connect } from "./discord-client.ts";
import { DiscordFaults } from "./discord-faults.ts";
import { LoopbackScene } from "./discord-loopback-scene.ts";

/** A loopback discord for one test, with its faults. At the end nobody may have complained. */
export async function openStage(
  options: LoopbackOptions = {},
): Promise<{ scene: LoopbackScene; discord: LoopbackDiscord; faults: DiscordFaults }> {
  const scene = await LoopbackScene.open(options);
  const { discord } = scene;
  onTestFinished(async () => {
    await scene.end();
    expect(discord.complaints).toEqual([]);
  });
  return { scene, discord, faults: new DiscordFaults(discord) };
}

/** The same with a real discord.js client, ready. */
export async function openStageWithClient(
  options: LoopbackOptions = {},
  clientOptions: Partial<ClientOptions> = {},
): Promise<{ scene: LoopbackScene; discord: LoopbackDiscord; faults: DiscordFaults; client: Client<true> }> {
  const stage = await openStage(options);
  const client = await connect(stage.discord, clientOptions);
  onTestFinished(() => client.destroy());
  return { ...stage, client };
}
