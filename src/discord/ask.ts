import { continueHistory } from "../domain/conversation.ts";
import type { Answer, AnswerOptions } from "../domain/answer.ts";
import type { Turn } from "../domain/question.ts";
import type { BotContext } from "./bot-context.ts";
import type { Talk } from "./conversations.ts";
import { inTime } from "./failures.ts";
import { isUnreachable } from "./unreachable.ts";

/** What somebody wants to know. */
export interface Asked {
  readonly talk: Talk;
  /** The question, or what is to be summed up or compared. */
  readonly text: string;
  /** What was said before, where that is not the person's latest conversation in the channel. */
  readonly history?: readonly Turn[];
  /** How the product answers it. Defaults to asking. */
  readonly answer?: (options: AnswerOptions) => Promise<Answer>;
  /** Its reason is what whoever waits is told. */
  readonly signal: AbortSignal;
}

/** Gets an answer, and remembers it under its id, with its conversation. */
export function ask(
  bot: BotContext,
  asked: Asked & Required<Pick<AnswerOptions, "id" | "onPartial">>,
): Promise<Answer> {
  const { talk, text, signal, id, onPartial } = asked;
  return bot.conversations.inTurn(talk, async () => {
    const before = asked.history ?? bot.conversations.history(talk);
    const work = asked.answer ?? ((options) => bot.app.ask({ text, history: before }, options));
    const answer = await inTime((stop) => work({ signal: stop, onPartial, id }), { signal, limitMs: bot.answerMs });
    // What nobody can read any more is not spoken of.
    if (isUnreachable(signal.reason)) throw signal.reason;
    const history = continueHistory(before, text, answer);
    bot.conversations.remember(talk, history);
    bot.memory.keepAnswer(id, { answer, history, isPrivate: talk.isPrivate });
    return answer;
  });
}
