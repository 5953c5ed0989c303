import { html, type TemplateResult } from "lit-html";
import type { APIButtonComponent, APIMessage } from "discord-api-types/v10";
import { webAddress } from "../markdown/web-address.ts";
import { BUTTON_STYLE } from "../model/discord-numbers.ts";
import type { Page } from "../model/page.ts";
import { icon } from "./icons.ts";
import { controlName } from "./keyed-parts.ts";

const CLASSES: Readonly<Record<number, string>> = {
  [BUTTON_STYLE.primary]: "primary",
  [BUTTON_STYLE.secondary]: "secondary",
  [BUTTON_STYLE.success]: "success",
  [BUTTON_STYLE.danger]: "danger",
};

export function button(given: APIButtonComponent, message: APIMessage, page: Page): TemplateResult {
  if (given.style === BUTTON_STYLE.premium) return html`<span class="unknown">(a purchase)</span>`;
  const label = html`${given.emoji?.name ? html`<span class="emoji">${given.emoji.name}</span>` : ""}${given.label ?? ""}`;
  if (given.style === BUTTON_STYLE.link) {
    const href = webAddress(given.url);
    // Discord disables nothing by leaving out the address, but a link that leads nowhere is none.
    return href === undefined || given.disabled
      ? html`<span class="button secondary disabled">${label}${icon("external")}</span>`
      : html`<a class="button secondary" href=${href} target="_blank" rel="noopener noreferrer nofollow"
          >${label}${icon("external")}</a
        >`;
  }
  const customId = given.custom_id;
  const component = `${message.id}/${customId}`;
  const isBusy = [...page.model.pending.values()].some((pending) => pending.component === component);
  const press = (): void => {
    page.model.failures.delete(message.id);
    void page.interact(
      { type: "press", messageId: message.id, customId },
      { channelId: message.channel_id, component },
    );
  };
  return html`<button
    type="button"
    class="button ${CLASSES[given.style] ?? "secondary"} ${isBusy ? "busy" : ""}"
    ?disabled=${given.disabled ?? false}
    data-control=${controlName(given)}
    aria-busy=${isBusy}
    @click=${isBusy ? undefined : press}
  >
    <span class="button-label">${label}</span>
  </button>`;
}
