import type { Answer, AnswerKind, PartialAnswer } from "../domain/answer.ts";
import type { AnswerFailure, Surface } from "../domain/answer-event.ts";
import type { PendingRecord } from "../domain/records.ts";
import { answerPages } from "./answer-pages.ts";
import { ask } from "./ask.ts";
import type { Asked } from "./ask.ts";
import type { BotContext } from "./bot-context.ts";
import { failureOf } from "./failure-of.ts";
import { describeFailure } from "./failures.ts";
import { GrowingAnswer } from "./growing-answer.ts";
import { keepIfPossible } from "./keep-if-possible.ts";
import { newId } from "./new-id.ts";
import { noteAnswer } from "./note-answer.ts";
import type { Place } from "./place.ts";
import type { AnswerFrame } from "./render/render-answer.ts";
import { renderBrokenOff, renderDraft, renderWaiting } from "./render/render-draft.ts";
import { TakenError } from "./rest-door.ts";
import { isUnreachable } from "./unreachable.ts";

/** What is asked, and how its answer is to look. */
export interface Delivery {
  readonly asked: Asked;
  readonly frame: Omit<AnswerFrame, "id"> & {
    /** The kind that the answer will be of, where that is known before. */
    readonly kind?: AnswerKind;
  };
  readonly surface: Surface;
  /** How another process would reach the person, if this one ended. */
  readonly reach: PendingRecord["reach"];
  /** Says that an answer is under way, where that must be said. */
  readonly acknowledge?: () => Promise<void>;
}

/**
 * Answers in a place: as the answer grows, and then as a whole. Remembers which messages hold it, for replies to them, and
 * as long as it is under way what another process needs to end it.
 *
 * @throws {Error} What the answer failed with, where nothing of it was shown.
 */
export async function deliverAnswer(bot: BotContext, place: Place, delivery: Delivery): Promise<void> {
  const { asked, frame, reach, surface, acknowledge } = delivery;
  const { isShared: _, ...whereabouts } = asked.talk;
  const id = newId();
  const heardAt = performance.now();
  const times = { turnAt: heardAt };
  let end: Answer | AnswerFailure = "answer/unexpected";
  let isTaken = false;
  keepIfPossible(bot, () =>
    bot.records.beginPending({
      ...whereabouts,
      id,
      since: bot.clock.now(),
      locale: frame.words.locale,
      reach,
      isWhole: false,
    }),
  );
  try {
    await acknowledge?.();
    end = await write(bot, place, { delivery, id, onTurn: () => void (times.turnAt = performance.now()) });
  } catch (error) {
    end = failureOf(error);
    // Another process answers it, and tells of it.
    isTaken = error instanceof TakenError;
    throw error;
  } finally {
    keepIfPossible(bot, () => bot.records.endPending(id));
    const totalMs = performance.now() - heardAt;
    if (!isTaken) noteAnswer(bot, end, { id, surface, totalMs, queueMs: times.turnAt - heardAt, question: asked.text });
  }
}

interface Writing {
  readonly delivery: Delivery;
  readonly id: string;
  readonly onTurn: () => void;
}

/** @returns The answer, or why it broke off. */
async function write(
  bot: BotContext,
  place: Place,
  { delivery, id, onTurn }: Writing,
): Promise<Answer | AnswerFailure> {
  const { asked, frame, reach } = delivery;
  const { words } = frame;
  const stop = new AbortController();
  const growing = new GrowingAnswer(place, (partial) => renderDraft(partial, { ...frame, id }), {
    intervalMs: bot.editMs,
    onShown: (shownId) => keepIfPossible(bot, () => bot.records.changePending(id, { shownId })),
    onFailure: (error) => {
      // Whoever deleted the answer wants none, and where nothing can be said nobody reads it.
      if (isUnreachable(error)) stop.abort(error);
      else bot.log.warn(`An answer can be shown only once it is whole: ${String(error)}`);
    },
  });
  bot.stops.open(id, asked.talk.personId, stop);
  const signal = AbortSignal.any([asked.signal, stop.signal]);
  const onPartial = (partial: PartialAnswer): void => growing.grow(partial);
  const onWait = (number: number): void => {
    growing.tell(renderWaiting(words.waiting.place(number), { id, words }));
  };
  const told = { id, onPartial, onWait, onTurn, locale: words.locale };
  const [answered] = await Promise.allSettled([ask(bot, { ...asked, signal, ...told })]);
  bot.stops.close(id);
  if (answered.status === "fulfilled") {
    keepIfPossible(bot, () => bot.records.changePending(id, { isWhole: true }));
    await growing.end(asked.signal);
    const messageIds = await growing.finish(answerPages(answered.value, place, { ...frame, id }), () => {
      // No other process could tell which of its further messages an interaction got: rather none twice.
      if (reach.kind === "interaction") keepIfPossible(bot, () => bot.records.endPending(id));
    });
    keepIfPossible(bot, () => {
      for (const messageId of messageIds) bot.memory.keepMessage(messageId, id);
    });
    return answered.value;
  }
  await growing.end(asked.signal);
  const reason: unknown = answered.reason;
  const { proved } = growing;
  if (isUnreachable(reason)) throw reason;
  if (proved === undefined) {
    await growing.takeBack();
    throw reason;
  }
  await growing.finish(renderBrokenOff({ ...proved, note: describeFailure(reason, bot.log, words) }, frame));
  return failureOf(reason);
}
