import { html, nothing, type TemplateResult } from "lit-html";
import type { PlaygroundChannel } from "../../channel.ts";
import type { Page } from "../model/page.ts";
import { composer } from "./composer.ts";
import { icon } from "./icons.ts";
import { log, typingLine } from "./log.ts";
import { closePaneButton } from "./pane-close-button.ts";

/** A thread beside its channel. */
export function threadPane(thread: PlaygroundChannel, page: Page): TemplateResult {
  const parentId = "parent_id" in thread ? thread.parent_id : undefined;
  const parent = parentId ? page.model.channels.get(parentId) : undefined;
  return html`<header class="channel-header">
      ${icon("thread")}
      <h2>${thread.name}</h2>
      ${parent ? html`<p class="topic">in #${parent.name}</p>` : nothing} ${closePaneButton("Close thread", page)}
    </header>
    ${log(thread, page)} ${composer(thread, page)} ${typingLine(thread, page)}`;
}
