import { html, nothing, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import type { OpenModal } from "../../person.ts";
import { COMPONENT } from "../model/discord-numbers.ts";
import type { Page } from "../model/page.ts";
import { displayName } from "./avatar.ts";
import { icon } from "./icons.ts";
import { markdown } from "./markdown.ts";
import { modalField } from "./modal-field.ts";

/** A form that the bot opened. `dialog` keeps the focus inside and gives it back afterwards. */
export function modalDialog(page: Page): TemplateResult | typeof nothing {
  const { modal, modalError, bot } = page.model;
  if (!modal) return nothing;
  const forget = (): void => {
    page.model.modal = undefined;
    page.model.menu = undefined;
    page.redraw();
  };
  return html`<dialog class="modal" aria-labelledby="modal-title" ${ref(showModal)} @close=${forget}>
    <form method="dialog" novalidate @submit=${(event: Event) => submit(event, modal, page)}>
      <header>
        <h2 id="modal-title">${modal.title}</h2>
        <button type="button" class="icon-button" aria-label="Close" @click=${close}>${icon("close")}</button>
      </header>
      <div class="modal-fields">
        ${modal.components.map((each) => {
          if (each.type === COMPONENT.textDisplay)
            return html`<div class="markup">${markdown(each.content, page.model)}</div>`;
          return each.type === COMPONENT.label ? modalField(each, page) : nothing;
        })}
        ${modalError ? html`<p class="failure" role="alert">${icon("warning")}${modalError}</p>` : nothing}
      </div>
      <p class="modal-notice">This form goes to ${bot ? displayName(bot) : "the bot"}, on your own machine.</p>
      <footer>
        <button type="button" class="button secondary" @click=${close}>Cancel</button>
        <button type="submit" class="button primary"><span class="button-label">Submit</span></button>
      </footer>
    </form>
  </dialog>`;
}

function showModal(element: Element | undefined): void {
  if (element instanceof HTMLDialogElement && !element.open)
    // Not before it is in the document.
    queueMicrotask(() => {
      if (element.isConnected && !element.open) element.showModal();
    });
}

function submit(event: Event, modal: OpenModal, page: Page): void {
  event.preventDefault();
  const form = event.currentTarget as HTMLFormElement;
  const wrong = [...form.elements].find(
    (field) => "checkValidity" in field && !(field as HTMLInputElement).checkValidity(),
  );
  if (wrong instanceof HTMLElement) {
    wrong.setAttribute("aria-invalid", "true");
    wrong.focus();
    (wrong as HTMLInputElement).reportValidity();
    return;
  }
  const fields = Object.fromEntries(
    [...form.querySelectorAll<HTMLElement>("[data-field]")].map((field) => [
      field.dataset["field"] ?? "",
      valueOf(field),
    ]),
  );
  const { channelId, interactionId } = modal;
  close(event);
  void page.interact({ type: "submit", interactionId, fields }, { channelId });
}

/** Closed as a dialog, it gives the focus back to what opened it. */
function close({ currentTarget }: Event): void {
  if (currentTarget instanceof Element) currentTarget.closest("dialog")?.close();
}

function valueOf(field: HTMLElement): string | readonly string[] {
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field.value;
  return JSON.parse(field.dataset["values"] ?? "[]") as readonly string[];
}
