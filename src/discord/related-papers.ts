import type { Paper } from "../domain/paper.ts";
import type { BotContext } from "./bot-context.ts";
import { inTime } from "./failures.ts";
import type { MessagePage } from "./render/message-page.ts";
import { titleLine } from "./render/paper-lines.ts";
import { renderNotice } from "./render/render-notice.ts";
import { renderPaperList } from "./render/render-paper-list.ts";

/** Papers nearest to a paper, on two pages. */
const LIMIT = 10;

/** The list of the papers nearest to a paper. */
export async function relatedPapers(
  bot: BotContext,
  paper: Paper,
  { ownerId, signal }: { readonly ownerId: string; readonly signal: AbortSignal },
): Promise<readonly MessagePage[]> {
  const ranked = await inTime(() => bot.app.related(paper, LIMIT), { signal, limitMs: bot.answerMs });
  if (ranked.length === 0) return renderNotice("There is no other paper near this one.");
  const list = {
    heading: `### Papers near “${titleLine(paper)}”`,
    papers: ranked.map((other) => other.paper),
    total: `${ranked.length} nearest`,
  };
  return renderPaperList(list, bot.memory.keepList({ list, ownerId }));
}
