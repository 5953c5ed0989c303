import {
  type APIThreadChannel,
  type APIUser,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type Snowflake,
} from "discord-api-types/v10";
import { type PlaygroundChannel, isOfGuild, isThread } from "./channel.ts";
import type { Gateway } from "./gateway.ts";
import type { DispatchData } from "./gateway-link.ts";
import type { PersonEvent, PersonListener } from "./person.ts";
import { forBot, snapshot } from "./show-message.ts";
import { wireChannel } from "./wire.ts";
import type { MessageRecord, World } from "./world.ts";

/** Tells everybody concerned what happened: the people who look, and the application over its gateway. */
export class Announcer {
  readonly #world: World;
  readonly #bot: APIUser;
  readonly #gateway: Gateway;
  readonly #listeners = new Map<PersonListener, Snowflake>();

  constructor(world: World, bot: APIUser, gateway: Gateway) {
    this.#world = world;
    this.#bot = bot;
    this.#gateway = gateway;
  }

  /** Each listener hears what one person would see. */
  listen(userId: Snowflake, given: PersonListener): () => void {
    // A listener of its own for each call, so that one function can listen twice.
    const listener: PersonListener = (event) => {
      given(event);
    };
    this.#listeners.set(listener, userId);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  tell(userId: Snowflake, event: PersonEvent): void {
    this.tellThoseWho((id) => id === userId, event);
  }

