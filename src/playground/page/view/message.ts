import { html, nothing, type TemplateResult } from "lit-html";
import type { APIMessage } from "discord-api-types/v10";
import type { Page } from "../model/page.ts";
import { displayName } from "../model/display-name.ts";
import { avatar } from "./avatar.ts";
import { components } from "./component.ts";
import { embed } from "./embed.ts";
import { icon } from "./icons.ts";
import { messageMarkdown } from "./markdown.ts";
import { isLoading, isPrivate } from "./message-actions.ts";
import { messageContext } from "./message-context.ts";
import { handleContextMenu, handleMessageKey } from "./message-keys.ts";
import { messageTools } from "./message-tools.ts";
import { threadLink } from "./thread-link.ts";

/** Where a message stands among the others. */
export interface MessagePlace {
  /** The author's name stands above already. */
  readonly isContinued: boolean;
  readonly isLast: boolean;
}

/** A message with all that belongs to it. What it reads of the model, `messageState` lists. */
export function message(given: APIMessage, page: Page, { isContinued, isLast }: MessagePlace): TemplateResult {
  const { model } = page;
  const isForMe = isPrivate(given);
  const isMentioned = given.mentions.some(({ id }) => id === model.me?.id);
  const failure = model.failures.get(given.id);
  const name = displayName(given.author);
  const classes = [
    "message",
    isContinued && "continued",
    isForMe && "private",
    isOwn(given, page) && "own",
    isMentioned && "mentioned",
    model.messageMenu?.messageId === given.id && "has-menu",
  ];
  return html`<article
    class=${classes.filter(Boolean).join(" ")}
    data-message=${given.id}
    tabindex=${isLast ? 0 : -1}
    aria-keyshortcuts="Shift+F10"
    @keydown=${(event: KeyboardEvent) => handleMessageKey(event, given, page)}
    @contextmenu=${(event: MouseEvent) => handleContextMenu(event, given, page)}
    aria-label="${name}, ${timeOf(given)}${isForMe ? ", only you can see this" : ""}"
  >
    ${messageContext(given, page)} ${isContinued ? nothing : avatar(given.author)}
    <div class="message-body">
      ${
        isContinued
          ? nothing
          : html`<header class="message-header">
              <span class="author">${name}</span>${given.author.bot ? html`<span class="tag">App</span>` : nothing}
              <time datetime=${given.timestamp}>${timeOf(given)}</time>
            </header>`
      }
      ${isLoading(given) ? thinking(name) : content(given, page)}
      ${failure ? html`<p class="failure" role="alert">${icon("warning")}${failure}</p>` : nothing}
      ${given.thread ? threadLink(given.thread, page) : nothing} ${isForMe ? privateFooter(given, page) : nothing}
    </div>
    ${messageTools(given, page)}
  </article>`;
}

function content(given: APIMessage, page: Page): TemplateResult {
  const edited = given.edited_timestamp ? html`<span class="edited">(edited)</span>` : nothing;
  return html`${
    given.content ? html`<div class="content markup">${messageMarkdown(given.content, page)}${edited}</div>` : nothing
  }
  ${given.embeds.map((each) => embed(each, page))}
  ${given.attachments.map(({ filename, size }) => attachment(filename, size))}
  ${components(given.components ?? [], given, page)}`;
}

function attachment(name: string, size: number): TemplateResult {
  return html`<div class="attachment"><strong>${name}</strong> <span>${Math.ceil(size / 1024)} KB</span></div>`;
}

function thinking(name: string): TemplateResult {
  return html`<p class="thinking">
    <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${name} is thinking…
  </p>`;
}

function privateFooter({ id }: APIMessage, page: Page): TemplateResult {
  const dismiss = (): void => {
    page.model.dismissed.add(id);
    page.redraw();
  };
  return html`<p class="private-footer">
    ${icon("eye")}<span>Only you can see this</span><span aria-hidden="true">•</span>
    <button type="button" class="link" @click=${dismiss}>Dismiss message</button>
  </p>`;
}

/** What a person said, or the answer to what they did. */
function isOwn({ author, interaction_metadata: deed }: APIMessage, { model }: Page): boolean {
  return (deed?.user ?? author).id === model.me?.id;
}

function timeOf({ timestamp }: APIMessage): string {
  return new Date(timestamp).toLocaleTimeString("en", { timeStyle: "short" });
}
