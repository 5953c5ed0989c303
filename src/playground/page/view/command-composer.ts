import { html, nothing, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
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
import type { Page } from "../model/page.ts";
import { moveActive } from "../model/suggestions.ts";
import { icon } from "./icons.ts";
import { activeId, suggestionList } from "./suggestion-list.ts";

/** A slash command with a field for each option. */
export function commandComposer(draft: CommandDraft, page: Page): TemplateResult {
  const { suggestions } = page.model;
  const left = draft.options.filter(({ name }) => !draft.shown.includes(name));
  const focused = draft.options.find(({ name }) => name === draft.focused);
  const problem = draftProblem(draft);
  return html`${
      suggestions?.kind === "option"
        ? suggestionList(suggestions, (item) => acceptOption(page, item))
        : html`<p class="command-help">
            <strong>${focused?.name ?? `/${draft.name}`}</strong> ${focused?.description ?? draft.description}
          </p>`
    }
    <form
      class="composer-box command"
      @submit=${(event: Event) => (event.preventDefault(), sendCommand(page))}
      @keydown=${(event: KeyboardEvent) => handleKey(event, page)}
    >
      <div class="command-line">
        <span class="command-name">/${draft.name}</span>
        ${repeat(
          draft.shown,
          (name) => name,
          (name) => optionField(name, draft, page),
        )}
        ${left.map(
          ({ name, description }) =>
            html`<button type="button" class="option-add" title=${description} @click=${() => goToOption(page, name)}>
              + ${name}
            </button>`,
        )}
      </div>
      <button type="button" class="icon-button" aria-label="Leave the command" @click=${() => leaveCommand(page)}>
        ${icon("close")}
      </button>
      <button
        type="submit"
        class="icon-button"
        id="command-send"
        aria-label="Send command"
        title=${problem?.text ?? "Send command"}
        aria-disabled=${problem !== undefined}
      >
        ${icon("send")}
      </button>
    </form>`;
}

function optionField(name: string, draft: CommandDraft, page: Page): TemplateResult {
  const { suggestions } = page.model;
  const text = draft.texts[name] ?? "";
  const option = draft.options.find((each) => each.name === name);
  const isFocused = draft.focused === name;
  const isOffered = isFocused && suggestions?.kind === "option";
  // Wide enough for what is in it: `size` counts letters.
  const size = Math.min(60, Math.max(8, text.length + 1));
  return html`<label class="option-field ${isFocused ? "focused" : ""}">
    <span>${name}</span>
    <input
      id="option-${name}"
      size=${size}
      autocomplete="off"
      spellcheck="false"
      ?required=${option?.required ?? false}
      maxlength=${option && "max_length" in option ? (option.max_length ?? 6000) : 6000}
      role="combobox"
      aria-autocomplete="list"
      aria-expanded=${isOffered}
      aria-controls="suggestions"
      aria-activedescendant=${isOffered ? activeId(suggestions) : nothing}
      aria-description=${option?.description ?? nothing}
      .value=${text}
      @input=${(event: Event) => typeOption(page, name, (event.currentTarget as HTMLInputElement).value)}
      @focus=${() => focusOption(page, name)}
    />
  </label>`;
}

function handleKey(event: KeyboardEvent, page: Page): void {
  const { model } = page;
  const field = event.target;
  if (event.isComposing || !(field instanceof HTMLInputElement)) return;
  const suggestions = model.suggestions?.kind === "option" ? model.suggestions : undefined;
  const active = suggestions?.items[suggestions.active];
  if (suggestions && (event.key === "ArrowDown" || event.key === "ArrowUp"))
    model.suggestions = moveActive(suggestions, event.key === "ArrowDown" ? 1 : -1);
  else if (active && (event.key === "Enter" || event.key === "Tab") && !event.shiftKey) acceptOption(page, active);
  else if (event.key === "Enter") sendCommand(page);
  else if (event.key === "Tab" && !event.shiftKey) {
    if (!tabOption(page)) return;
  } else if (event.key === "Escape" && suggestions) model.suggestions = undefined;
  else if (event.key === "Escape") leaveCommand(page);
  else if (event.key === "Backspace" && field.value === "" && model.command?.focused)
    dropOption(page, model.command.focused);
  else return;
  event.preventDefault();
  page.redraw();
}
