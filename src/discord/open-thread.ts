import { ChannelType, DiscordAPIError, PermissionFlagsBits, ThreadAutoArchiveDuration } from "discord.js";
import type { AnyThreadChannel, Message, TextBasedChannel } from "discord.js";
import { plainLabel } from "./render/escape-markdown.ts";
import { LIMITS } from "./render/limits.ts";

const NEEDED = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.CreatePublicThreads,
  PermissionFlagsBits.SendMessagesInThreads,
];

/** Whether a thread can begin with a message where it stands: in a server's text channel. */
export function canHoldThreads({ channel }: { readonly channel: TextBasedChannel | null }): boolean {
  return channel?.type === ChannelType.GuildText || channel?.type === ChannelType.GuildAnnouncement;
}

/** Whether a channel is a thread that we have opened. */
export function isOurThread(channel: TextBasedChannel | null): boolean {
  return channel?.isThread() === true && channel.ownerId === channel.client.user.id;
}

/**
 * Opens a public thread from a message, in which we may write.
 *
 * @param name Cut to what Discord takes.
 * @returns Undefined where Discord does not let us, or there is one already.
 */
export async function openThread(message: Message, name: string): Promise<AnyThreadChannel | undefined> {
  const { channel, client } = message;
  if (message.hasThread || !canHoldThreads(message) || channel.isDMBased()) return undefined;
  if (channel.permissionsFor(client.user)?.has(NEEDED) === false) return undefined;
  return unlessRefused(() =>
    message.startThread({
      name: plainLabel(name, LIMITS.threadName),
      autoArchiveDuration: ThreadAutoArchiveDuration.OneDay,
    }),
  );
}

/** The thread that began with a message, archived or not; it has the message's id. */
export async function threadOf({ id, channel }: Message): Promise<AnyThreadChannel | undefined> {
  if (channel.type !== ChannelType.GuildText && channel.type !== ChannelType.GuildAnnouncement) return undefined;
  return unlessRefused(async () => (await channel.threads.fetch(id, { force: true })) ?? undefined);
}

async function unlessRefused<Result>(request: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await request();
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status < 500) return undefined;
    throw error;
  }
}
