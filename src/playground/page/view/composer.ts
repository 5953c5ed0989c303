import { html, nothing, type TemplateResult } from "lit-html";
import type { PlaygroundChannel } from "../../channel.ts";
import { acceptText, charactersLeft, sendText, writeText } from "../model/compose-text.ts";
import { CHANNEL } from "../model/discord-numbers.ts";
import type { Page } from "../model/page.ts";
import { moveActive } from "../model/suggestions.ts";
import { displayName } from "./avatar.ts";
import { commandComposer } from "./command-composer.ts";
import { icon } from "./icons.ts";
import { activeId, suggestionList } from "./suggestion-list.ts";

/** From so few characters left on, their number is shown, as Discord does. */
const FEW_LEFT = 200;

/** Where messages and commands are written. */
export function composer(channel: PlaygroundChannel, page: Page): TemplateResult {
  const { model } = page;
  return html`<div class="composer">
    ${replyBar(page)} ${model.command ? commandComposer(model.command, page) : textComposer(channel, page)}
  </div>`;
}

function textComposer(channel: PlaygroundChannel, page: Page): TemplateResult {
  const { model } = page;
  const bot = displayName(model.bot ?? { username: "", global_name: null });
  const target = channel.type === CHANNEL.directMessage ? `@${bot}` : `#${channel.name ?? ""}`;
  const { suggestions } = model;
  const left = charactersLeft(model);
  return html`${
      suggestions && suggestions.kind !== "option"
        ? suggestionList(suggestions, (item) => acceptText(page, item, caretOf(model.text)))
        : nothing
    }
    <form class="composer-box" @submit=${(event: Event) => (event.preventDefault(), sendText(page))}>
      <textarea
        id="composer"
        rows="1"
        placeholder="Message ${target}"
        aria-label="Message ${target}"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls=${suggestions ? "suggestions" : nothing}
        aria-activedescendant=${suggestions ? activeId(suggestions) : nothing}
        .value=${model.text}
        @input=${(event: Event) => {
          const { value, selectionStart } = event.currentTarget as HTMLTextAreaElement;
          writeText(page, value, selectionStart);
        }}
        @keydown=${(event: KeyboardEvent) => handleKey(event, page)}
      ></textarea>
      ${
        left <= FEW_LEFT
          ? html`<span class=${left < 0 ? "characters-left too-many" : "characters-left"} role="status"
              >${left < 0 ? `${-left} too many` : left}</span
            >`
          : nothing
      }
      <button
        type="submit"
        class="icon-button"
        aria-label="Send message"
        ?disabled=${model.text.trim() === "" || left < 0}
      >
        ${icon("send")}
      </button>
    </form>`;
}

function replyBar(page: Page): TemplateResult | typeof nothing {
  const { model } = page;
  const { replyTo } = model;
  if (!replyTo) return nothing;
  const togglePing = (): void => {
    replyTo.ping = !replyTo.ping;
    page.redraw();
  };
  return html`<div class="reply-bar">
    <span>Replying to <strong>${displayName(replyTo.message.author)}</strong></span>
    <button
      type="button"
      class="ping ${replyTo.ping ? "on" : ""}"
      aria-pressed=${replyTo.ping}
      title="Whether ${displayName(replyTo.message.author)} is notified"
      @click=${togglePing}
    >
      @ ${replyTo.ping ? "ON" : "OFF"}
    </button>
    <button type="button" class="icon-button" aria-label="Cancel the reply" @click=${() => cancelReply(page)}>
      ${icon("close")}
    </button>
  </div>`;
}

function handleKey(event: KeyboardEvent, page: Page): void {
  const { model } = page;
  const { suggestions } = model;
  const isSuggesting = suggestions !== undefined && suggestions.kind !== "option";
  const active = isSuggesting ? suggestions.items[suggestions.active] : undefined;
  // Enter that ends a word of an input method sends nothing.
  if (event.isComposing) return;
  if (isSuggesting && (event.key === "ArrowDown" || event.key === "ArrowUp"))
    model.suggestions = moveActive(suggestions, event.key === "ArrowDown" ? 1 : -1);
  else if (active && (event.key === "Tab" || event.key === "Enter") && !event.shiftKey)
    acceptText(page, active, (event.currentTarget as HTMLTextAreaElement).selectionStart);
  else if (isSuggesting && event.key === "Escape") model.suggestions = undefined;
  else if (event.key === "Escape" && model.replyTo) cancelReply(page);
  else if (event.key === "Enter" && !event.shiftKey) sendText(page);
  else return;
  event.preventDefault();
  page.redraw();
}

function cancelReply(page: Page): void {
  page.model.replyTo = undefined;
  page.redraw();
  document.querySelector<HTMLElement>("#composer")?.focus();
}

function caretOf(text: string): number {
  return document.querySelector<HTMLTextAreaElement>("#composer")?.selectionStart ?? text.length;
}
