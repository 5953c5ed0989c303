import { html, nothing, type TemplateResult } from "lit-html";
import type { APIMessage, APIMessageTopLevelComponent } from "discord-api-types/v10";
import { COMPONENT, LARGE_SPACING } from "../model/discord-numbers.ts";
import type { Page } from "../model/page.ts";
import { button } from "./button.ts";
import { cssColor } from "./css-color.ts";
import { keyedParts } from "./keyed-parts.ts";
import { messageMarkdown } from "./markdown.ts";
import { picture } from "./picture.ts";
import { selectMenu } from "./select-menu.ts";

/** Components that stand below each other, in a message or within one another. */
export function components(given: readonly APIMessageTopLevelComponent[], message: APIMessage, page: Page): unknown {
  return keyedParts(given, (each) => component(each, message, page));
}

function component(given: APIMessageTopLevelComponent, message: APIMessage, page: Page): TemplateResult {
  switch (given.type) {
    case COMPONENT.actionRow:
      return html`<div class="action-row">
        ${keyedParts(given.components, (child) => {
          if (child.type === COMPONENT.button) return button(child, message, page);
          if (child.type === COMPONENT.stringSelect) return messageMenu(child, message, page);
          return child.type === COMPONENT.channelSelect
            ? messageMenu(withChannels(child, page), message, page)
            : html`<span class="unknown">(a menu that this page does not draw)</span>`;
        })}
      </div>`;
    case COMPONENT.textDisplay:
      return html`<div class="markup">${messageMarkdown(given.content, page)}</div>`;
    case COMPONENT.section:
      return html`<div class="section">
        <div class="section-text">${components(given.components, message, page)}</div>
        ${
          given.accessory.type === COMPONENT.button
            ? button(given.accessory, message, page)
            : picture(given.accessory.description ?? "Thumbnail", "thumbnail")
        }
      </div>`;
    case COMPONENT.separator: {
      const size = given.spacing === LARGE_SPACING ? "large" : "small";
      return given.divider === false
        ? html`<div class="separator ${size} blank"></div>`
        : html`<hr class="separator ${size}" />`;
    }
    case COMPONENT.mediaGallery:
      return html`<div class="gallery">${given.items.map((item) => picture(item.description ?? "Image"))}</div>`;
    case COMPONENT.file:
      return picture("File", "file");
    case COMPONENT.container:
      return html`<div
        class=${given.accent_color ? "container accented" : "container"}
        .style=${cssColor(given.accent_color)}
      >
        ${components(given.components, message, page)}
      </div>`;
    default:
      return html`${nothing}`;
  }
}

type RowPart = Extract<APIMessageTopLevelComponent, { type: typeof COMPONENT.actionRow }>["components"][number];
type MessageMenu = Extract<RowPart, { type: typeof COMPONENT.stringSelect }>;
type ChannelMenu = Extract<RowPart, { type: typeof COMPONENT.channelSelect }>;

/** A menu of channels as a menu of their names. */
function withChannels(
  { channel_types: types, default_values: chosen = [], ...menu }: ChannelMenu,
  page: Page,
): MessageMenu {
  const channels = [...page.model.channels.values()].filter(({ type }) => types?.includes(type) ?? true);
  return {
    ...menu,
    type: COMPONENT.stringSelect,
    options: channels.map(({ id, name }) => ({
      label: `#${name ?? id}`,
      value: id,
      default: chosen.some((one) => one.id === id),
    })),
  };
}

function messageMenu(menu: MessageMenu, message: APIMessage, page: Page): TemplateResult {
  const customId = menu.custom_id;
  const key = `${message.id}/${customId}`;
  return selectMenu(menu, page, {
    key,
    onChosen: (values) =>
      void page.interact(
        { type: "select", messageId: message.id, customId, values },
        { channelId: message.channel_id, component: key },
      ),
  });
}
