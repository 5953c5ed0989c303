import type { SummaryLength } from "../domain/question.ts";
import type { BotContext } from "./bot-context.ts";
import { paperOf } from "./commands/title-choices.ts";
import { deliverReply } from "./deliver-reply.ts";
import type { Deed } from "./interaction-replies.ts";
import { heading } from "./render/render-answer.ts";
import { wordsOf } from "./words/words-of.ts";

/** What is to be summed up, and for whom. */
export interface SummaryRequest {
  /** A corpus title, or whatever was typed. */
  readonly target: string;
  readonly length: SummaryLength;
  readonly isPrivate: boolean;
  readonly signal: AbortSignal;
}

/** Sums up a paper or a topic, as a reply. It can be followed up as any answer can. */
export async function sendSummary(deed: Deed, bot: BotContext, request: SummaryRequest): Promise<void> {
  const { target, length, isPrivate, signal } = request;
  await deliverReply(deed, bot, {
    asked: {
      text: target,
      answer: (options) => bot.app.summarize(target, { ...options, length }),
      signal,
    },
    opening: heading(wordsOf(deed).headings.summary(paperOf(bot.app, target)?.displayTitle ?? target)),
    kind: "summary",
    surface: "summary",
    isPrivate,
  });
}
