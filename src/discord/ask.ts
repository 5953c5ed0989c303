import { continueHistory } from "../domain/conversation.ts";
import type { Answer, AnswerOptions } from "../domain/answer.ts";
import type { Turn } from "../domain/question.ts";
import type { BotContext } from "./bot-context.ts";
import type { Talk } from "./conversations.ts";
import { inTime } from "./failures.ts";
import type { Seat } from "./fair-queue.ts";
import { keepIfPossible } from "./keep-if-possible.ts";
import { isUnreachable } from "./unreachable.ts";

/** What somebody wants to know. */
export interface Asked {
  readonly talk: Talk;
  readonly seat: Seat;
  /** The question, or what is to be summed up or compared. */
  readonly text: string;
  /** Reads what was said before, where that is not the person's latest conversation in the channel. */
  readonly history?: () => readonly Turn[];
  /** How the product answers it. Defaults to asking. */
  readonly answer?: (options: AnswerOptions) => Promise<Answer>;
  /** Its reason is what whoever waits is told. */
  readonly signal: AbortSignal;
}

/** Whom to tell how it goes. */
interface Told extends Required<Pick<AnswerOptions, "id" | "onPartial" | "locale">> {
  /** Told the place of whoever waits in the line. */
  readonly onWait: (place: number) => void;
  /** Told when the work begins. */
  readonly onTurn: () => void;
}

/** Gets an answer once it is its turn, and remembers it under its id, with its conversation. */
export function ask(bot: BotContext, asked: Asked & Told): Promise<Answer> {
  const { talk, seat, text, signal, id, onPartial, locale, onWait, onTurn } = asked;
  const work = async (): Promise<Answer> => {
    onTurn();
    const { count } = bot.forgetting;
    const before = asked.history?.() ?? bot.conversations.history(talk);
    const give = asked.answer ?? ((options) => bot.app.ask({ text, history: before }, options));
    const answer = await inTime((stop) => give({ signal: stop, onPartial, id, locale }), {
      signal,
      limitMs: bot.answerMs,
    });
    // What nobody can read any more is not spoken of.
    if (isUnreachable(signal.reason)) throw signal.reason;
    // Who was forgotten meanwhile may have spoken before.
    const history = continueHistory(count === bot.forgetting.count ? before : [], text, answer);
    const { isShared: _, ...whereabouts } = talk;
    keepIfPossible(bot, () => {
      if (!bot.records.isPending(id)) return;
      bot.conversations.remember(talk, history);
      bot.memory.keepAnswer(id, { ...whereabouts, question: text, answer, history, locale });
    });
    return answer;
  };
  return bot.conversations.inTurn(talk, (after) => seat.run(work, { signal, onWait, after }));
}
