import { html, type nothing, type TemplateResult } from "lit-html";
import type { Model } from "../model/model.ts";
import type { Block, Inline } from "../markdown/nodes.ts";
import { parseMarkdown } from "../markdown/parse-markdown.ts";
import { timeInWords } from "./time-in-words.ts";

export type Content = TemplateResult | typeof nothing | string;

/** Draws Discord's Markdown. Whatever a text holds, it becomes text: there is no way from it to HTML. */
export function markdown(text: string, model: Model): readonly Content[] {
  return parseMarkdown(text).map((block) => drawBlock(block, model));
}

function drawBlock(block: Block, model: Model): Content {
  switch (block.type) {
    case "paragraph":
      return html`<p>${drawInline(block.children, model)}</p>`;
    case "heading": {
      const content = drawInline(block.children, model);
      // A message is no chapter of the page, and may begin with any of its headings.
      return html`<h3 class="md-h${block.level}">${content}</h3>`;
    }
    case "subtext":
      return html`<small class="md-subtext">${drawInline(block.children, model)}</small>`;
    case "quote":
      return html`<blockquote>${block.blocks.map((inner) => drawBlock(inner, model))}</blockquote>`;
    case "code":
      return html`<pre tabindex="0"><code>${block.text}</code></pre>`;
    case "list": {
      const items = block.items.map((item) => html`<li>${item.map((inner) => drawBlock(inner, model))}</li>`);
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

function drawInline(nodes: readonly Inline[], model: Model): readonly Content[] {
  return nodes.map((node) => drawNode(node, model));
}

function drawNode(node: Inline, model: Model): Content {
  switch (node.type) {
    case "text":
      return node.text;
    case "code":
      return html`<code>${node.text}</code>`;
    case "strong":
      return html`<strong>${drawInline(node.children, model)}</strong>`;
    case "emphasis":
      return html`<em>${drawInline(node.children, model)}</em>`;
    case "underline":
      return html`<u>${drawInline(node.children, model)}</u>`;
    case "strike":
      return html`<s>${drawInline(node.children, model)}</s>`;
    case "spoiler":
      return html`<span
        class="spoiler"
        role="button"
        tabindex="0"
        aria-label="Spoiler: press to show"
        @click=${reveal}
        @keydown=${reveal}
        ><span>${drawInline(node.children, model)}</span></span
      >`;
    case "link":
      return html`<a href=${node.href} target="_blank" rel="noopener noreferrer nofollow"
        >${drawInline(node.children, model)}</a
      >`;
    case "user":
      return mention(`@${userName(node.id, model)}`);
    case "channel":
      return mention(`#${channelName(node.id, model)}`);
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

function userName(id: string, { people, bot }: Model): string {
  const user = bot?.id === id ? bot : people.find((person) => person.id === id);
  return user ? (user.global_name ?? user.username) : "unknown-user";
}

function channelName(id: string, { channels }: Model): string {
  return channels.get(id)?.name ?? "unknown";
}

function reveal(event: Event): void {
  const isKey = event instanceof KeyboardEvent;
  if (isKey && event.key !== "Enter" && event.key !== " ") return;
  const spoiler = event.currentTarget as HTMLElement;
  spoiler.classList.add("shown");
  for (const name of ["role", "tabindex", "aria-label"]) spoiler.removeAttribute(name);
}
