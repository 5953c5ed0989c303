import type { BotContext } from "./bot-context.ts";
import { sendDeferred, talkOf } from "./interaction-replies.ts";
import type { Deed } from "./interaction-replies.ts";
import type { ListRequest } from "./list-request.ts";
import { makeList } from "./make-list.ts";
import { renderNotice } from "./render/render-notice.ts";
import { renderPaperList } from "./render/render-paper-list.ts";
import { wordsOf } from "./words/words-of.ts";

/** Makes a list, and sends it where a reply was deferred. Its pages can be turned from then on. */
export async function sendList(
  deed: Deed,
  bot: BotContext,
  { request, signal }: { readonly request: ListRequest; readonly signal: AbortSignal },
): Promise<void> {
  const words = wordsOf(deed);
  const list = await makeList(bot, request, { words, signal });
  if (typeof list === "string") {
    await sendDeferred(deed, renderNotice(list));
    return;
  }
  const talk = talkOf(deed, deed.ephemeral === true);
  const id = bot.memory.keepList({ ...talk, locale: words.locale, request: JSON.stringify(request) });
  await sendDeferred(deed, renderPaperList(list, { id, words }));
}
