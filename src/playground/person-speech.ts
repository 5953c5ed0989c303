import {
  type APIMessage,
  type APIThreadChannel,
  type APIUser,
  AllowedMentionsTypes,
  ChannelType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
  ThreadAutoArchiveDuration,
  type ThreadChannelType,
} from "discord-api-types/v10";
import type { Announcer } from "./announcer.ts";
import { NO_FLAGS, type PlaygroundChannel, isOfGuild, isThread } from "./channel.ts";
import type { UploadedFile } from "./message-body.ts";
import type { PermissionName } from "./options.ts";
import { ImpossibleActionError, type Ref, type SayOptions, type Upload } from "./person.ts";
import { snapshot } from "./show-message.ts";
import { rewriteMessage, writeMessage } from "./write-message.ts";
import type { MessageRecord, World } from "./world.ts";

const CONTENT_LIMIT = 2_000;

/** What people do with messages: the part of Discord's app that needs no application. */
export class PersonSpeech {
  readonly #world: World;
  readonly #announcer: Announcer;

  constructor(world: World, announcer: Announcer) {
    this.#world = world;
    this.#announcer = announcer;
  }

  say(content: string, author: APIUser, channel: PlaygroundChannel, options: SayOptions): APIMessage {
    this.#require(author, channel, isThread(channel) ? "SendMessagesInThreads" : "SendMessages");
    const files = options.files ?? [];
    if (content.trim() === "" && files.length === 0) throw new ImpossibleActionError("Nobody can send nothing.");
    if (content.length > CONTENT_LIMIT) throw new ImpossibleActionError("A message has at most 2,000 characters.");
    const replied = options.replyTo === undefined ? undefined : this.#seen(options.replyTo, author);
    if (replied?.onlyFor !== undefined) throw new ImpossibleActionError("Nobody can reply to an ephemeral message.");
    if (replied && replied.message.channel_id !== channel.id) {
      throw new ImpossibleActionError("The message to reply to is in another channel.");
    }
    reopen(channel);
    const record = writeMessage(this.#world, {
      channel,
      author,
      files: files.map(asFile),
      body: {
        content,
        ...(replied && {
          message_reference: { message_id: replied.message.id },
          allowed_mentions: { parse: EVERYTHING, replied_user: options.ping ?? true },
        }),
      },
    });
    this.#announcer.messageCreated(record);
    return snapshot(this.#world, record);
  }

