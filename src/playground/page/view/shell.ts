import { html, nothing, type TemplateResult } from "lit-html";
import type { Page } from "../model/page.ts";
import { announcements } from "./announcements.ts";
import { channelHeader } from "./channel-header.ts";
import { composer } from "./composer.ts";
import { icon } from "./icons.ts";
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
    return html`<p class="loading">${model.isConnected ? "There is no channel." : "Opening the playground …"}</p>
      ${model.isEnded ? ended() : nothing}`;
  return html`<div class="app">
    ${sidebar(page)}
    <main class="conversation" ?inert=${model.isDrawerOpen}>
      ${channelHeader(channel, page)} ${model.isEnded ? ended() : nothing} ${log(channel, page)}
      ${composer(channel, page)} ${typingLine(channel, page)}
    </main>
    ${pane(page)} ${messageMenu(page)} ${modalDialog(page)} ${announcements(page)}
  </div>`;
}

/** Nothing works here any more, and what is written can still be copied. */
function ended(): TemplateResult {
  return html`<p class="note failed" role="alert">
    ${icon("warning")}<span
      >This playground was stopped or started anew. Open the address that the terminal shows.</span
    >
  </p>`;
}
