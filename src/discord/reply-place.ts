import { DiscordAPIError, RESTJSONErrorCodes } from "discord.js";
import type { Message, SendableChannels } from "discord.js";
import type { Place, Sent } from "./place.ts";
import type { MessagePage } from "./render/message-page.ts";

/**
 * The place below a message. What is sent there has a nonce of the message's own: however often it is sent, Discord
 * shows it once.
 */
export function replyPlace(message: Message, channel: SendableChannels): Place {
  let count = 0;
  const send = async (page: MessagePage, post: (body: Body) => Promise<Message>): Promise<Sent> => {
    const sent = await post({ ...page, nonce: `${message.id}-${count}`, enforceNonce: true });
    count += 1;
    return { id: sent.id, change: (changed) => sent.edit(changed), remove: () => sent.delete() };
  };
  return {
    first: (page) => send(page, (body) => reply(message, channel, body)),
    next: (page) => send(page, (body) => channel.send(body)),
  };
}

type Body = MessagePage & { readonly nonce: string; readonly enforceNonce: boolean };

async function reply(message: Message, channel: SendableChannels, body: Body): Promise<Message> {
  try {
    return await message.reply({ ...body, failIfNotExists: false });
  } catch (error) {
    const mayNotReply =
      error instanceof DiscordAPIError &&
      error.code === RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory;
    if (!mayNotReply) throw error;
    return channel.send(body);
  }
}
