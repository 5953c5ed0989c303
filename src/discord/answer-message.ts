import { setTimeout } from "node:timers/promises";
import { DiscordAPIError, RESTJSONErrorCodes } from "discord.js";
import type { Message, SendableChannels } from "discord.js";
import { ask } from "./ask.ts";
import type { BotContext } from "./bot-context.ts";
import { describeFailure } from "./failures.ts";
import { hearMessage } from "./hear-message.ts";
import type { Heard } from "./hear-message.ts";
import { keepMessages } from "./interaction-replies.ts";
import type { MessagePage } from "./render/message-page.ts";
import { renderAnswer } from "./render/render-answer.ts";
import { renderNotice } from "./render/render-notice.ts";
import { isUnreachable } from "./unreachable.ts";

const BUSY = "I am still at your last questions here. Please ask again once they are answered.";
/** Discord shows "is typing" for ten seconds. */
const TYPING_MS = 8000;

/** Answers a message if it is for us. The one place of all messages that catches. */
export async function answerMessage(message: Message, bot: BotContext, signal: AbortSignal): Promise<void> {
  const { channel, client } = message;
  const heard = hearMessage(message, client.user.id);
  if (heard === undefined || !channel.isSendable()) return;
  const turn = bot.turns.take(`${message.channelId}:${message.author.id}`);
  if (turn === "full") return;
  try {
    if (turn === "last") await sendPages(message, channel, renderNotice(BUSY));
    else if (heard.kind === "hint") await sendPages(message, channel, renderNotice(heard.text));
    else await answerQuestion(message, channel, heard, bot, signal);
  } catch (error) {
    if (isUnreachable(error)) {
      bot.log.warn(`A message in channel ${message.channelId} got no answer: ${error.message}`);
      return;
    }
    const notice = renderNotice(describeFailure(error, bot.log));
    await sendPages(message, channel, notice).catch((unsent: unknown) =>
      bot.log.error("Could not tell a person of a failure", unsent),
    );
  } finally {
    bot.turns.giveBack(`${message.channelId}:${message.author.id}`);
  }
}

async function answerQuestion(
  message: Message,
  channel: SendableChannels,
  { text }: Heard,
  bot: BotContext,
  signal: AbortSignal,
): Promise<void> {
  const answered = new AbortController();
  void keepTyping(channel, answered.signal);
  try {
    const talk = { channelId: message.channelId, personId: message.author.id, isPrivate: false };
    const repliedTo = message.reference?.messageId;
    const given = repliedTo === undefined ? undefined : bot.memory.answerIn(repliedTo);
    const { id, answer } = await ask(bot, { talk, text, ...(given && { history: given.history }), signal });
    const reach = channel.isDMBased() ? "direct" : "reply";
    keepMessages(bot, await sendPages(message, channel, renderAnswer(answer, { id, reach })), id);
  } finally {
    answered.abort();
  }
}

/** Shows that an answer is under way. Whether that can be seen changes nothing about the answer. */
async function keepTyping(channel: SendableChannels, signal: AbortSignal): Promise<void> {
  try {
    while (!signal.aborted) {
      await channel.sendTyping();
      await setTimeout(TYPING_MS, undefined, { signal });
    }
  } catch {
    // Not allowed to, not reachable, or answered.
  }
}

/**
 * Sends pages as a reply. The nonce is the message's own: however often they are sent, Discord shows them once.
 *
 * @returns The ids of what was sent.
 */
async function sendPages(
  message: Message,
  channel: SendableChannels,
  pages: readonly MessagePage[],
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const [index, page] of pages.entries()) {
    const body = { ...page, nonce: `${message.id}-${index}`, enforceNonce: true };
    const sent = index === 0 ? await reply(message, channel, body) : await channel.send(body);
    ids.push(sent.id);
  }
  return ids;
}

async function reply(
  message: Message,
  channel: SendableChannels,
  body: MessagePage & { readonly nonce: string; readonly enforceNonce: boolean },
): Promise<Message> {
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
