import type { Block, Inline } from "../markdown/nodes.ts";
import { parseMarkdown } from "../markdown/parse-markdown.ts";
import type { Model } from "../model/model.ts";
import { channelName, userName } from "./mentioned-names.ts";
import { timeInWords } from "./time-in-words.ts";

/** Discord's Markdown as it reads without its marks: a line for each paragraph, heading and item. Spoilers stay hidden. */
export function plainText(markdown: string, model: Model): string {
  return parseMarkdown(markdown)
    .map((block) => textOfBlock(block, model))
    .join("\n");
}

function textOfBlock(block: Block, model: Model): string {
  if (block.type === "code") return block.text;
  if (block.type === "quote") return block.blocks.map((inner) => textOfBlock(inner, model)).join("\n");
  if (block.type === "list")
    return block.items.map((item) => item.map((inner) => textOfBlock(inner, model)).join("\n")).join("\n");
  return textOf(block.children, model);
}

function textOf(nodes: readonly Inline[], model: Model): string {
  return nodes.map((node) => textOfNode(node, model)).join("");
}

function textOfNode(node: Inline, model: Model): string {
  switch (node.type) {
    case "text":
    case "code":
    case "everyone":
      return node.text;
    case "spoiler":
      return "(spoiler)";
    case "user":
      return `@${userName(node.id, model)}`;
    case "channel":
      return `#${channelName(node.id, model)}`;
    case "role":
      return "@role";
    case "command":
      return `/${node.name}`;
    case "time":
      return timeInWords(node.seconds, node.style);
    case "emoji":
      return `:${node.name}:`;
    case "strong":
    case "emphasis":
    case "underline":
    case "strike":
    case "link":
      return textOf(node.children, model);
  }
}
