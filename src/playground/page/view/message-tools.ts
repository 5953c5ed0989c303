import { html, nothing, type TemplateResult } from "lit-html";
import type { APIMessage } from "discord-api-types/v10";
import type { Page } from "../model/page.ts";
import { icon } from "./icons.ts";
import { messageActions } from "./message-actions.ts";
import { openMessageMenu } from "./message-menu.ts";

/**
 * What one can do with a message, at its corner while it is pointed at or has the focus. Tab stops once, at the menu that
 * holds it all.
 */
export function messageTools(given: APIMessage, page: Page): TemplateResult | typeof nothing {
  if (!page.model.isConnected) return nothing;
  const openMenu = ({ currentTarget }: Event): void => {
    if (!(currentTarget instanceof HTMLElement)) return;
    const { left, bottom } = currentTarget.getBoundingClientRect();
    openMessageMenu(given, page, { x: left, y: bottom + 4, opener: currentTarget });
  };
  return html`<div class="tools">
    ${messageActions(given, page).map(
      (action) =>
        html`<button type="button" tabindex="-1" aria-label=${action.label} title=${action.label} @click=${action.run}>
          ${icon(action.icon)}
        </button>`,
    )}
    <button
      type="button"
      aria-label="More"
      title="More"
      aria-haspopup="menu"
      aria-expanded=${page.model.messageMenu?.messageId === given.id}
      @click=${openMenu}
    >
      ${icon("more")}
    </button>
  </div>`;
}
