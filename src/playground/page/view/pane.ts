import { html, nothing, type TemplateResult } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";
import { ref } from "lit-html/directives/ref.js";
import type { Page } from "../model/page.ts";
import { explanationPane } from "./explanation.ts";
import { threadPane } from "./thread-pane.ts";

/** What stands beside the channel; on a narrow screen it covers it. */
export function pane(page: Page): TemplateResult | typeof nothing {
  const { pane: open, channels, isDrawerOpen } = page.model;
  if (!open) return nothing;
  const thread = open.kind === "thread" ? channels.get(open.channelId) : undefined;
  // The answer to who created a thread may come before the news of it.
  if (open.kind === "thread" && !thread) return nothing;
  return html`${keyed(
    `${open.kind} ${open.kind === "thread" ? open.channelId : open.messageId}`,
    html`<aside
      class="pane"
      aria-label=${thread ? `Thread: ${thread.name ?? ""}` : "How this answer came about"}
      ?inert=${isDrawerOpen}
      ${ref(focusWithin)}
      @keydown=${(event: KeyboardEvent) => leave(event, page)}
    >
      ${thread ? threadPane(thread, page) : nothing}
      ${open.kind === "explanation" ? explanationPane(open, page) : nothing}
    </aside>`,
  )}`;
}

function leave(event: KeyboardEvent, page: Page): void {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  event.preventDefault();
  page.closePane();
}

/** Where there is a keyboard already, a thread begins in its composer; a touch would only bring one up. */
function focusWithin(element: Element | undefined): void {
  // Not before it is in the document.
  queueMicrotask(() => {
    const field = element?.querySelector<HTMLElement>(".composer textarea, .option-field.focused input");
    const button = element?.querySelector<HTMLElement>("header .icon-button");
    (field && matchMedia("(pointer: fine)").matches ? field : button)?.focus();
  });
}
