import { escapeMarkdown } from "./escape-markdown.ts";
import { layOut } from "./message-page.ts";
import type { MessagePage } from "./message-page.ts";

/** A plain sentence to a person: a hint, a refusal, a failure. Channels' names in it can be pressed; they ping nobody. */
export function renderNotice(text: string): readonly MessagePage[] {
  const shown = escapeMarkdown(text).replaceAll(/\\(<#\d+>)/g, "$1");
  return layOut({ sections: [[{ text: shown }]], isAnswer: false });
}
