import type { AnswerKind, PartialAnswer } from "../domain/answer.ts";
import { ask } from "./ask.ts";
import type { Asked } from "./ask.ts";
import type { BotContext } from "./bot-context.ts";
import { describeFailure } from "./failures.ts";
import { GrowingAnswer } from "./growing-answer.ts";
import { newId } from "./new-id.ts";
import type { Place } from "./place.ts";
import { renderAnswer } from "./render/render-answer.ts";
import type { AnswerFrame } from "./render/render-answer.ts";
import { renderBrokenOff, renderDraft } from "./render/render-draft.ts";
import { isUnreachable } from "./unreachable.ts";

/** What is asked, and how its answer is to look. */
export interface Delivery {
  readonly asked: Asked;
  readonly frame: Omit<AnswerFrame, "id"> & {
    /** The kind that the answer will be of, where that is known before. */
    readonly kind?: AnswerKind;
  };
}

/**
 * Answers in a place: as the answer grows, and then as a whole. Remembers which messages hold it, for replies to them.
 *
 * @throws {Error} What the answer failed with, where nothing of it was shown.
 */
export async function deliverAnswer(bot: BotContext, place: Place, { asked, frame }: Delivery): Promise<void> {
  const id = newId();
  const stop = new AbortController();
  const growing = new GrowingAnswer(place, (partial) => renderDraft(partial, { ...frame, id }), {
    intervalMs: bot.editMs,
    onFailure: (error) => {
      // Whoever deleted the answer wants none, and where nothing can be said nobody reads it.
      if (isUnreachable(error)) stop.abort(error);
      else bot.log.warn(`An answer can be shown only once it is whole: ${String(error)}`);
    },
  });
  bot.stops.open(id, asked.talk.personId, stop);
  const signal = AbortSignal.any([asked.signal, stop.signal]);
  const onPartial = (partial: PartialAnswer): void => growing.grow(partial);
  const [answered] = await Promise.allSettled([ask(bot, { ...asked, signal, id, onPartial })]);
  bot.stops.close(id);
  await growing.end(asked.signal);
  if (answered.status === "fulfilled") {
    const messageIds = await growing.finish(renderAnswer(answered.value, { ...frame, id }));
    for (const messageId of messageIds) bot.memory.keepMessage(messageId, id);
    return;
  }
  const reason: unknown = answered.reason;
  const { proved } = growing;
  if (proved === undefined || isUnreachable(reason)) throw reason;
  await growing.finish(renderBrokenOff({ ...proved, note: describeFailure(reason, bot.log) }, frame));
}
