import { ComponentType } from "discord.js";
import type { Words } from "../words/words.ts";
import type { MessagePage } from "./message-page.ts";
import { renderNotice } from "./render-notice.ts";

/**
 * Pages where only so many messages may be sent: what is cut off is said, above the last page's buttons.
 *
 * @param room 1 and up.
 */
export function cutPages(pages: readonly MessagePage[], room = Infinity, { panels }: Words): readonly MessagePage[] {
  const last = pages.at(-1);
  if (pages.length <= room || last === undefined) return pages;
  const rows = last.components
    .flatMap((part) => (part.type === ComponentType.Container ? part.components : []))
    .filter((part) => part.type === ComponentType.ActionRow);
  const notices = renderNotice(panels.cut).map((notice) => ({
    ...notice,
    components: [...notice.components, ...rows],
  }));
  return [...pages.slice(0, room - 1), ...notices];
}
