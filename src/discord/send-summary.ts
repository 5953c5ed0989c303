import type { BotContext } from "./bot-context.ts";
import { ask } from "./ask.ts";
import type { Deed } from "./interaction-replies.ts";
import { keepMessages, reachOf, sendDeferred, talkOf } from "./interaction-replies.ts";
import { heading, renderAnswer } from "./render/render-answer.ts";

/** What is to be summed up, and for whom. */
export interface SummaryRequest {
  /** A corpus title, or whatever was typed. */
  readonly target: string;
  readonly length: "short" | "standard";
  readonly isPrivate: boolean;
  readonly signal: AbortSignal;
}

/** Sums up a paper or a topic where a reply was deferred. It can be followed up as any answer can. */
export async function sendSummary(deed: Deed, bot: BotContext, request: SummaryRequest): Promise<void> {
  const { target, length, isPrivate, signal } = request;
  const { id, answer } = await ask(bot, {
    talk: talkOf(deed, isPrivate),
    text: target,
    answer: () => bot.app.summarize(target, { length }),
    signal,
  });
  const cited = answer.citations.map(({ paper }) => paper);
  const isPaper = cited.length === 1 && cited[0]?.title === target;
  const opening = heading(`Summary: ${isPaper ? (cited[0]?.displayTitle ?? target) : target}`);
  const pages = renderAnswer(answer, { id, reach: reachOf(deed, isPrivate), opening });
  keepMessages(bot, await sendDeferred(deed, pages), id);
}
