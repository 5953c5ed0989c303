import { html, nothing, type TemplateResult } from "lit-html";
import type { APIMessage } from "discord-api-types/v10";
import { REPLY, SLASH_COMMAND_USE } from "../model/discord-numbers.ts";
import type { Page } from "../model/page.ts";
import { displayName } from "../model/display-name.ts";
import { avatar } from "./avatar.ts";
import { usedCommand } from "./message-commands.ts";
import { plainText } from "./plain-text.ts";

/** The line above a message: what it replies to, or the command that it answers. */
export function messageContext(given: APIMessage, page: Page): TemplateResult | typeof nothing {
  const metadata = given.interaction_metadata;
  if (metadata?.type === SLASH_COMMAND_USE && given.message_reference === undefined) {
    const name = page.model.commandNames.get(metadata.id);
    return html`<div class="context">
      ${avatar(metadata.user, "small")}<span class="context-name">${displayName(metadata.user)}</span> used
      ${name === undefined ? "a command" : html`<span class="mention">${usedCommand(name, page.model)}</span>`}
    </div>`;
  }
  if (given.type !== REPLY) return nothing;
  const original = given.referenced_message;
  if (!original) return html`<div class="context"><em>Original message was deleted</em></div>`;
  const isPinged = given.mentions.some(({ id }) => id === original.author.id);
  return html`<div class="context">
    ${avatar(original.author, "small")}
    <span class="context-name">${isPinged ? "@" : ""}${displayName(original.author)}</span>
    <button type="button" class="context-text" @click=${() => jumpTo(original.id)}>${excerpt(original, page)}</button>
  </div>`;
}

function excerpt(original: APIMessage, { model }: Page): string {
  const text = plainText(original.content, model);
  return text === "" ? "Click to see the message" : text.slice(0, 120);
}

function jumpTo(id: string): void {
  const target = document.querySelector(`[data-message="${CSS.escape(id)}"]`);
  target?.scrollIntoView({ block: "center" });
  target?.classList.add("flash");
  setTimeout(() => target?.classList.remove("flash"), 1500);
}
