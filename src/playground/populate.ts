import {
  type APIDMChannel,
  type APIGroupDMChannel,
  type APIRole,
  type APITextChannel,
  type APIUser,
  ChannelType,
  Locale,
  OverwriteType,
  type Snowflake,
} from "discord-api-types/v10";
import { NO_FLAGS, isOfGuild } from "./channel.ts";
import type { NewChannel, NewRole, NewUser, Overwrite, PermissionName } from "./options.ts";
import { EVERYONE_PERMISSIONS, permissionBits } from "./permissions.ts";
import { ImpossibleActionError, type Ref } from "./person.ts";
import type { World } from "./world.ts";

/** What the invite link grants: the least with which every feature works. */
export const INVITED_PERMISSIONS: readonly PermissionName[] = [
  "CreatePublicThreads",
  "ReadMessageHistory",
  "SendMessages",
  "SendMessagesInThreads",
  "ViewChannel",
];

/** Adds a user and makes them a member of the server. */
export function addUser(world: World, username: string, options: NewUser = {}): APIUser {
  const user: APIUser = {
    id: world.newId(),
    username,
    discriminator: "0",
    global_name: options.isBot ? null : (options.displayName ?? username),
    avatar: null,
    banner: null,
    accent_color: null,
    flags: NO_FLAGS,
    public_flags: NO_FLAGS,
    primary_guild: null,
    ...(options.isBot && { bot: true }),
  };
  world.users.set(user.id, user);
  world.locales.set(user.id, options.locale ?? Locale.EnglishUS);
  world.members.set(user.id, {
    user,
    nick: null,
    avatar: null,
    banner: null,
    roles: [...(options.roles ?? [])],
    joined_at: world.timestamp(),
    premium_since: null,
    deaf: false,
    mute: false,
    flags: NO_FLAGS,
    pending: false,
    communication_disabled_until: null,
  });
  return user;
}

/** Adds a role. The one that has the server's own id is everybody's. */
export function addRole(world: World, name: string, options: NewRole & { readonly id?: Snowflake } = {}): APIRole {
  const role = {
    id: options.id ?? world.newId(),
    name,
    description: null,
    permissions: String(permissionBits(options.permissions ?? [])),
    position: world.roles.size,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: options.isMentionable ?? false,
    icon: null,
    unicode_emoji: null,
    flags: NO_FLAGS,
  } satisfies APIRole & { description: null };
  world.roles.set(role.id, role);
  return role;
}

/** Adds the role that everybody has. */
export function addEveryone(world: World): void {
  addRole(world, "@everyone", { id: world.guildId, permissions: EVERYONE_PERMISSIONS });
}

/** Adds a text channel to the server. */
export function addTextChannel(world: World, name: string, options: NewChannel = {}): APITextChannel {
  const channel = {
    id: world.newId(),
    type: ChannelType.GuildText,
    guild_id: world.guildId,
    name,
    position: world.channels.size,
    permission_overwrites: [],
    parent_id: null,
    topic: options.topic ?? null,
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id: null,
    flags: NO_FLAGS,
  } satisfies APITextChannel;
  world.channels.set(channel.id, channel);
  return channel;
}

/**
 * The direct message of two users, made if it is not there. On the wire its recipients are "the others", so the bot
 * must not be among them there: see `wireChannel`.
 *
 * @param onNew Called if it was not there.
 */
export function directMessage(
  world: World,
  one: APIUser,
  other: APIUser,
  onNew: (channel: APIDMChannel) => void,
): APIDMChannel {
  for (const channel of world.channels.values()) {
    if (channel.type !== ChannelType.DM) continue;
    const ids = channel.recipients?.map((recipient) => recipient.id) ?? [];
    if (ids.includes(one.id) && ids.includes(other.id)) return channel;
  }
  const channel = {
    id: world.newId(),
    type: ChannelType.DM,
    name: null,
    last_message_id: null,
    flags: NO_FLAGS,
    recipients: [one, other],
  } satisfies APIDMChannel;
  world.channels.set(channel.id, channel);
  onNew(channel);
  return channel;
}

/** A group of people without the bot, where only an application that a person installed can be used. */
export function addGroup(world: World, people: readonly APIUser[]): APIGroupDMChannel {
  const channel = {
    id: world.newId(),
    type: ChannelType.GroupDM,
    name: null,
    icon: null,
    last_message_id: null,
    flags: NO_FLAGS,
    recipients: [...people],
  } satisfies APIGroupDMChannel;
  world.channels.set(channel.id, channel);
  return channel;
}

/** Replaces what a role or a member may do in one channel. */
export function setOverwrite(world: World, channelRef: Ref, subject: Ref, overwrite: Overwrite): void {
  const channel = world.channel(channelRef);
  if (!isOfGuild(channel)) throw new ImpossibleActionError("A direct message has no permissions to set.");
  const key = typeof subject === "string" ? subject : subject.id;
  const user = [...world.users.values()].find((candidate) => candidate.id === key || candidate.username === key);
  const id = user?.id ?? world.role(subject).id;
  channel.permission_overwrites = [
    ...(channel.permission_overwrites ?? []).filter((old) => old.id !== id),
    {
      id,
      type: user ? OverwriteType.Member : OverwriteType.Role,
      allow: String(permissionBits(overwrite.allow ?? [])),
      deny: String(permissionBits(overwrite.deny ?? [])),
    },
  ];
}
