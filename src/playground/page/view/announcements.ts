import { html, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import type { APIMessage } from "discord-api-types/v10";
import type { Model } from "../model/model.ts";
import type { Page } from "../model/page.ts";
import { displayName } from "../model/display-name.ts";
import { isLoading, isPrivate } from "./message-actions.ts";
import { messageText } from "./message-text.ts";
import { plainText } from "./plain-text.ts";

/** A message that did not change for so long is finished: an answer grows about once a second. */
const REST_MS = 2500;

/** What was said to one person who cannot see the page. */
interface Heard {
  readonly personId: string | undefined;
  /** Messages of all channels that need not be announced any more. */
  readonly known: Set<string>;
  /** When a message that may still grow was last seen to change, in milliseconds since 1970. */
  readonly growing: Map<string, { readonly message: APIMessage; readonly since: number }>;
  lines: readonly { readonly id: string; readonly text: string }[];
}

const heardBy = new WeakMap<Page, Heard>();

/**
 * Says each new message of somebody else once, when it is finished, to those who do not see it: the logs themselves are
 * silent, as they would read a growing answer piece by piece.
 */
export function announcements(page: Page): TemplateResult {
  const { model } = page;
  let heard = heardBy.get(page);
  if (!heard || heard.personId !== model.me?.id) {
    // What stands there when a person comes is not new.
    const known = new Set([...model.messages.values()].flat().map(({ id }) => id));
    heard = { personId: model.me?.id, known, growing: new Map(), lines: [] };
    heardBy.set(page, heard);
  }
  const finished = finishedMessages(heard, page);
  if (finished.length > 0) heard.lines = finished.map((each) => ({ id: each.id, text: say(each, model) }));
  return html`<div class="unseen" aria-live="polite">
    ${repeat(
      heard.lines,
      ({ id }) => id,
      ({ text }) => html`<p>${text}</p>`,
    )}
  </div>`;
}

function finishedMessages({ known, growing }: Heard, page: Page): readonly APIMessage[] {
  const { model } = page;
  const finished: APIMessage[] = [];
  for (const [channelId, messages] of model.messages)
    for (const message of messages) {
      if (known.has(message.id)) continue;
      const isNews = message.author.id !== model.me?.id && isShown(channelId, model);
      if (isNews && !isRested(message, growing, page)) continue;
      if (isNews) finished.push(message);
      known.add(message.id);
      growing.delete(message.id);
    }
  return finished;
}

/** Whether a message is finished; if not, the page is drawn again when it could be. */
function isRested(message: APIMessage, growing: Heard["growing"], page: Page): boolean {
  const before = growing.get(message.id);
  if (before?.message === message) return !isLoading(message) && Date.now() - before.since >= REST_MS;
  growing.set(message.id, { message, since: Date.now() });
  setTimeout(() => page.redraw(), REST_MS + 1);
  return false;
}

function isShown(channelId: string, { channelId: shown, pane }: Model): boolean {
  return channelId === shown || (pane?.kind === "thread" && channelId === pane.channelId);
}

function say(message: APIMessage, model: Model): string {
  const name = displayName(message.author);
  const text = plainText(messageText(message, model), model);
  return `${name}${isPrivate(message) ? ", only to you" : ""}: ${text}`;
}
