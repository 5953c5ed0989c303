import type { Answer } from "../domain/answer.ts";
import { describeAnswer } from "../domain/answer-event.ts";
import type { AnswerContext, AnswerFailure } from "../domain/answer-event.ts";
import type { BotContext } from "./bot-context.ts";

/** Tells the owner of an answer, or of its failure: one line and a count. The question only where they want it. */
export function noteAnswer(bot: BotContext, end: Answer | AnswerFailure, context: AnswerContext): void {
  const { question, ...rest } = context;
  const isWanted = bot.owner.logsQuestions && question !== undefined;
  const event = describeAnswer(end, { ...rest, ...(isWanted && { question }) });
  bot.logger.info({ ...event }, "answered");
  bot.metrics.countAnswer(event);
}
