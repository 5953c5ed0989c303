import { on, once } from "node:events";
import { Client, type ClientEvents, type ClientOptions, Events, GatewayIntentBits, Partials } from "discord.js";
import type { LoopbackDiscord } from "../../src/playground/loopback-discord.ts";

/** The intents of a bot that needs no privileged one. */
const USUAL_INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.GuildMessageTyping,
  GatewayIntentBits.DirectMessages,
];

/** A real discord.js client that talks to a loopback discord and is not logged in yet. */
export function newClient(discord: LoopbackDiscord, options: Partial<ClientOptions> = {}): Client {
  const { rest, ...others } = options;
  return new Client({
    intents: USUAL_INTENTS,
    partials: [Partials.Channel, Partials.Message],
    ...others,
    rest: { api: discord.api, version: "10", ...rest },
  });
}

/** The same, logged in and ready. */
export async function connect(discord: LoopbackDiscord, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = newClient(discord, options);
  const ready = once(client, Events.ClientReady);
  await client.login(discord.token);
  await ready;
  return client as Client<true>;
}

/** The first thing that the next event of this name tells for which a test is true. Listens at once. */
export async function nextEvent<Name extends keyof ClientEvents>(
  client: Client,
  name: Name,
  isWanted: (value: ClientEvents[Name][0]) => boolean = () => true,
): Promise<ClientEvents[Name][0]> {
  for await (const args of on(client, name)) {
    const [value] = args as ClientEvents[Name];
    if (isWanted(value)) return value;
  }
  throw new Error(`The client will emit no more ${name}.`);
}
