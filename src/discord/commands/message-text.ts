import { ComponentType } from "discord.js";
import type { Embed, Message } from "discord.js";
import { readWords } from "../hear-message.ts";

/** A line of an answer of ours that claims nothing: the question, a reference, small print. */
const ASIDE = /^(?:> |\*\*\[\d+\]\*\* |-# )/;
const FOOTNOTE_MARK = /[^\S\n]*(?<!\\)\[\d+\](?!\()/g;
const EMPHASIS = /(?<!\\)\*\*|^#+ /gm;
const ESCAPE = /\\([^\w\s])/g;

type TopPart = Message["components"][number];
type Part = TopPart | Extract<TopPart, { readonly type: ComponentType.Container }>["components"][number];
type Read = Pick<Message, "content" | "mentions" | "components" | "embeds" | "author">;

/**
 * Everything of a message that people read as text, wherever it stands; of an answer of ours, what it claims.
 *
 * @param ourId Our user id.
 * @returns Of any length; empty where there is none.
 */
export function messageText({ content, mentions, components, embeds, author }: Read, ourId: string): string {
  const texts = [content, ...components.flatMap(displaysOf), ...embeds.flatMap(embedTexts)];
  const text = texts.filter((part) => part.trim() !== "").join("\n");
  const claims = author.id === ourId ? claimsOf(text) : text;
  return readWords({ content: claims, mentions }, ourId);
}

function displaysOf(component: Part): readonly string[] {
  if (component.type === ComponentType.TextDisplay) return [component.content];
  const isHolder = component.type === ComponentType.Container || component.type === ComponentType.Section;
  return isHolder ? component.components.flatMap(displaysOf) : [];
}

function embedTexts({ title, description, fields }: Embed): readonly string[] {
  return [title, description, ...fields.flatMap(({ name, value }) => [name, value])].flatMap((text) => text ?? []);
}

/** @returns The whole text where it claims nothing, such as a page of references. */
function claimsOf(text: string): string {
  const lines = text.split("\n");
  const claims = lines.filter((line) => !ASIDE.test(line)).join("\n");
  return (claims.trim() === "" ? text : claims)
    .replaceAll(FOOTNOTE_MARK, "")
    .replaceAll(EMPHASIS, "")
    .replaceAll(ESCAPE, "$1");
}
