import type { APIEmbed } from "discord-api-types/v10";
import type { FormFault } from "./rest-error.ts";

/** @see https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
const LIMITS = {
  embeds: 10,
  title: 256,
  description: 4_096,
  fields: 25,
  name: 256,
  value: 1_024,
  footer: 2_048,
  author: 256,
};
const CHARACTERS_OVER_ALL = 6_000;

/** The fault of a text that is too long, counted in UTF-16 units: the strictest of the countings in use. */
export function tooLong(path: FormFault["path"], text: string | null | undefined, limit: number): FormFault[] {
  if ((text?.length ?? 0) <= limit) return [];
  return [{ path, code: "BASE_TYPE_MAX_LENGTH", message: `Must be ${limit} or fewer in length.` }];
}

/** The fault of a list that is too long or too short. */
export function badCount(path: FormFault["path"], count: number, least: number, most: number): FormFault[] {
  if (count >= least && count <= most) return [];
  return [{ path, code: "BASE_TYPE_BAD_LENGTH", message: `Must be between ${least} and ${most} in length.` }];
}

/** What Discord would not take of the embeds of one message. */
export function embedFaults(embeds: readonly APIEmbed[]): FormFault[] {
  const characters = embeds.reduce((sum, embed) => sum + charactersOf(embed), 0);
  const tooMuch = {
    code: "MAX_EMBED_SIZE_EXCEEDED",
    message: `Embed size exceeds maximum size of ${CHARACTERS_OVER_ALL}`,
  };
  return [
    ...badCount(["embeds"], embeds.length, 0, LIMITS.embeds),
    ...embeds.flatMap((embed, index) => faultsOfOne(embed, ["embeds", index])),
    ...(characters > CHARACTERS_OVER_ALL ? [{ path: ["embeds"], ...tooMuch }] : []),
  ];
}

function faultsOfOne(embed: APIEmbed, path: FormFault["path"]): FormFault[] {
  return [
    ...tooLong([...path, "title"], embed.title, LIMITS.title),
    ...tooLong([...path, "description"], embed.description, LIMITS.description),
    ...tooLong([...path, "footer", "text"], embed.footer?.text, LIMITS.footer),
    ...tooLong([...path, "author", "name"], embed.author?.name, LIMITS.author),
    ...badCount([...path, "fields"], embed.fields?.length ?? 0, 0, LIMITS.fields),
    ...(embed.fields ?? []).flatMap((field, index) => [
      ...badCount([...path, "fields", index, "name"], field.name.length, 1, LIMITS.name),
      ...badCount([...path, "fields", index, "value"], field.value.length, 1, LIMITS.value),
    ]),
  ];
}

function charactersOf(embed: APIEmbed): number {
  const texts = [
    embed.title,
    embed.description,
    embed.footer?.text,
    embed.author?.name,
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
  ];
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}
