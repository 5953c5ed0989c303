import { setTimeout } from "node:timers/promises";
import type { Message, SendableChannels } from "discord.js";
import { admit, isServed, LimitedRefusal } from "./admission.ts";
import type { BotContext } from "./bot-context.ts";
import type { Talk } from "./conversations.ts";
import { deliverAnswer } from "./deliver-answer.ts";
import { describeFailure } from "./failures.ts";
import type { Seat } from "./fair-queue.ts";
import { hearMessage } from "./hear-message.ts";
import { mentionPlace, placesElsewhere } from "./mention-place.ts";
import { sendPages } from "./place.ts";
import type { Place, Sent } from "./place.ts";
import { QueueFullError } from "./queue-full-error.ts";
import type { MessagePage } from "./render/message-page.ts";
import { renderNotice } from "./render/render-notice.ts";
import { replyPlace } from "./reply-place.ts";
import { isUnreachable } from "./unreachable.ts";
import type { Words } from "./words/words.ts";
import { wordsIn } from "./words/words-of.ts";

/** Discord shows "is typing" for ten seconds. */
const TYPING_MS = 8000;
/** How long nobody needs to hear again that too much is under way, or how and where to ask, in milliseconds. */
const BUSY_MS = 60_000;
const HINT_MS = 60_000;

/** Answers a message if it is for us. The one place of all messages that catches. */
export async function answerMessage(message: Message, bot: BotContext, signal: AbortSignal): Promise<void> {
  const { channel, client } = message;
  const heard = hearMessage(message, client.user.id);
  if (heard === undefined || !channel.isSendable() || !isServed(bot.owner, message.guildId)) return;
  const words = wordsIn(message.guild);
  let place = replyPlace(message, channel);
  try {
    const hint = placesElsewhere(message, bot, words) ?? (heard.kind === "hint" ? words.hints[heard.hint] : undefined);
    if (hint !== undefined && bot.told.isNew(keyOf(hint, message), HINT_MS)) await sendPages(place, renderNotice(hint));
    if (hint !== undefined || heard.kind === "hint") return;
    signal.throwIfAborted();
    using seat = admit(bot, whoWrote(message), channel.isDMBased() ? "dm" : "mention");
    const found = await mentionPlace(message, bot);
    if (found === undefined) return;
    place = found.place;
    const talk = { ...found.talk, ...whoWrote(message) };
    await answerQuestion(message, found.channel, { place, talk, seat, text: heard.text, words, bot, signal });
  } catch (error) {
    if (isUnreachable(error)) {
      bot.log.warn(`A message in channel ${message.channelId} got no answer: ${error.message}`);
      return;
    }
    if (!isToBeTold(error, message, bot)) return;
    const notice = renderNotice(describeFailure(error, bot.log, words));
    await sendPages(place, notice).catch((unsent: unknown) => {
      bot.log.error("Could not tell a person of a failure", unsent);
      for (const what of ["limited", "busy"]) bot.told.forget(keyOf(what, message));
    });
  }
}

/** Everybody sees what we say to a message: that there is no answer for now, people are told once, as they are of hints. */
function isToBeTold(error: unknown, message: Message, { told }: BotContext): boolean {
  if (error instanceof LimitedRefusal) return told.isNew(keyOf("limited", message), error.waitMs);
  return !(error instanceof QueueFullError) || told.isNew(keyOf("busy", message), BUSY_MS);
}

function keyOf(what: string, { channelId, author }: Message): string {
  return `${what}:${channelId}:${author.id}`;
}

function whoWrote({ author, guildId }: Message): Pick<Talk, "personId" | "serverId"> {
  return { personId: author.id, ...(guildId !== null && { serverId: guildId }) };
}

interface Answering {
  readonly place: Place;
  readonly talk: Talk;
  readonly seat: Seat;
  readonly text: string;
  readonly words: Words;
  readonly bot: BotContext;
  readonly signal: AbortSignal;
}

async function answerQuestion(
  message: Message,
  channel: SendableChannels,
  { place, talk, seat, text, words, bot, signal }: Answering,
): Promise<void> {
  const shown = new AbortController();
  void keepTyping(channel, shown.signal);
  const first = (page: MessagePage): Promise<Sent> => {
    shown.abort();
    return place.first(page);
  };
  try {
    const repliedTo = message.reference?.messageId ?? "";
    const reader = { ...talk, channelId: message.channelId };
    const given = bot.memory.answerIn(repliedTo, reader);
    const isDirect = channel.isDMBased();
    await deliverAnswer(
      bot,
      { ...place, first },
      {
        asked: {
          talk,
          seat,
          text,
          ...(given && { history: () => bot.records.answer(given.id)?.history ?? [] }),
          signal,
        },
        frame: { words, reach: isDirect ? "direct" : "reply" },
        surface: isDirect ? "dm" : "mention",
        reach: { kind: "message", messageId: message.id },
      },
    );
  } finally {
    shown.abort();
    bot.told.forget(keyOf("busy", message));
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
