import { html, nothing, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { canSend } from "../model/can-send.ts";
import { draftProblem, type CommandDraft } from "../model/command-draft.ts";
import {
  acceptOption,
  dropOption,
  focusOption,
  goToOption,
  leaveCommand,
  sendCommand,
  tabOption,
  typeOption,
} from "../model/compose-command.ts";
import { draftIn } from "../model/draft.ts";
import { commandSendId, optionFieldId, suggestionsId } from "../model/element-ids.ts";
import type { Page } from "../model/page.ts";
import { moveActive } from "../model/suggestions.ts";
import { icon } from "./icons.ts";
import { activeId, suggestionList } from "./suggestion-list.ts";

/** A slash command that is written in a channel, with a field for each option. */
export function commandComposer(channelId: string, draft: CommandDraft, page: Page): TemplateResult {
  const { suggestions } = draftIn(page.model, channelId);
  const left = draft.options.filter(({ name }) => !draft.shown.includes(name));
  const focused = draft.options.find(({ name }) => name === draft.focused);
  const problem = draftProblem(draft);
  return html`${
      suggestions?.kind === "option"
        ? suggestionList(suggestions, channelId, (item) => acceptOption(page, channelId, item))
        : html`<p class="command-help">
            <strong>${focused?.label ?? `/${draft.label}`}</strong> ${focused?.description ?? draft.description}
          </p>`
    }
    <form
      class="composer-box command"
      @submit=${(event: Event) => (event.preventDefault(), void sendCommand(page, channelId))}
      @keydown=${(event: KeyboardEvent) => handleKey(event, channelId, page)}
    >
      <div class="command-line">
        <span class="command-name">/${draft.label}</span>
        ${repeat(
          draft.shown,
          (name) => name,
          (name) => optionField(name, channelId, draft, page),
        )}
        ${left.map(
          ({ name, label, description }) =>
            html`<button
              type="button"
              class="option-add"
              title=${description}
              @click=${() => goToOption(page, channelId, name)}
            >
              + ${label}
            </button>`,
        )}
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label="Leave the command"
        @click=${() => leaveCommand(page, channelId)}
      >
        ${icon("close")}
      </button>
      <button
        type="submit"
        class="icon-button"
        id=${commandSendId(channelId)}
        aria-label="Send command"
        title=${problem?.text ?? "Send command"}
        aria-disabled=${problem !== undefined || !canSend(page.model)}
      >
        ${icon("send")}
      </button>
    </form>`;
}

function optionField(name: string, channelId: string, draft: CommandDraft, page: Page): TemplateResult {
  const { suggestions } = draftIn(page.model, channelId);
  const text = draft.texts[name] ?? "";
  const option = draft.options.find((each) => each.name === name);
  const isFocused = draft.focused === name;
  const isOffered = isFocused && suggestions?.kind === "option";
  // Wide enough for what is in it: `size` counts letters.
  const size = Math.min(60, Math.max(8, text.length + 1));
  return html`<label class="option-field ${isFocused ? "focused" : ""}">
    <span>${option?.label ?? name}</span>
    <input
      id=${optionFieldId(channelId, name)}
      size=${size}
      autocomplete="off"
      spellcheck="false"
      ?required=${option?.required ?? false}
      maxlength=${option?.maxLength ?? 6000}
      role="combobox"
      aria-autocomplete="list"
      aria-expanded=${isOffered}
      aria-controls=${isOffered ? suggestionsId(channelId) : nothing}
      aria-activedescendant=${isOffered ? activeId(suggestions, channelId) : nothing}
      aria-description=${option?.description ?? nothing}
      .value=${text}
      @input=${(event: Event) => typeOption(page, channelId, name, (event.currentTarget as HTMLInputElement).value)}
      @focus=${() => focusOption(page, channelId, name)}
    />
  </label>`;
}

function handleKey(event: KeyboardEvent, channelId: string, page: Page): void {
  const draft = draftIn(page.model, channelId);
  const field = event.target;
  if (event.isComposing || !(field instanceof HTMLInputElement)) return;
  const suggestions = draft.suggestions?.kind === "option" ? draft.suggestions : undefined;
  const active = suggestions?.items[suggestions.active];
  if (suggestions && (event.key === "ArrowDown" || event.key === "ArrowUp"))
    draft.suggestions = moveActive(suggestions, event.key === "ArrowDown" ? 1 : -1);
  else if (active && (event.key === "Enter" || event.key === "Tab") && !event.shiftKey)
    acceptOption(page, channelId, active);
  else if (event.key === "Enter") void sendCommand(page, channelId);
  else if (event.key === "Tab" && !event.shiftKey) {
    if (!tabOption(page, channelId)) return;
  } else if (event.key === "Escape" && suggestions) draft.suggestions = undefined;
  else if (event.key === "Escape") leaveCommand(page, channelId);
  else if (event.key === "Backspace" && field.value === "" && draft.command?.focused)
    dropOption(page, channelId, draft.command.focused);
  else return;
  event.preventDefault();
  page.redraw();
}