  tellThoseWho(isConcerned: (userId: Snowflake) => boolean, event: PersonEvent): void {
    for (const [listener, userId] of this.#listeners) if (isConcerned(userId)) listener(event);
  }

  /** An ephemeral message goes to its one person, and never over the gateway. */
  messageCreated(record: MessageRecord): void {
    this.#tellMessage("message-created", record);
    this.#dispatchMessage(GatewayDispatchEvents.MessageCreate, record);
  }

  messageUpdated(record: MessageRecord): void {
    this.#tellMessage("message-updated", record);
    this.#dispatchMessage(GatewayDispatchEvents.MessageUpdate, record);
  }

  /** The record must already be out of the world. */
  messageDeleted(record: MessageRecord): void {
    const { message } = record;
    const channel = this.#world.channel(message.channel_id);
    this.tellThoseWho((id) => this.#world.sees(id, record), {
      type: "message-deleted",
      channelId: channel.id,
      messageId: message.id,
    });
    if (record.onlyFor !== undefined || !this.#botSees(channel)) return;
    const data = { id: message.id, channel_id: channel.id, ...this.#guildOf(channel) };
    this.#gateway.dispatch(GatewayDispatchEvents.MessageDelete, () => data, messageIntent(channel));
  }

  messagesDeleted(channel: PlaygroundChannel, records: readonly MessageRecord[]): void {
    for (const { message } of records) {
      this.tellThoseWho((id) => this.#world.may(id, channel, "ViewChannel"), {
        type: "message-deleted",
        channelId: channel.id,
        messageId: message.id,
      });
    }
    const data = {
      ids: records.map(({ message }) => message.id),
      channel_id: channel.id,
      ...this.#guildOf(channel),
    };
    this.#gateway.dispatch(GatewayDispatchEvents.MessageDeleteBulk, () => data, messageIntent(channel));
  }

  typing(channel: PlaygroundChannel, user: APIUser): void {
    this.tellThoseWho((id) => id !== user.id && this.#world.may(id, channel, "ViewChannel"), {
      type: "typing",
      channelId: channel.id,
      user,
    });
    if (user.id === this.#bot.id || !this.#botSees(channel)) return;
    const member = this.#world.members.get(user.id);
    const data = {
      channel_id: channel.id,
      user_id: user.id,
      timestamp: Math.floor(this.#world.now() / 1_000),
      ...this.#guildOf(channel),
      ...(isOfGuild(channel) && member && { member: structuredClone(member) }),
    };
    const intent = isOfGuild(channel) ? GatewayIntentBits.GuildMessageTyping : GatewayIntentBits.DirectMessageTyping;
    this.#gateway.dispatch(GatewayDispatchEvents.TypingStart, () => data, intent);
  }

  threadCreated(thread: APIThreadChannel): void {
    this.tellThoseWho((id) => this.#world.may(id, thread, "ViewChannel"), {
      type: "thread-created",
      thread: structuredClone(thread),
    });
    if (!this.#botSees(thread)) return;
    const data = { ...structuredClone(thread), newly_created: true as const };
    this.#gateway.dispatch(GatewayDispatchEvents.ThreadCreate, () => data, GatewayIntentBits.Guilds);
  }

  /** Direct messages are not announced to the application: it learns of them by what is said there. */
  channelCreated(channel: PlaygroundChannel): void {
    this.tellThoseWho((id) => this.#world.may(id, channel, "ViewChannel"), {
      type: "channel-created",
      channel: structuredClone(channel),
    });
    if (!isOfGuild(channel) || isThread(channel) || !this.#botSees(channel)) return;
    const data = { ...structuredClone(channel), guild_id: this.#world.guildId };
    this.#gateway.dispatch(GatewayDispatchEvents.ChannelCreate, () => data, GatewayIntentBits.Guilds);
  }

  channelUpdated(channel: PlaygroundChannel): void {
    this.tellThoseWho((id) => this.#world.may(id, channel, "ViewChannel"), {
      type: "channel-updated",
      channel: structuredClone(channel),
    });
    const wire = wireChannel(channel, this.#bot);
    if (isThread(wire)) {
      this.#gateway.dispatch(GatewayDispatchEvents.ThreadUpdate, () => wire, GatewayIntentBits.Guilds);
    } else if (isOfGuild(wire)) {
      const data = { ...wire, guild_id: this.#world.guildId };
      this.#gateway.dispatch(GatewayDispatchEvents.ChannelUpdate, () => data, GatewayIntentBits.Guilds);
    }
  }

  /** The channel must already be out of the world; who saw it no longer matters. */
  channelDeleted(channel: PlaygroundChannel): void {
    this.tellThoseWho(() => true, { type: "channel-deleted", channelId: channel.id });
    if (isThread(channel)) {
      const data = {
        id: channel.id,
        guild_id: this.#world.guildId,
        type: channel.type,
        parent_id: channel.parent_id ?? this.#world.guildId,
      };
      this.#gateway.dispatch(GatewayDispatchEvents.ThreadDelete, () => data, GatewayIntentBits.Guilds);
    } else if (isOfGuild(channel)) {
      const data = { ...structuredClone(channel), guild_id: this.#world.guildId };
      this.#gateway.dispatch(GatewayDispatchEvents.ChannelDelete, () => data, GatewayIntentBits.Guilds);
    }
  }

  /** Without `unavailable`, which tells of an outage. */
  botLeft(): void {
    this.#gateway.dispatch(
      GatewayDispatchEvents.GuildDelete,
      () => ({ id: this.#world.guildId }),
      GatewayIntentBits.Guilds,
    );
  }

  #tellMessage(type: "message-created" | "message-updated", record: MessageRecord): void {
    const message = snapshot(this.#world, record);
    this.tellThoseWho((id) => this.#world.sees(id, record), { type, message });
  }

  #dispatchMessage(
    name: GatewayDispatchEvents.MessageCreate | GatewayDispatchEvents.MessageUpdate,
    record: MessageRecord,
  ): void {
    const channel = this.#world.channel(record.message.channel_id);
    if (record.onlyFor !== undefined || !this.#botSees(channel)) return;
    const data = (hasContent: boolean): DispatchData<typeof name> => ({
      ...forBot(this.#world, this.#bot, record, hasContent),
      channel_type: channel.type,
      ...this.#guildOf(channel),
      ...this.#memberOf(channel, record.message.author.id),
    });
    this.#gateway.dispatch(name, data, messageIntent(channel));
  }

  #botSees(channel: PlaygroundChannel): boolean {
    return this.#world.may(this.#bot.id, channel, "ViewChannel");
  }

  #guildOf(channel: PlaygroundChannel): { guild_id?: Snowflake } {
    return isOfGuild(channel) ? { guild_id: this.#world.guildId } : {};
  }

  #memberOf(channel: PlaygroundChannel, userId: Snowflake): object {
    const member = this.#world.members.get(userId);
    if (!isOfGuild(channel) || !member) return {};
    const { user: _user, ...rest } = member;
    return { member: structuredClone(rest) };
  }
}

function messageIntent(channel: PlaygroundChannel): GatewayIntentBits {
  return isOfGuild(channel) ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages;
}
