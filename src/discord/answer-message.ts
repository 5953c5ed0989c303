import { setTimeout } from "node:timers/promises";
import type { Message, SendableChannels } from "discord.js";
import type { BotContext } from "./bot-context.ts";
import { deliverAnswer } from "./deliver-answer.ts";
import { describeFailure } from "./failures.ts";
import { hearMessage } from "./hear-message.ts";
import { sendPages } from "./place.ts";
import type { Place, Sent } from "./place.ts";
import type { MessagePage } from "./render/message-page.ts";
import { renderNotice } from "./render/render-notice.ts";
import { replyPlace } from "./reply-place.ts";
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
  const place = replyPlace(message, channel);
  try {
    if (turn === "last") await sendPages(place, renderNotice(BUSY));
    else if (heard.kind === "hint") await sendPages(place, renderNotice(heard.text));
    else await answerQuestion(message, channel, { place, text: heard.text, bot, signal });
  } catch (error) {
    if (isUnreachable(error)) {
      bot.log.warn(`A message in channel ${message.channelId} got no answer: ${error.message}`);
      return;
    }
    const notice = renderNotice(describeFailure(error, bot.log));
    await sendPages(place, notice).catch((unsent: unknown) =>
      bot.log.error("Could not tell a person of a failure", unsent),
    );
  } finally {
    bot.turns.giveBack(`${message.channelId}:${message.author.id}`);
  }
}

interface Answering {
  readonly place: Place;
  readonly text: string;
  readonly bot: BotContext;
  readonly signal: AbortSignal;
}

async function answerQuestion(
  message: Message,
  channel: SendableChannels,
  { place, text, bot, signal }: Answering,
): Promise<void> {
  const shown = new AbortController();
  void keepTyping(channel, shown.signal);
  const first = (page: MessagePage): Promise<Sent> => {
    shown.abort();
    return place.first(page);
  };
  try {
    const talk = { channelId: message.channelId, personId: message.author.id, isPrivate: false };
    const repliedTo = message.reference?.messageId;
    const given = repliedTo === undefined ? undefined : bot.memory.answerIn(repliedTo);
    await deliverAnswer(
      bot,
      { ...place, first },
      {
        asked: { talk, text, ...(given && { history: given.history }), signal },
        frame: { reach: channel.isDMBased() ? "direct" : "reply" },
      },
    );
  } finally {
    shown.abort();
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
