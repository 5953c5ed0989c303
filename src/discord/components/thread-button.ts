import type { AnyThreadChannel, Message } from "discord.js";
import type { AnswerRecord } from "../../domain/records.ts";
import type { BotContext } from "../bot-context.ts";
import { Refusal } from "../failures.ts";
import { givenRecord } from "../given-record.ts";
import { defer, sendDeferred } from "../interaction-replies.ts";
import { canHoldThreads, openThread, threadOf } from "../open-thread.ts";
import { renderNotice } from "../render/render-notice.ts";
import { renderThreadOpening } from "../render/render-thread-opening.ts";
import { isUnreachable } from "../unreachable.ts";
import { wordsIn, wordsOf } from "../words/words-of.ts";
import type { Component } from "./component.ts";

/** "Continue in a thread": opens one from the answer, in which everybody can go on from there. */
export const threadButton: Component = {
  async use(use, [id = ""], bot) {
    const { message } = use;
    const record = givenRecord(bot, id, use);
    if (message === null || record.isPrivate || !use.inCachedGuild() || !canHoldThreads(message)) {
      throw new Refusal(({ panels }) => panels.places.notHere);
    }
    await defer(use, true);
    const { places } = wordsOf(use).panels;
    const opened = await openThread(message, record.question);
    if (opened !== undefined) await begin(opened, message, { id, record, bot });
    const thread = opened ?? (await threadOf(message));
    if (thread === undefined) throw new Refusal(({ panels }) => panels.places.mayNotOpen);
    await sendDeferred(use, renderNotice((thread.locked ? places.isClosed : places.isOpen)(`<#${thread.id}>`)));
  },
};

interface Beginning {
  readonly id: string;
  readonly record: AnswerRecord;
  readonly bot: BotContext;
}

async function begin(thread: AnyThreadChannel, { guild }: Message, { id, record, bot }: Beginning): Promise<void> {
  const { personId } = record;
  // What was said may have been forgotten since the button was pressed.
  const history = bot.records.answer(id)?.history ?? [];
  const talk = { channelId: thread.id, serverId: thread.guildId, personId, isPrivate: false, isShared: true };
  bot.conversations.remember(talk, history);
  try {
    for (const page of renderThreadOpening({ id, personId }, wordsIn(guild))) await thread.send(page);
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    bot.log.warn(`A thread began without a word of ours: ${error.message}`);
  }
}
