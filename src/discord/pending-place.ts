import { DiscordAPIError, InteractionWebhook, MessageFlags, RESTJSONErrorCodes } from "discord.js";
import type { Client, Message, SendableChannels } from "discord.js";
import type { PendingRecord } from "../domain/records.ts";
import { USER_INSTALL_ROOM } from "./interaction-replies.ts";
import { canHoldThreads } from "./open-thread.ts";
import type { Place, Sent } from "./place.ts";
import type { MessagePage } from "./render/message-page.ts";

/**
 * The place of an answer that another process began. What that one may have sent already is changed, not sent again.
 *
 * @throws {Error} If Discord lets nothing be said there.
 */
export async function pendingPlace(client: Client<true>, record: PendingRecord): Promise<Place> {
  const { reach, isPrivate, channelId } = record;
  if (reach.kind === "interaction") {
    const channel = client.channels.cache.get(channelId);
    return {
      ...webhookPlace(new InteractionWebhook(client, reach.applicationId, reach.token), isPrivate),
      holdsThreads: channel?.isTextBased() === true && !isPrivate && canHoldThreads({ channel }),
      ...(record.serverId === undefined && { room: USER_INSTALL_ROOM }),
    };
  }
  const channel = await client.channels.fetch(channelId);
  if (!channel?.isSendable()) throw new Error(`Nothing can be sent in channel ${channelId}`);
  return { ...messagePlace(channel, reach.messageId, record.shownId), holdsThreads: canHoldThreads({ channel }) };
}

/** An interaction's first reply is there since it was acknowledged. */
function webhookPlace(webhook: InteractionWebhook, isPrivate: boolean): Place {
  const sentAs = ({ id }: Message): Sent => ({
    id,
    change: (page) => webhook.editMessage(id, page),
    remove: () => webhook.deleteMessage(id),
  });
  return {
    first: async (page) => sentAs(await webhook.editMessage("@original", page)),
    next: async (page) => {
      const flags = isPrivate ? ([page.flags, MessageFlags.Ephemeral] as const) : page.flags;
      return sentAs(await webhook.send({ ...page, flags }));
    },
  };
}

function messagePlace(channel: SendableChannels, messageId: string, shownId: string | undefined): Place {
  let count = 0;
  const sentAs = (sent: Message): Sent => ({
    id: sent.id,
    change: (page) => sent.edit(page),
    remove: () => sent.delete(),
  });
  const send = async (page: MessagePage, reply?: ReplyTo): Promise<Message> => {
    const sent = await channel.send({
      ...page,
      nonce: `${messageId}-${count}`,
      enforceNonce: true,
      ...(reply && { reply }),
    });
    count += 1;
    return sent;
  };
  return {
    first: async (page) => {
      if (shownId !== undefined) {
        count += 1;
        return sentAs(await channel.messages.edit(shownId, page));
      }
      // Where it was sent before, Discord gives that message back, with what it said.
      const sent = await sendBelow(page, send, { messageReference: messageId, failIfNotExists: false });
      await sent.edit(page);
      return sentAs(sent);
    },
    next: async (page) => sentAs(await send(page)),
  };

  /** A thread has the id of the message that it began with, which stands elsewhere. */
  async function sendBelow(page: MessagePage, post: typeof send, reply: ReplyTo): Promise<Message> {
    if (channel.id === messageId) return post(page);
    try {
      return await post(page, reply);
    } catch (error) {
      const mayNotReply =
        error instanceof DiscordAPIError &&
        error.code === RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory;
      if (!mayNotReply) throw error;
      return post(page);
    }
  }
}

interface ReplyTo {
  readonly messageReference: string;
  readonly failIfNotExists: false;
}
