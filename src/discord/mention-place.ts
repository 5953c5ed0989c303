import type { Message, SendableChannels } from "discord.js";
import type { BotContext } from "./bot-context.ts";
import { channelPlace } from "./channel-place.ts";
import type { Talk } from "./conversations.ts";
import { hearMessage } from "./hear-message.ts";
import { canHoldThreads, isOurThread, openThread } from "./open-thread.ts";
import type { Place } from "./place.ts";
import { holdingSettings } from "./server-managers.ts";
import { replyPlace } from "./reply-place.ts";
import type { Words } from "./words/words.ts";

/** Where a message is answered. */
export interface MentionPlace {
  readonly place: Place;
  readonly talk: Talk;
  /** The channel or thread that the answer comes in. */
  readonly channel: SendableChannels;
}

/**
 * Where else the server has it that questions are asked, in words.
 *
 * @returns Undefined where they may be asked here.
 * @throws {DataUnusableError} If the settings cannot be read.
 */
export function placesElsewhere({ channel, guild }: Message, bot: BotContext, words: Words): string | undefined {
  if (guild === null) return undefined;
  const { channels } = holdingSettings(bot.records.settings(guild.id), guild);
  const homeId = channel.isThread() ? channel.parentId : channel.id;
  if (channels.length === 0 || channels.includes(homeId ?? channel.id)) return undefined;
  const names = channels.map((id) => `<#${id}>`);
  const listed = new Intl.ListFormat(words.tag, { type: "disjunction" }).format(names);
  return words.panels.places.askElsewhere(listed);
}

/**
 * Where a message is to be answered, as the server's settings have it: below it, or in a thread that this opens.
 *
 * @returns Undefined where nothing can be sent.
 * @throws {DataUnusableError} If the settings cannot be read.
 */
export async function mentionPlace(message: Message, bot: BotContext): Promise<MentionPlace | undefined> {
  const { channel, guildId, author, client } = message;
  if (!channel.isSendable()) return undefined;
  const talk: Talk = {
    channelId: channel.id,
    personId: author.id,
    ...(guildId !== null && { serverId: guildId }),
    isPrivate: false,
    ...(isOurThread(channel) && { isShared: true }),
  };
  const here = { place: { ...replyPlace(message, channel), holdsThreads: canHoldThreads(message) }, talk, channel };
  if (guildId === null || !bot.records.settings(guildId).usesThreads) return here;
  const heard = hearMessage(message, client.user.id);
  const thread = heard?.kind === "question" ? await openThread(message, heard.text) : undefined;
  if (thread === undefined) return here;
  return {
    place: channelPlace(message, thread),
    talk: { ...talk, channelId: thread.id, isShared: true },
    channel: thread,
  };
}
