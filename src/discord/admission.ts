import type { Surface } from "../domain/answer-event.ts";
import type { Whereabouts } from "../domain/records.ts";
import type { BotContext } from "./bot-context.ts";
import { failureOf } from "./failure-of.ts";
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
  const refusal = refusalFor(bot, who);
  if (refusal !== undefined) {
    noteAnswer(bot, failureOf(refusal), { id: newId(), surface, totalMs: 0, queueMs: 0 });
    throw refusal;
  }
  if (!keepIfPossible(bot, () => bot.records.countUse(who))) bot.limits.keepInMind(who);
  return bot.queue.enter(who.personId);
}

function refusalFor(
  { limits, queue }: BotContext,
  who: Pick<Whereabouts, "personId" | "serverId">,
): LimitedRefusal | QueueFullError | undefined {
  const limited = limits.check(who);
  if (limited !== undefined) return new LimitedRefusal(limited);
  const full = queue.fullFor(who.personId);
  return full === undefined ? undefined : new QueueFullError(full);
}
