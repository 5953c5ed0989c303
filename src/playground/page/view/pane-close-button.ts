import { html, type TemplateResult } from "lit-html";
import type { Page } from "../model/page.ts";
import { icon } from "./icons.ts";

/** Closes the pane, at the end of its header. Where the pane covers the channel, it leads back. */
export function closePaneButton(label: string, page: Page): TemplateResult {
  return html`<button
    type="button"
    class="icon-button pane-close"
    aria-label=${label}
    title=${label}
    @click=${() => page.closePane()}
  >
    ${icon("close")}
  </button>`;
}
