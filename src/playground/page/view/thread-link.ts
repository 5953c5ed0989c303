import { html, type TemplateResult } from "lit-html";
import type { APIChannel } from "discord-api-types/v10";
import type { Page } from "../model/page.ts";
import { icon } from "./icons.ts";

/** The door to a thread below the message that it began with. */
export function threadLink(thread: APIChannel, page: Page): TemplateResult {
  const name = page.model.channels.get(thread.id)?.name ?? thread.name ?? "Thread";
  return html`<button type="button" class="thread-link" @click=${() => page.openThread(thread.id)}>
    ${icon("thread")}<span class="thread-name">${name}</span><span class="thread-open">Open thread</span>
  </button>`;
}
