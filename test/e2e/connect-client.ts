import { Client, Events, GatewayIntentBits } from "discord.js";
import type { BotDoor, RunningBot } from "../../src/playground/start-playground.ts";

/**
 * Connects a client with a playground's Discord.
 *
 * @param prepare Says what it does with what it hears.
 */
export async function connectClient({ api, token }: BotDoor, prepare: (client: Client) => void): Promise<RunningBot> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    allowedMentions: { parse: [] },
    rest: { api, version: "10" },
  });
  const isReady = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  prepare(client);
  await client.login(token);
  await isReady;
  return { stop: () => client.destroy() };
}