  /** A webhook is no user and no member: it speaks as whom it likes. */
  sayByWebhook(content: string, name: string, channel: PlaygroundChannel): APIMessage {
    const id = this.#world.newId();
    const author: APIUser = {
      id,
      username: name,
      discriminator: "0000",
      global_name: null,
      avatar: null,
      bot: true,
      flags: NO_FLAGS,
      public_flags: NO_FLAGS,
      primary_guild: null,
    };
    const record = writeMessage(this.#world, { channel, author, body: { content }, origin: { webhook_id: id } });
    this.#announcer.messageCreated(record);
    return snapshot(this.#world, record);
  }

  edit(ref: Ref, author: APIUser, content: string): APIMessage {
    const record = this.#own(ref, author);
    rewriteMessage(this.#world, record, { content }, []);
    this.#announcer.messageUpdated(record);
    return snapshot(this.#world, record);
  }

  /** Deletes a message: one's own, one that one may manage, or dismisses what only oneself sees. */
  remove(ref: Ref, user: APIUser): void {
    const record = this.#seen(ref, user);
    const channel = this.#world.channel(record.message.channel_id);
    const isOwn = record.message.author.id === user.id || record.onlyFor === user.id;
    if (!isOwn) this.#require(user, channel, "ManageMessages");
    this.#world.records.delete(record.message.id);
    this.#announcer.messageDeleted(record);
  }

  type(user: APIUser, channel: PlaygroundChannel): void {
    this.#require(user, channel, isThread(channel) ? "SendMessagesInThreads" : "SendMessages");
    this.#announcer.typing(channel, user);
  }

  thread(name: string, user: APIUser, channel: PlaygroundChannel, from: Ref | undefined): APIThreadChannel {
    this.#require(user, channel, "CreatePublicThreads");
    const record = from === undefined ? undefined : this.#seen(from, user);
    if (record && this.#world.channels.has(record.message.id)) {
      throw new ImpossibleActionError("The message has a thread already.");
    }
    return openThread(this.#world, this.#announcer, { name, owner: user, parent: channel, from: record });
  }

  #require(user: APIUser, channel: PlaygroundChannel, ...names: readonly PermissionName[]): void {
    if (this.#world.may(user.id, channel, "ViewChannel", ...names)) return;
    throw new ImpossibleActionError(`${user.username} may not do this here (${names.join(", ")}).`);
  }

  #seen(ref: Ref, user: APIUser): MessageRecord {
    const record = this.#world.record(ref);
    if (!this.#world.sees(user.id, record))
      throw new ImpossibleActionError(`${user.username} does not see this message.`);
    return record;
  }

  #own(ref: Ref, user: APIUser): MessageRecord {
    const record = this.#seen(ref, user);
    if (record.message.author.id !== user.id) throw new ImpossibleActionError("Only its author can edit a message.");
    return record;
  }
}

const EVERYTHING = [AllowedMentionsTypes.User, AllowedMentionsTypes.Role, AllowedMentionsTypes.Everyone];

/** Whoever speaks in an archived thread opens it again. */
export function reopen(channel: PlaygroundChannel): void {
  if (isThread(channel) && channel.thread_metadata) channel.thread_metadata.archived = false;
}

/** What a new thread is made of. */
export interface NewThread {
  readonly name: string;
  readonly owner: APIUser;
  readonly parent: PlaygroundChannel;
  readonly from?: MessageRecord | undefined;
  readonly type?: ThreadChannelType;
  readonly autoArchiveMinutes?: ThreadAutoArchiveDuration;
}

/** Opens a thread and tells everybody. One that comes from a message has that message's id. */
export function openThread(world: World, announcer: Announcer, draft: NewThread): APIThreadChannel {
  const { parent, owner, from } = draft;
  if (!isOfGuild(parent) || isThread(parent)) throw new ImpossibleActionError("Threads are in server channels only.");
  const id = from?.message.id ?? world.newId();
  const now = world.timestamp();
  const thread: APIThreadChannel = {
    id,
    type: draft.type ?? ChannelType.PublicThread,
    guild_id: world.guildId,
    parent_id: parent.id,
    owner_id: owner.id,
    name: draft.name,
    last_message_id: null,
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    rate_limit_per_user: 0,
    flags: NO_FLAGS,
    thread_metadata: {
      archived: false,
      archive_timestamp: now,
      auto_archive_duration: draft.autoArchiveMinutes ?? ThreadAutoArchiveDuration.OneDay,
      locked: false,
      create_timestamp: now,
    },
    member: { id, user_id: owner.id, join_timestamp: now, flags: NO_FLAGS },
  };
  world.channels.set(id, thread);
  announcer.threadCreated(thread);
  if (from) {
    from.message.flags = (from.message.flags ?? NO_FLAGS) | MessageFlags.HasThread;
    from.message.thread = structuredClone(thread);
    announcer.messageUpdated(from);
  } else {
    const body = { content: draft.name };
    const note = writeMessage(world, { channel: parent, author: owner, body, type: MessageType.ThreadCreated });
    note.message.message_reference = { type: MessageReferenceType.Default, channel_id: id, guild_id: world.guildId };
    announcer.messageCreated(note);
  }
  return thread;
}

function asFile(file: Upload, index: number): UploadedFile {
  const data = typeof file.data === "string" ? new TextEncoder().encode(file.data) : file.data;
  return { index, name: file.name, type: file.type ?? "application/octet-stream", data };
}
