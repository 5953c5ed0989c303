import { html, type TemplateResult } from "lit-html";
import type { Page } from "../model/page.ts";
import { channelHeader } from "./channel-header.ts";
import { composer } from "./composer.ts";
import { log, typingLine } from "./log.ts";
import { messageMenu } from "./message-menu.ts";
import { modalDialog } from "./modal.ts";
import { pane } from "./pane.ts";
import { sidebar } from "./sidebar.ts";

/** The whole page. */
export function shell(page: Page): TemplateResult {
  const { model } = page;
  const channel = model.channels.get(model.channelId);
  if (!channel)
    return html`<p class="loading">${model.isConnected ? "There is no channel." : "Opening the playground …"}</p>`;
  return html`<div class="app">
    ${sidebar(page)}
    <main class="conversation" ?inert=${model.isDrawerOpen}>
      ${channelHeader(channel, page)} ${log(channel, page)} ${composer(channel, page)} ${typingLine(channel, page)}
    </main>
    ${pane(page)} ${messageMenu(page)} ${modalDialog(page)}
  </div>`;
}
