import type { Message, SendableChannels } from "discord.js";
import type { Place, Sent } from "./place.ts";
import type { MessagePage } from "./render/message-page.ts";

/**
 * The place in a channel where a message is answered that stands in another one, such as the one that a thread began
 * with. However often something is sent, Discord shows it once.
 */
export function channelPlace(message: Message, channel: SendableChannels): Place {
  let count = 0;
  const send = async (page: MessagePage): Promise<Sent> => {
    const sent = await channel.send({ ...page, nonce: `${message.id}-${count}`, enforceNonce: true });
    count += 1;
    return { id: sent.id, change: (changed) => sent.edit(changed), remove: () => sent.delete() };
  };
  return { first: send, next: send };
}
