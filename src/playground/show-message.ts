import { type APIMessage, type APIUser, MessageType } from "discord-api-types/v10";
import { isOfGuild } from "./channel.ts";
import type { MessageRecord, World } from "./world.ts";

/** A message as it is now, with the message that it replies to. Nobody shares the object. */
export function snapshot(world: World, { message }: MessageRecord): APIMessage {
  const shown = structuredClone(message);
  if (message.type !== MessageType.Reply) return shown;
  const replied = world.records.get(message.message_reference?.message_id ?? "");
  return { ...shown, referenced_message: replied ? structuredClone(replied.message) : null };
}

/**
 * A message as the bot gets it. Without the message content intent, content, embeds, attachments and components are
 * empty save in the bot's own messages, in those that mention it (a reply with ping does), and in direct messages.
 * The message that is replied to is judged by itself.
 *
 * @see https://docs.discord.com/developers/events/gateway#message-content-intent
 */
export function forBot(world: World, bot: APIUser, record: MessageRecord, hasContent: boolean): APIMessage {
  const shown = snapshot(world, record);
  if (hasContent) return shown;
  const mayRead = (message: APIMessage): APIMessage =>
    isReadable(world, bot, message)
      ? message
      : { ...message, content: "", embeds: [], attachments: [], components: [] };
  return {
    ...mayRead(shown),
    ...(shown.referenced_message && { referenced_message: mayRead(shown.referenced_message) }),
  };
}

/** The target of a message command as the bot gets it: readable whatever the intents, unlike what it replies to. */
export function targetForBot(world: World, bot: APIUser, record: MessageRecord, hasContent: boolean): APIMessage {
  const { referenced_message: replied } = forBot(world, bot, record, hasContent);
  return { ...snapshot(world, record), ...(replied && { referenced_message: replied }) };
}

function isReadable(world: World, bot: APIUser, message: APIMessage): boolean {
  const channel = world.channels.get(message.channel_id);
  if (channel && !isOfGuild(channel)) return true;
  return message.author.id === bot.id || message.mentions.some((user) => user.id === bot.id);
}
