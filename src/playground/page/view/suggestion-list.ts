import { html, nothing, type TemplateResult } from "lit-html";
import { suggestionsId } from "../model/element-ids.ts";
import type { Suggestion, Suggestions } from "../model/suggestions.ts";

/** The list above a channel's composer. The focus stays in the field, which names the active line. */
export function suggestionList(
  suggestions: Suggestions,
  channelId: string,
  onChosen: (item: Suggestion) => void,
): TemplateResult {
  const id = suggestionsId(channelId);
  return html`<div class="suggestions">
    <p class="suggestions-title" id="${id}-title">${suggestions.title}</p>
    <div id=${id} role="listbox" aria-labelledby="${id}-title">
      ${suggestions.items.map(
        (item, at) =>
          html`<div
            class="suggestion ${at === suggestions.active ? "active" : ""}"
            id=${suggestionId(channelId, at)}
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

export function activeId(suggestions: Suggestions, channelId: string): string {
  return suggestionId(channelId, suggestions.active);
}

function suggestionId(channelId: string, at: number): string {
  return `${suggestionsId(channelId)}-${at}`;
}
