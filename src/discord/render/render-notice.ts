import { escapeMarkdown } from "./escape-markdown.ts";
import { layOut } from "./message-page.ts";
import type { MessagePage } from "./message-page.ts";

/**
 * A plain sentence to a person: a hint, a refusal, a failure. Channels' names in it can be pressed; they ping nobody.
 *
 * @param to Ids of people whom it names, without a ping.
 */
export function renderNotice(text: string, to: readonly string[] = []): readonly MessagePage[] {
  const shown = escapeMarkdown(text).replaceAll(/\\(<#\d+>)/g, "$1");
  const names = to.map((id) => `<@${id}>`).join(" ");
  return layOut({ sections: [[{ text: shown }], names === "" ? [] : [{ text: names }]], isAnswer: false });
}
