import { html, type TemplateResult } from "lit-html";
import type { Pane } from "../model/model.ts";
import type { Page } from "../model/page.ts";

/** How an answer came about, beside the channel. */
export function explanationPane(pane: Extract<Pane, { kind: "explanation" }>, _page: Page): TemplateResult {
  return html`<p>${pane.messageId}</p>`;
}
