import type { Client } from "discord.js";
import type { AnswerRecord, PendingRecord } from "../domain/records.ts";
import { answerPages } from "./answer-pages.ts";
import type { BotContext } from "./bot-context.ts";
import { pendingPlace } from "./pending-place.ts";
import { sendPages } from "./place.ts";
import { heading, quoteQuestion } from "./render/render-answer.ts";
import type { AnswerFrame, Reach } from "./render/render-answer.ts";
import { renderNotice } from "./render/render-notice.ts";
import { keepIfPossible } from "./keep-if-possible.ts";
import type { Words } from "./words/words.ts";
import { wordsFor } from "./words/words-for.ts";

/** Messages of ours in one channel that Discord lets pass within some five seconds. */
const MOST_ALONE = 10;

type Keeper = Pick<BotContext, "records" | "log">;

/**
 * Ends what an earlier process left under way: a whole answer is delivered, of another one people learn that it was
 * interrupted. Nobody is told anything twice, however often a process ends in the middle of this.
 *
 * @param pending What was under way before this process heard anything.
 */
export async function recoverAnswers(
  client: Client<true>,
  bot: Keeper,
  pending: readonly PendingRecord[],
): Promise<void> {
  const silent = pending.filter(
    ({ reach, isWhole, shownId }) => reach.kind === "message" && !isWhole && shownId === undefined,
  );
  const byChannel = Map.groupBy(silent, ({ channelId }) => channelId);
  const together = [...byChannel.values()].filter(({ length }) => length > MOST_ALONE);
  const grouped = new Set(together.flat());
  const alone = pending.filter((record) => !grouped.has(record));
  await Promise.all([
    ...alone.map((record) => recoverAnswer(client, bot, record)),
    ...together.map((records) => tellTogether(client, bot, records)),
  ]);
}

/** Tells people of one channel at once that they were interrupted: a message each, and Discord would make them wait. */
async function tellTogether(client: Client<true>, bot: Keeper, records: readonly PendingRecord[]): Promise<void> {
  const [first] = records;
  try {
    if (first === undefined) return;
    const { refusals } = wordsFor(first.locale);
    const people = new Set(records.map(({ personId }) => personId));
    await sendPages(await pendingPlace(client, first), renderNotice(refusals.interrupted, [...people]));
  } catch (error) {
    bot.log.warn(`People whose answers were interrupted could not be told: ${String(error)}`);
  }
  for (const { id } of records) keepIfPossible(bot, () => bot.records.endPending(id));
}

async function recoverAnswer(client: Client<true>, bot: Keeper, record: PendingRecord): Promise<void> {
  const { id, isWhole, locale, reach } = record;
  const end = (): void => void keepIfPossible(bot, () => bot.records.endPending(id));
  try {
    const words = wordsFor(locale);
    const kept = isWhole ? bot.records.answer(id) : undefined;
    const place = await pendingPlace(client, record);
    const pages =
      kept === undefined
        ? renderNotice(words.refusals.interrupted)
        : answerPages(kept.answer, place, frameOf(client, record, { kept, words }));
    const ids = await sendPages(place, pages, async (page) => {
      const sent = await place.first(page);
      if (reach.kind === "interaction") end();
      return sent;
    });
    if (kept !== undefined) for (const messageId of ids) bot.records.keepMessage(messageId, id);
  } catch (error) {
    bot.log.warn(`An answer that was interrupted could not be ended: ${String(error)}`);
  }
  end();
}

interface Kept {
  readonly kept: AnswerRecord;
  readonly words: Words;
}

function frameOf(client: Client<true>, record: PendingRecord, { kept, words }: Kept): AnswerFrame {
  const { question, answer } = kept;
  const isReply = record.reach.kind === "message";
  const opening = answer.kind === "summary" ? heading(words.headings.summary(question)) : quoteQuestion(question);
  return { id: record.id, reach: reachOf(client, record), words, ...(!isReply && { opening }) };
}

function reachOf(client: Client<true>, { reach, serverId, isPrivate }: PendingRecord): Reach {
  if (reach.kind === "message") return serverId === undefined ? "direct" : "reply";
  return serverId === undefined || isPrivate || !client.guilds.cache.has(serverId) ? "button" : "mention";
}
