import { html, type nothing, type TemplateResult } from "lit-html";
import type { Block, Inline } from "../markdown/nodes.ts";
import { parseMarkdown } from "../markdown/parse-markdown.ts";
import { CHANNEL } from "../model/discord-numbers.ts";
import type { Model } from "../model/model.ts";
import type { Page } from "../model/page.ts";
import { channelName, userName } from "./mentioned-names.ts";
import { timeInWords } from "./time-in-words.ts";

export type Content = TemplateResult | typeof nothing | string;

interface Use {
  readonly model: Model;
  /** Where mentions of channels lead, if anywhere. */
  readonly openChannel?: (id: string) => void;
}

/** Draws Discord's Markdown. Whatever a text holds, it becomes text: there is no way from it to HTML. */
export function markdown(text: string, model: Model, openChannel?: Use["openChannel"]): readonly Content[] {
  const use = { model, ...(openChannel && { openChannel }) };
  return parseMarkdown(text).map((block) => drawBlock(block, use));
}

/** Draws the Markdown of a message, whose mentions lead to channels, and to threads beside theirs. */
export function messageMarkdown(text: string, page: Page): readonly Content[] {
  return markdown(text, page.model, (id) => {
    const channel = page.model.channels.get(id);
    if (channel && "parent_id" in channel && channel.type !== CHANNEL.text) page.openThread(id);
    else page.show(id);
  });
}

function drawBlock(block: Block, use: Use): Content {
  switch (block.type) {
    case "paragraph":
      return html`<p>${drawInline(block.children, use)}</p>`;
    case "heading": {
      const content = drawInline(block.children, use);
      // A message is no chapter of the page, and may begin with any of its headings.
      return html`<h3 class="md-h${block.level}">${content}</h3>`;
    }
    case "subtext":
      return html`<small class="md-subtext">${drawInline(block.children, use)}</small>`;
    case "quote":
      return html`<blockquote>${block.blocks.map((inner) => drawBlock(inner, use))}</blockquote>`;
    case "code":
      return html`<pre tabindex="0"><code>${block.text}</code></pre>`;
    case "list": {
      const items = block.items.map((item) => html`<li>${item.map((inner) => drawBlock(inner, use))}</li>`);
      return block.ordered
        ? html`<ol start=${block.start}>
            ${items}
          </ol>`
        : html`<ul>
            ${items}
          </ul>`;
    }
  }
}

function drawInline(nodes: readonly Inline[], use: Use): readonly Content[] {
  return nodes.map((node) => drawNode(node, use));
}

function drawNode(node: Inline, use: Use): Content {
  switch (node.type) {
    case "text":
      return node.text;
    case "code":
      return html`<code>${node.text}</code>`;
    case "strong":
      return html`<strong>${drawInline(node.children, use)}</strong>`;
    case "emphasis":
      return html`<em>${drawInline(node.children, use)}</em>`;
    case "underline":
      return html`<u>${drawInline(node.children, use)}</u>`;
    case "strike":
      return html`<s>${drawInline(node.children, use)}</s>`;
    case "spoiler":
      return html`<span
        class="spoiler"
        role="button"
        tabindex="0"
        aria-label="Spoiler: press to show"
        @click=${reveal}
        @keydown=${reveal}
        ><span>${drawInline(node.children, use)}</span></span
      >`;
    case "link":
      return html`<a href=${node.href} target="_blank" rel="noopener noreferrer nofollow"
        >${drawInline(node.children, use)}</a
      >`;
    case "user":
      return mention(`@${userName(node.id, use.model)}`);
    case "channel":
      return channelMention(node.id, use);
    case "role":
      return mention("@role");
    case "everyone":
      return mention(node.text);
    case "command":
      return mention(`/${node.name}`);
    case "time":
      return html`<time class="md-time" title=${timeInWords(node.seconds, "F")}
        >${timeInWords(node.seconds, node.style)}</time
      >`;
    case "emoji":
      return `:${node.name}:`;
  }
}

function mention(text: string): TemplateResult {
  return html`<span class="mention">${text}</span>`;
}

function channelMention(id: string, { model, openChannel }: Use): TemplateResult {
  const name = `#${channelName(id, model)}`;
  return openChannel && model.channels.has(id)
    ? html`<button type="button" class="mention" @click=${() => openChannel(id)}>${name}</button>`
    : mention(name);
}

function reveal(event: Event): void {
  const isKey = event instanceof KeyboardEvent;
  if (isKey && event.key !== "Enter" && event.key !== " ") return;
  const spoiler = event.currentTarget as HTMLElement;
  spoiler.classList.add("shown");
  for (const name of ["role", "tabindex", "aria-label"]) spoiler.removeAttribute(name);
}
