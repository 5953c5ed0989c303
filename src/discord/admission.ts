import type { Surface } from "../domain/answer-event.ts";
import type { Whereabouts } from "../domain/records.ts";
import type { BotContext } from "./bot-context.ts";
import { Refusal } from "./failures.ts";
import type { Seat } from "./fair-queue.ts";
import { keepIfPossible } from "./keep-if-possible.ts";
import { newId } from "./new-id.ts";
import { noteAnswer } from "./note-answer.ts";
import type { Owner } from "./owner.ts";
import { QueueFullError } from "./queue-full-error.ts";
import type { Limited } from "./rate-limits.ts";
import { waitInWords } from "./wait-in-words.ts";

/** Somebody, a server or the bot had its answers for now. */
export class LimitedRefusal extends Refusal {
  /** Until the next answer is allowed, in milliseconds. */
  readonly waitMs: number;

  constructor({ reason, waitMs }: Limited) {
    super(({ refusals, tag }) => refusals.limited[reason](waitInWords(waitMs, tag)), "answer/limited");
    this.waitMs = waitMs;
  }
}

/** Whether the owner lets us answer there. Direct messages are of no server. */
export function isServed({ servers }: Owner, serverId: string | null): boolean {
  return serverId === null || servers.length === 0 || servers.includes(serverId);
}

/**
 * Lets somebody have another answer, and counts it: in one step, so that nobody gets in between.
 *
 * @returns Their seat in the queue, to be used or disposed of.
 * @throws {LimitedRefusal} If they, their server or all had their answers for now.
 * @throws {QueueFullError} If too much is under way.
 */
export function admit(bot: BotContext, who: Pick<Whereabouts, "personId" | "serverId">, surface: Surface): Seat {
  const limited = bot.limits.check(who);
  const full = limited === undefined ? bot.queue.fullFor(who.personId) : undefined;
  if (limited === undefined && full === undefined) {
    if (!keepIfPossible(bot, () => bot.records.countUse(who))) bot.limits.keepInMind(who);
    return bot.queue.enter(who.personId);
  }
  const end = limited === undefined ? "answer/queue-full" : "answer/limited";
  noteAnswer(bot, end, { id: newId(), surface, totalMs: 0, queueMs: 0 });
  throw limited === undefined ? new QueueFullError(full ?? "all") : new LimitedRefusal(limited);
}
