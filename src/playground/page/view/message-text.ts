import type { APIEmbed, APIMessage, APIMessageTopLevelComponent } from "discord-api-types/v10";
import { COMPONENT } from "../model/discord-numbers.ts";
import type { Model } from "../model/model.ts";
import { displayName } from "../model/display-name.ts";

/** All that is written in a message, as it was written, but for the names of who is mentioned. */
export function messageText({ content, embeds, components = [] }: APIMessage, model: Model): string {
  const texts = [content, ...embeds.flatMap(textsOfEmbed), ...components.flatMap(textsOfComponent)];
  return nameMentions(texts.filter((text) => text !== "").join("\n\n"), model);
}

/** Mentions are written as ids; people read names. */
function nameMentions(text: string, { people, bot }: Model): string {
  return text.replaceAll(/<@!?(\d+)>/g, (mark, id: string) => {
    const user = [...people, ...(bot ? [bot] : [])].find((person) => person.id === id);
    return user ? `@${displayName(user)}` : mark;
  });
}

function textsOfEmbed({ title = "", description = "", fields = [], footer }: APIEmbed): readonly string[] {
  return [title, description, ...fields.map(({ name, value }) => `${name}\n${value}`), footer?.text ?? ""];
}

function textsOfComponent(given: APIMessageTopLevelComponent): readonly string[] {
  if (given.type === COMPONENT.textDisplay) return [given.content];
  const isBox = given.type === COMPONENT.section || given.type === COMPONENT.container;
  return isBox ? given.components.flatMap(textsOfComponent) : [];
}
