import { escapeMarkdown } from "./escape-markdown.ts";
import { layOut } from "./message-page.ts";
import type { MessagePage } from "./message-page.ts";

/** A plain sentence to a person: a hint, a refusal, a failure. */
export function renderNotice(text: string): readonly MessagePage[] {
  return layOut({ sections: [[{ text: escapeMarkdown(text) }]], isAnswer: false });
}
