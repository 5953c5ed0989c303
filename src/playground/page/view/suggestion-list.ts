import { html, nothing, type TemplateResult } from "lit-html";
import type { Suggestion, Suggestions } from "../model/suggestions.ts";

/** The list above the composer. The focus stays in the field, which names the active line. */
export function suggestionList(suggestions: Suggestions, onChosen: (item: Suggestion) => void): TemplateResult {
  return html`<div class="suggestions">
    <p class="suggestions-title" id="suggestions-title">${suggestions.title}</p>
    <div id="suggestions" role="listbox" aria-labelledby="suggestions-title">
      ${suggestions.items.map(
        (item, at) =>
          html`<div
            class="suggestion ${at === suggestions.active ? "active" : ""}"
            id=${optionId(at)}
            role="option"
            aria-selected=${at === suggestions.active}
            @pointerdown=${(event: Event) => event.preventDefault()}
            @click=${() => onChosen(item)}
          >
            <span class="suggestion-label">${item.label}</span>${
              item.detail ? html`<span class="suggestion-detail">${item.detail}</span>` : nothing
            }
          </div>`,
      )}
    </div>
  </div>`;
}

export function activeId(suggestions: Suggestions): string {
  return optionId(suggestions.active);
}

function optionId(at: number): string {
  return `suggestion-${at}`;
}
