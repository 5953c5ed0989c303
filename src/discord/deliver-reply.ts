import type { Surface } from "../domain/answer-event.ts";
import { admit } from "./admission.ts";
import type { BotContext } from "./bot-context.ts";
import { deliverAnswer } from "./deliver-answer.ts";
import type { Delivery } from "./deliver-answer.ts";
import type { Asked } from "./ask.ts";
import { defer, deferredPlace, reachOf, talkOf } from "./interaction-replies.ts";
import type { Deed } from "./interaction-replies.ts";
import { wordsOf } from "./words/words-of.ts";

/** What somebody did asks for. */
export interface ReplyRequest extends Pick<Delivery["frame"], "opening" | "kind"> {
  readonly asked: Omit<Asked, "talk" | "seat">;
  readonly surface: Surface;
  readonly isPrivate: boolean;
}

/**
 * Answers something that a person did, as its reply.
 *
 * @throws {Refusal | QueueFullError} If they may not have an answer now; nothing was acknowledged then.
 */
export async function deliverReply(deed: Deed, bot: BotContext, request: ReplyRequest): Promise<void> {
  const { asked, surface, isPrivate, opening, kind } = request;
  const talk = talkOf(deed, isPrivate);
  asked.signal.throwIfAborted();
  using seat = admit(bot, talk, surface);
  await deliverAnswer(bot, deferredPlace(deed), {
    asked: { ...asked, talk, seat },
    frame: {
      words: wordsOf(deed),
      reach: reachOf(deed, isPrivate),
      ...(opening !== undefined && { opening }),
      ...(kind && { kind }),
    },
    surface,
    reach: { kind: "interaction", applicationId: deed.applicationId, token: deed.token },
    acknowledge: () => defer(deed, isPrivate),
  });
}
