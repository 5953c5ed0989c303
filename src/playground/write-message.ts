import {
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIUser,
  EmbedType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
  type Snowflake,
} from "discord-api-types/v10";
import { type PlaygroundChannel, NO_FLAGS, isOfGuild, isThread } from "./channel.ts";
import { numberComponents } from "./components.ts";
import { mentionText, resolveMentions } from "./mentions.ts";
import type { MessageBody, UploadedFile } from "./message-body.ts";
import type { Pings } from "./person.ts";
import type { MessageRecord, World } from "./world.ts";

/** A message that is about to be there. */
export interface NewMessage {
  readonly channel: PlaygroundChannel;
  readonly author: APIUser;
  readonly body: MessageBody;
  readonly files?: readonly UploadedFile[];
  readonly type?: MessageType;
  readonly onlyFor?: Snowflake | undefined;
  /** Fields that only an answer to an interaction has. */
  readonly origin?: Pick<APIMessage, "interaction_metadata" | "webhook_id" | "application_id">;
}

/** Puts a message into the world, at the end of its channel. Announces nothing. */
export function writeMessage(world: World, draft: NewMessage): MessageRecord {
  const { channel, author, body } = draft;
  const repliedId = body.message_reference?.message_id;
  const replied = repliedId === undefined ? undefined : world.records.get(repliedId);
  const message: APIMessage = {
    type: draft.type ?? (repliedId === undefined ? MessageType.Default : MessageType.Reply),
    content: "",
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    attachments: [],
    embeds: [],
    components: [],
    timestamp: world.timestamp(),
    edited_timestamp: null,
    flags: body.flags ?? NO_FLAGS,
    id: world.newId(),
    channel_id: channel.id,
    author,
    pinned: false,
    tts: false,
    ...draft.origin,
    ...(body.nonce !== undefined && body.nonce !== null && { nonce: body.nonce }),
    ...(repliedId !== undefined && {
      message_reference: {
        type: MessageReferenceType.Default,
        message_id: repliedId,
        channel_id: channel.id,
        ...(isOfGuild(channel) && { guild_id: world.guildId }),
      },
    }),
  };
  const record: MessageRecord = { message, pings: { users: [], roles: [], everyone: false }, onlyFor: draft.onlyFor };
  record.pings = applyBody(world, record, body, draft.files ?? [], replied);
  world.records.set(message.id, record);
  channel.last_message_id = message.id;
  if (isThread(channel)) {
    channel.message_count = (channel.message_count ?? 0) + 1;
    channel.total_message_sent = (channel.total_message_sent ?? 0) + 1;
  }
  return record;
}

/**
 * Changes what the body names and leaves the rest.
 *
 * @param isFirst Whether this fills a "thinking" answer: it pings as a new message does, and counts as no edit.
 */
export function rewriteMessage(
  world: World,
  record: MessageRecord,
  body: MessageBody,
  files: readonly UploadedFile[],
  isFirst = false,
): void {
  const { message } = record;
  const pings = applyBody(world, record, body, files, repliedBy(world, message));
  if (isFirst) record.pings = pings;
  else message.edited_timestamp = world.timestamp();
  if (typeof body.flags === "number") {
    const kept = (message.flags ?? NO_FLAGS) & ~MessageFlags.SuppressEmbeds;
    message.flags = kept | (body.flags & (MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2));
  }
  if (isFirst) message.flags = (message.flags ?? NO_FLAGS) & ~MessageFlags.Loading;
}

/** The message that a reply answers, if the reply mentions its author: an edit does not take that back. */
function repliedBy(world: World, message: APIMessage): MessageRecord | undefined {
  const replied = world.records.get(message.message_reference?.message_id ?? "");
  return message.mentions.some((user) => user.id === replied?.message.author.id) ? replied : undefined;
}

function applyBody(
  world: World,
  { message }: MessageRecord,
  body: MessageBody,
  files: readonly UploadedFile[],
  replied: MessageRecord | undefined,
): Pings {
  const channel = world.channel(message.channel_id);
  if (body.attachments) {
    const kept = new Set(body.attachments.map((attachment) => String(attachment.id)));
    message.attachments = message.attachments.filter((attachment) => kept.has(attachment.id));
  }
  for (const file of files) {
    const described = body.attachments?.find((attachment) => String(attachment.id) === String(file.index));
    message.attachments.push(
      storeFile(world, channel.id, {
        ...file,
        name: described?.filename ?? file.name,
        ...(described?.description && { description: described.description }),
      }),
    );
  }
  const link = <Part>(part: Part): Part => withAttachmentLinks(part, message.attachments);
  if (body.content !== undefined) message.content = body.content ?? "";
  if (body.embeds !== undefined) message.embeds = (body.embeds ?? []).map((embed) => link(wireEmbed(embed)));
  if (body.components !== undefined) message.components = link(numberComponents(body.components ?? []));

  const mentioned = resolveMentions(world, {
    text: mentionText(message.content, message.components ?? []),
    author: message.author,
    channel,
    allowed: body.allowed_mentions ?? undefined,
    // The answer to an interaction is a webhook's message: a reply to it notifies nobody.
    repliedTo: replied?.message.webhook_id === undefined ? replied?.message.author : undefined,
  });
  message.mentions = mentioned.users.map((id) => world.user(id));
  message.mention_roles = [...mentioned.roles];
  message.mention_everyone = mentioned.everyone;
  return { ...mentioned, users: mentioned.users.filter((id) => id !== message.author.id) };
}

/** An embed as Discord gives it back. */
function wireEmbed(embed: APIEmbed): APIEmbed {
  const given = Object.fromEntries(Object.entries(embed).filter(([, value]) => value !== null && value !== undefined));
  return {
    ...given,
    type: EmbedType.Rich,
    ...(embed.fields && { fields: embed.fields.map((field) => ({ inline: false, ...field })) }),
  };
}

/** Replaces `attachment://name` by the address of the file. */
function withAttachmentLinks<Part>(part: Part, attachments: readonly APIAttachment[]): Part {
  const replace = (_key: string, value: unknown): unknown => {
    if (typeof value !== "string" || !value.startsWith("attachment://")) return value;
    return attachments.find((attachment) => `attachment://${attachment.filename}` === value)?.url ?? value;
  };
  return JSON.parse(JSON.stringify(part, replace)) as Part;
}

/** Keeps a file and gives the attachment that names it. */
function storeFile(
  world: World,
  channelId: Snowflake,
  file: { readonly name: string; readonly type: string; readonly data: Uint8Array; readonly description?: string },
): APIAttachment {
  const id = world.newId();
  const path = `/attachments/${channelId}/${id}/${encodeURIComponent(file.name)}`;
  world.files.set(path, { data: file.data, type: file.type });
  return {
    id,
    filename: file.name,
    size: file.data.byteLength,
    url: world.url + path,
    proxy_url: world.url + path,
    content_type: file.type,
    ...(file.description !== undefined && { description: file.description }),
  };
}
