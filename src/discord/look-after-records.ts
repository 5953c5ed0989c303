import { setImmediate, setTimeout } from "node:timers/promises";
import { Events, GatewayDispatchEvents, GatewayOpcodes } from "discord.js";
import type { Client, GatewayReceivePayload } from "discord.js";
import type { BotContext } from "./bot-context.ts";
import { keepIfPossible } from "./keep-if-possible.ts";

const HOUR_MS = 3_600_000;

type Keeper = Pick<BotContext, "records" | "log">;

/**
 * Forgets a server once the bot has to leave it, and at the beginning of each session those that it has left while it was
 * away. One that Discord cannot show for a while is not left.
 */
export function forgetLeftServers(client: Client, bot: Keeper): void {
  client.on(Events.GuildDelete, ({ id }) => keepIfPossible(bot, () => bot.records.forgetServer(id)));
  // The client's own list still has what it had in the session before.
  client.on(Events.Raw, (payload: GatewayReceivePayload) => {
    if (payload.op !== GatewayOpcodes.Dispatch || payload.t !== GatewayDispatchEvents.Ready) return;
    const { application, guilds } = payload.d;
    const current = new Set(guilds.map(({ id }) => id));
    keepIfPossible(bot, () => {
      if (!bot.records.isOf(application.id)) {
        bot.log.warn("The data folder is another bot's: servers that this one is not in are not forgotten.");
        return;
      }
      for (const id of bot.records.servers()) if (!current.has(id)) bot.records.forgetServer(id);
    });
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
