import { html, nothing, type TemplateResult } from "lit-html";
import type { PlaygroundChannel } from "../../channel.ts";
import { canSend } from "../model/can-send.ts";
import { acceptText, charactersLeft, sendText, writeText } from "../model/compose-text.ts";
import { CHANNEL } from "../model/discord-numbers.ts";
import { draftIn, hideOtherSuggestions } from "../model/draft.ts";
import { composerId, suggestionsId } from "../model/element-ids.ts";
import { focusComposer } from "../model/focus-soon.ts";
import type { Page } from "../model/page.ts";
import { moveActive } from "../model/suggestions.ts";
import { displayName } from "../model/display-name.ts";
import { commandComposer } from "./command-composer.ts";
import { icon } from "./icons.ts";
import { activeId, suggestionList } from "./suggestion-list.ts";

/** From so few characters left on, their number is shown, as Discord does. */
const FEW_LEFT = 200;

/** Where messages and commands of a channel are written. */
export function composer(channel: PlaygroundChannel, page: Page): TemplateResult {
  const { command } = draftIn(page.model, channel.id);
  const hideOthers = (): void => {
    if (hideOtherSuggestions(page.model, channel.id)) page.redraw();
  };
  return html`<div class="composer" @focusin=${hideOthers}>
    ${replyBar(channel.id, page)} ${command ? commandComposer(channel.id, command, page) : textComposer(channel, page)}
  </div>`;
}

function textComposer(channel: PlaygroundChannel, page: Page): TemplateResult {
  const { model } = page;
  const { id } = channel;
  const draft = draftIn(model, id);
  const { text } = draft;
  const bot = displayName(model.bot ?? { username: "", global_name: null });
  const target = channel.type === CHANNEL.directMessage ? `@${bot}` : `#${channel.name ?? ""}`;
  const suggestions = draft.suggestions?.kind === "option" ? undefined : draft.suggestions;
  const left = charactersLeft(model, id);
  return html`${
      suggestions ? suggestionList(suggestions, id, (item) => acceptText(page, id, item, caretIn(id, text))) : nothing
    }
    <form class="composer-box" @submit=${(event: Event) => (event.preventDefault(), void sendText(page, id))}>
      <textarea
        id=${composerId(id)}
        rows="1"
        placeholder="Message ${target}"
        aria-label="Message ${target}"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls=${suggestions ? suggestionsId(id) : nothing}
        aria-activedescendant=${suggestions ? activeId(suggestions, id) : nothing}
        .value=${text}
        @input=${(event: Event) => {
          const { value, selectionStart } = event.currentTarget as HTMLTextAreaElement;
          writeText(page, id, value, selectionStart);
        }}
        @keydown=${(event: KeyboardEvent) => handleKey(event, id, page)}
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
        ?disabled=${text.trim() === "" || left < 0 || !canSend(model)}
      >
        ${icon("send")}
      </button>
    </form>`;
}

function replyBar(channelId: string, page: Page): TemplateResult | typeof nothing {
  const { replyTo } = draftIn(page.model, channelId);
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
    <button
      type="button"
      class="icon-button"
      aria-label="Cancel the reply"
      @click=${() => cancelReply(channelId, page)}
    >
      ${icon("close")}
    </button>
  </div>`;
}

function handleKey(event: KeyboardEvent, channelId: string, page: Page): void {
  const draft = draftIn(page.model, channelId);
  const { suggestions } = draft;
  const isSuggesting = suggestions !== undefined && suggestions.kind !== "option";
  const active = isSuggesting ? suggestions.items[suggestions.active] : undefined;
  // Enter that ends a word of an input method sends nothing.
  if (event.isComposing) return;
  if (isSuggesting && (event.key === "ArrowDown" || event.key === "ArrowUp"))
    draft.suggestions = moveActive(suggestions, event.key === "ArrowDown" ? 1 : -1);
  else if (active && (event.key === "Tab" || event.key === "Enter") && !event.shiftKey)
    acceptText(page, channelId, active, (event.currentTarget as HTMLTextAreaElement).selectionStart);
  else if (isSuggesting && event.key === "Escape") draft.suggestions = undefined;
  else if (event.key === "Escape" && draft.replyTo) cancelReply(channelId, page);
  else if (event.key === "Enter" && !event.shiftKey) void sendText(page, channelId);
  else return;
  event.preventDefault();
  page.redraw();
}

function cancelReply(channelId: string, page: Page): void {
  draftIn(page.model, channelId).replyTo = undefined;
  focusComposer(page, channelId);
}

function caretIn(channelId: string, text: string): number {
  const field = document.getElementById(composerId(channelId));
  return field instanceof HTMLTextAreaElement ? field.selectionStart : text.length;
}
