import { type APIAllowedMentions, type APIMessage, AllowedMentionsTypes, MessageFlags } from "discord-api-types/v10";
import { NO_FLAGS } from "./channel.ts";
import { componentFaults } from "./component-rules.ts";
import { embedFaults, tooLong } from "./embed-rules.ts";
import type { MessageBody } from "./message-body.ts";
import { type FormFault, invalidForm, refusal } from "./rest-error.ts";

/** @see https://docs.discord.com/developers/resources/message#create-message */
const CONTENT_LIMIT = 2_000;
const NONCE_LIMIT = 25;

/**
 * What Discord would refuse of a message, whether its published document says so or not.
 *
 * @param edited The message that the body changes, if it is there already.
 * @throws {RestError} 50035 with every fault, or 50006 if nothing would be left to see.
 */
export function checkMessage(body: MessageBody, fileCount: number, edited?: APIMessage): void {
  const flags = (edited?.flags ?? NO_FLAGS) | (body.flags ?? NO_FLAGS);
  const isV2 = (flags & MessageFlags.IsComponentsV2) !== 0;
  const faults = [
    ...tooLong(["content"], body.content, CONTENT_LIMIT),
    ...embedFaults(body.embeds ?? []),
    ...componentFaults(body.components ?? [], isV2),
    ...(isV2 ? legacyFaults(body) : []),
    ...mentionFaults(body.allowed_mentions ?? {}),
    ...tooLong(["nonce"], typeof body.nonce === "string" ? body.nonce : "", NONCE_LIMIT),
  ];
  if (faults.length > 0) throw invalidForm(faults);
  if (isEmpty(body, fileCount, edited)) throw refusal("emptyMessage");
}

function legacyFaults(body: MessageBody): FormFault[] {
  const fault = (field: string): FormFault => ({
    path: [field],
    code: "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
  });
  return [
    ...(body.content ? [fault("content")] : []),
    ...(body.embeds?.length ? [fault("embeds")] : []),
    ...(body.sticker_ids?.length ? [fault("sticker_ids")] : []),
    ...(body.poll ? [fault("poll")] : []),
  ];
}

function mentionFaults(allowed: APIAllowedMentions): FormFault[] {
  const parsed = allowed.parse ?? [];
  const clash = [
    ...(allowed.users?.length && parsed.includes(AllowedMentionsTypes.User) ? ["users"] : []),
    ...(allowed.roles?.length && parsed.includes(AllowedMentionsTypes.Role) ? ["roles"] : []),
  ];
  return clash.map((kind) => ({
    path: ["allowed_mentions"],
    code: "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
    message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
  }));
}

function isEmpty(body: MessageBody, fileCount: number, edited: APIMessage | undefined): boolean {
  const content = body.content === undefined ? edited?.content : body.content;
  const embeds = body.embeds === undefined ? edited?.embeds : body.embeds;
  const components = body.components === undefined ? edited?.components : body.components;
  const attachments = edited === undefined ? [] : (body.attachments ?? edited.attachments);
  const hasSomething =
    content?.trim() ||
    embeds?.length ||
    components?.length ||
    attachments.length ||
    body.sticker_ids?.length ||
    body.poll;
  return !hasSomething && fileCount === 0;
}
