import { html, nothing, type TemplateResult } from "lit-html";
import type { APIEmbed } from "discord-api-types/v10";
import { webAddress } from "../markdown/web-address.ts";
import type { Page } from "../model/page.ts";
import { type Content, messageMarkdown } from "./markdown.ts";
import { cssColor } from "./css-color.ts";
import { picture } from "./picture.ts";

export function embed(given: APIEmbed, page: Page): TemplateResult {
  const { title, description, author, fields = [], footer, color, timestamp, url, image, thumbnail } = given;
  const date = timestamp === undefined ? "" : new Date(timestamp).toLocaleDateString("en");
  return html`<div class="embed" .style=${cssColor(color)}>
    ${thumbnail ? picture("Thumbnail", "thumbnail") : nothing}
    ${author ? html`<div class="embed-author">${linked(author.name, author.url)}</div>` : nothing}
    ${title ? html`<div class="embed-title markup">${linked(messageMarkdown(title, page), url)}</div>` : nothing}
    ${description ? html`<div class="embed-description markup">${messageMarkdown(description, page)}</div>` : nothing}
    ${
      fields.length > 0
        ? html`<div class="embed-fields">
            ${fields.map(
              ({ name, value, inline }) =>
                html`<div class=${inline ? "embed-field inline" : "embed-field"}>
                  <div class="embed-field-name markup">${messageMarkdown(name, page)}</div>
                  <div class="markup">${messageMarkdown(value, page)}</div>
                </div>`,
            )}
          </div>`
        : nothing
    }
    ${image ? picture("Image") : nothing}
    ${
      footer || date
        ? html`<div class="embed-footer">${[footer?.text, date].filter(Boolean).join(" • ")}</div>`
        : nothing
    }
  </div>`;
}

function linked(content: Content | readonly Content[], url: string | undefined): TemplateResult {
  const href = url === undefined ? undefined : webAddress(url);
  return href === undefined
    ? html`${content}`
    : html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow">${content}</a>`;
}
