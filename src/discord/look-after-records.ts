import { setImmediate, setTimeout } from "node:timers/promises";
import { Events } from "discord.js";
import type { Client } from "discord.js";
import type { BotContext } from "./bot-context.ts";
import { keepIfPossible } from "./keep-if-possible.ts";

const HOUR_MS = 3_600_000;

type Keeper = Pick<BotContext, "records" | "log">;

/** Forgets a server once the bot has to leave it. One that Discord cannot show for a while is not left. */
export function forgetLeftServers(client: Client, bot: Keeper): void {
  client.on(Events.GuildDelete, ({ id }) => keepIfPossible(bot, () => bot.records.forgetServer(id)));
}

/** Forgets the servers that the bot has left while it was away. The client must be logged in. */
export function forgetServersLeftMeanwhile(client: Client, bot: Keeper): void {
  keepIfPossible(bot, () => {
    for (const id of bot.records.servers()) if (!client.guilds.cache.has(id)) bot.records.forgetServer(id);
  });
}

/** Forgets now and every hour what is too old, in slices, so that nobody waits. */
export async function expireRecords(bot: Keeper, signal: AbortSignal): Promise<void> {
  try {
    while (!signal.aborted) {
      let isMore = true;
      while (isMore && !signal.aborted) {
        isMore = false;
        keepIfPossible(bot, () => (isMore = bot.records.expire()));
        await setImmediate();
      }
      await setTimeout(HOUR_MS, undefined, { signal, ref: false });
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
