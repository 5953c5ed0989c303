import { html, nothing, type TemplateResult } from "lit-html";
import type { PlaygroundChannel } from "../../channel.ts";
import { CHANNEL } from "../model/discord-numbers.ts";
import type { Page } from "../model/page.ts";
import { displayName } from "../model/display-name.ts";
import { channelIcon } from "./channel-icon.ts";
import { openDrawer } from "./drawer.ts";
import { icon } from "./icons.ts";

export function channelHeader(channel: PlaygroundChannel, page: Page): TemplateResult {
  const { model } = page;
  const isDirect = channel.type === CHANNEL.directMessage;
  const parentId = "parent_id" in channel ? channel.parent_id : undefined;
  const parent = parentId && channel.type !== CHANNEL.text ? model.channels.get(parentId) : undefined;
  const topic = "topic" in channel ? channel.topic : undefined;
  return html`<header class="channel-header">
    <button
      type="button"
      class="icon-button drawer-open"
      aria-label="Show channels"
      aria-expanded=${model.isDrawerOpen}
      aria-controls="sidebar"
      @click=${() => openDrawer(page)}
    >
      ${icon("menu")}
    </button>
    ${channelIcon(channel)}
    <h1 tabindex="-1">
      ${
        parent
          ? html`<button type="button" class="link" @click=${() => page.show(parent.id)}>${parent.name}</button
              ><span class="crumb" aria-hidden="true">›</span>`
          : nothing
      }${isDirect ? displayName(model.bot ?? { username: "", global_name: null }) : channel.name}
    </h1>
    ${topic ? html`<p class="topic">${topic}</p>` : nothing} ${presence(page)}
  </header>`;
}

function presence({ model }: Page): TemplateResult {
  if (!model.isConnected) return html`<p class="presence off" role="status">The page lost its server</p>`;
  const name = displayName(model.bot ?? { username: "The bot", global_name: null });
  return html`<p class="presence ${model.isBotOnline ? "on" : "off"}" role="status">
    ${name} is ${model.isBotOnline ? "online" : "offline"}
  </p>`;
}
