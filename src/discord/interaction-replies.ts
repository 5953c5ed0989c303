import { InteractionContextType, MessageFlags } from "discord.js";
import type { ChatInputCommandInteraction, MessageComponentInteraction, ModalSubmitInteraction } from "discord.js";
import type { BotContext } from "./bot-context.ts";
import type { Talk } from "./conversations.ts";
import type { MessagePage } from "./render/message-page.ts";
import type { Reach } from "./render/render-answer.ts";

/** What a person can do that we answer with a message. */
export type Deed = ChatInputCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction;

/** Says that an answer is under way. Whether only that person will see it is decided here. */
export async function defer(deed: Deed, isPrivate: boolean): Promise<void> {
  await deed.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
}

/** Sends what was deferred, on as many messages as it has pages. @returns Their ids. */
export async function sendDeferred(deed: Deed, pages: readonly MessagePage[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const page of pages) {
    const message =
      ids.length === 0 ? await deed.editReply(page) : await deed.followUp(withFlags(page, deed.ephemeral));
    ids.push(message.id);
  }
  return ids;
}

/** Answers at once, so that only that person sees it. */
export async function sendPrivately(deed: Deed, pages: readonly MessagePage[]): Promise<void> {
  for (const page of pages) {
    if (deed.replied || deed.deferred) await deed.followUp(withFlags(page, true));
    else await deed.reply(withFlags(page, true));
  }
}

/** The conversation that something a person did belongs to. In a direct message, everything is private anyway. */
export function talkOf({ channelId, user, context }: Deed, isPrivate: boolean): Talk {
  return {
    channelId: channelId ?? user.id,
    personId: user.id,
    isPrivate: isPrivate && context !== InteractionContextType.BotDM,
  };
}

/** How the reader of our answer can go on. */
export function reachOf(deed: Deed, isPrivate: boolean): Reach {
  if (deed.context === InteractionContextType.BotDM) return "direct";
  return isPrivate || deed.guild === null ? "button" : "mention";
}

/** Remembers which answer messages hold, for replies to them. */
export function keepMessages(bot: BotContext, messageIds: readonly string[], answerId: string): void {
  for (const messageId of messageIds) bot.memory.keepMessage(messageId, answerId);
}

function withFlags(page: MessagePage, isPrivate: boolean | null) {
  const flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral = page.flags;
  return { ...page, flags: isPrivate ? ([flags, MessageFlags.Ephemeral] as const) : ([flags] as const) };
}
