import type { AnswerRecord } from "../domain/records.ts";
import type { BotContext } from "./bot-context.ts";
import { Refusal } from "./failures.ts";
import { readerOf } from "./interaction-replies.ts";
import type { Deed } from "./interaction-replies.ts";

/**
 * The answer that a button is about, as it is kept.
 *
 * @param id Anybody may have made it up.
 * @throws {Refusal} If it is not kept (any more), or is not for whoever pressed the button.
 */
export function givenRecord(bot: BotContext, id: string, deed: Deed): AnswerRecord {
  const record = bot.memory.answer(id, readerOf(deed));
  if (record === undefined) throw new Refusal(({ refusals }) => refusals.forgottenAnswer);
  return record;
}
