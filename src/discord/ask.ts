import { continueHistory } from "../domain/conversation.ts";
import type { Answer } from "../domain/answer.ts";
import type { Turn } from "../domain/question.ts";
import type { BotContext } from "./bot-context.ts";
import type { Talk } from "./conversations.ts";
import { inTime } from "./failures.ts";

/** What somebody wants to know. */
export interface Asked {
  readonly talk: Talk;
  /** The question, or what is to be summed up. */
  readonly text: string;
  /** What was said before, where that is not the person's latest conversation in the channel. */
  readonly history?: readonly Turn[];
  /** How the product answers it. Defaults to asking. */
  readonly answer?: () => Promise<Answer>;
  readonly signal: AbortSignal;
}

/** Gets an answer, and remembers it with its conversation. */
export function ask(bot: BotContext, asked: Asked): Promise<{ readonly id: string; readonly answer: Answer }> {
  const { talk, text, signal } = asked;
  return bot.conversations.inTurn(talk, async () => {
    const before = asked.history ?? bot.conversations.history(talk);
    const work = asked.answer ?? (() => bot.app.ask({ text, history: before }));
    const answer = await inTime(work, { signal, limitMs: bot.answerMs });
    const history = continueHistory(before, text, answer);
    bot.conversations.remember(talk, history);
    return { id: bot.memory.keepAnswer({ answer, history, isPrivate: talk.isPrivate }), answer };
  });
}
