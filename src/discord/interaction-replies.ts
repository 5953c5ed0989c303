import { InteractionContextType, MessageFlags } from "discord.js";
import type {
  ChatInputCommandInteraction,
  Message,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
} from "discord.js";
import type { Talk } from "./conversations.ts";
import { canHoldThreads, isOurThread } from "./open-thread.ts";
import type { Reader } from "./memory.ts";
import { sendPages } from "./place.ts";
import type { Place, Sent } from "./place.ts";
import type { MessagePage } from "./render/message-page.ts";
import type { Reach } from "./render/render-answer.ts";

/** Messages that an answer may have where only the person installed us: the reply, and five that follow. */
export const USER_INSTALL_ROOM = 6;

/** What a person can do that we answer with a message. */
export type Deed =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction;

/** Says that an answer is under way. Whether only that person will see it is decided here. */
export async function defer(deed: Deed, isPrivate: boolean): Promise<void> {
  await deed.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
}

/** The place of what was deferred, as private as it was deferred. */
export function deferredPlace(deed: Deed): Place {
  const sentAs = ({ id }: Message): Sent => ({
    id,
    change: (page) => deed.editReply({ ...page, message: id }),
    remove: () => deed.deleteReply(id),
  });
  const follow = async (page: MessagePage): Promise<Sent> =>
    sentAs(await deed.followUp(withFlags(page, deed.ephemeral)));
  return {
    get holdsThreads() {
      return deed.inCachedGuild() && canHoldThreads(deed) && deed.ephemeral === false;
    },
    ...(deed.authorizingIntegrationOwners.guildId === null && { room: USER_INSTALL_ROOM }),
    first: async (page) => (deed.replied ? follow(page) : sentAs(await deed.editReply(page))),
    next: follow,
  };
}

/** Sends what was deferred, on as many messages as it has pages. */
export async function sendDeferred(deed: Deed, pages: readonly MessagePage[]): Promise<void> {
  await sendPages(deferredPlace(deed), pages);
}

/** Answers at once, so that only that person sees it. */
export async function sendPrivately(deed: Deed, pages: readonly MessagePage[]): Promise<void> {
  for (const page of pages) {
    if (deed.replied || deed.deferred) await deed.followUp(withFlags(page, true));
    else await deed.reply(withFlags(page, true));
  }
}

/** The conversation that something a person did belongs to. In a direct message, everything is private anyway. */
export function talkOf(deed: Deed, isPrivate: boolean): Talk {
  const isAlone = isPrivate && deed.context !== InteractionContextType.BotDM;
  return {
    ...readerOf(deed),
    isPrivate: isAlone,
    ...(!isAlone && isOurThread(deed.channel) && { isShared: true }),
  };
}

/** Who did something, and where. A server that we are not in, though somebody takes us there, is none of ours. */
export function readerOf({ channelId, user, guild }: Deed): Reader {
  return { channelId: channelId ?? user.id, personId: user.id, ...(guild && { serverId: guild.id }) };
}

/** How the reader of our answer can go on. */
export function reachOf(deed: Deed, isPrivate: boolean): Reach {
  if (deed.context === InteractionContextType.BotDM) return "direct";
  return isPrivate || deed.guild === null ? "button" : "mention";
}

function withFlags(page: MessagePage, isPrivate: boolean | null) {
  const flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral = page.flags;
  return { ...page, flags: isPrivate ? ([flags, MessageFlags.Ephemeral] as const) : ([flags] as const) };
}
