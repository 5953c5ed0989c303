import { html, nothing, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import type { OpenModal } from "../../person.ts";
import { canSend } from "../model/can-send.ts";
import { COMPONENT } from "../model/discord-numbers.ts";
import type { Page } from "../model/page.ts";
import { displayName } from "../model/display-name.ts";
import { icon } from "./icons.ts";
import { markdown } from "./markdown.ts";
import { modalField } from "./modal-field.ts";

/** A form that the bot opened. `dialog` keeps the focus inside and gives it back afterwards. */
export function modalDialog(page: Page): TemplateResult | typeof nothing {
  const { modal, bot } = page.model;
  if (!modal) return nothing;
  const error = canSend(page.model) ? page.model.modalError : "This form cannot be sent now. Its words stay here.";
  const forget = (): void => {
    page.model.modal = undefined;
    page.model.menu = undefined;
    page.redraw();
  };
  return html`<dialog class="modal" aria-labelledby="modal-title" ${ref(showModal)} @close=${forget}>
    <form method="dialog" novalidate @submit=${(event: Event) => void submit(event, modal, page)}>
      <header>
        <h2 id="modal-title">${modal.title}</h2>
        <button type="button" class="icon-button" aria-label="Close" @click=${closeModal}>${icon("close")}</button>
      </header>
      <div class="modal-fields">
        ${modal.components.map((each) => {
          if (each.type === COMPONENT.textDisplay)
            return html`<div class="markup">${markdown(each.content, page.model)}</div>`;
          return each.type === COMPONENT.label ? modalField(each, page) : nothing;
        })}
        ${error ? html`<p class="failure" role="alert">${icon("warning")}${error}</p>` : nothing}
      </div>
      <p class="modal-notice">This form goes to ${bot ? displayName(bot) : "the bot"}, on your own machine.</p>
      <footer>
        <button type="button" class="button secondary" @click=${closeModal}>Cancel</button>
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

/** The form stays with its words until the server has them. */
async function submit(event: Event, modal: OpenModal, page: Page): Promise<void> {
  event.preventDefault();
  if (!canSend(page.model)) return;
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
  const tell = (reason: string): void => {
    page.model.modalError = reason;
  };
  if (await page.interact({ type: "submit", interactionId, fields }, { channelId }, tell)) close(form);
}

/** Closed as a dialog, it gives the focus back to what opened it. */
function close(within: EventTarget | null): void {
  if (within instanceof Element) within.closest("dialog")?.close();
}

function closeModal({ currentTarget }: Event): void {
  close(currentTarget);
}

function valueOf(field: HTMLElement): string | readonly string[] {
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field.value;
  return JSON.parse(field.dataset["values"] ?? "[]") as readonly string[];
}
