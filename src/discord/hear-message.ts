import { MessageType } from "discord.js";
import type { Message } from "discord.js";
import type { Words } from "./words/words.ts";

/** What a message wants of us: an answer, or a hint at how to get one. */
export type Heard =
  | { readonly kind: "question"; readonly text: string }
  | { readonly kind: "hint"; readonly hint: keyof Words["hints"] };

/**
 * Reads a message as far as it concerns us: a direct message, a mention, a reply that pings us.
 *
 * @param ourId Our user id.
 * @returns Undefined for everything else: other people's talk, bots, webhooks, @everyone and roles.
 */
export function hearMessage(message: Message, ourId: string): Heard | undefined {
  const { author, mentions, type, webhookId, reference } = message;
  if (author.bot || author.system || webhookId !== null) return undefined;
  if (type !== MessageType.Default && type !== MessageType.Reply) return undefined;
  const isDirect = message.channel.isDMBased();
  if (!isDirect && !mentions.users.has(ourId)) return undefined;
  const text = readWords(message, ourId);
  if (text !== "") return { kind: "question", text };
  if (isDirect) return { kind: "hint", hint: "direct" };
  const isReply = type === MessageType.Reply && reference !== null && message.content.trim() === "";
  return { kind: "hint", hint: isReply ? "reply" : "mention" };
}

/** What was written, without our name and without what only Discord can read. */
export function readWords({ content, mentions }: Pick<Message, "content" | "mentions">, ourId: string): string {
  return content
    .replaceAll(/<@!?(\d+)>/g, (_, id: string) => (id === ourId ? " " : (mentions.users.get(id)?.displayName ?? " ")))
    .replaceAll(/<(?:@&|#)\d+>|<a?:\w+:\d+>|<t:[^>]*>|<\/[^>]*>|<id:\w+>/g, " ")
    .replaceAll(/[^\S\n]+/g, " ")
    .trim();
}
