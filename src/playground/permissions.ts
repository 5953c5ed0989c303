import {
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  OverwriteType,
  PermissionFlagsBits,
  type Snowflake,
} from "discord-api-types/v10";
import { type PlaygroundChannel, isOfGuild, isThread } from "./channel.ts";
import type { PermissionName } from "./options.ts";

/** Every permission there is. */
export const ALL_PERMISSIONS: bigint = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** What everybody may do in a server that nobody configured, as far as it concerns text. */
export const EVERYONE_PERMISSIONS: readonly PermissionName[] = [
  "AddReactions",
  "AttachFiles",
  "ChangeNickname",
  "CreateInstantInvite",
  "CreatePrivateThreads",
  "CreatePublicThreads",
  "EmbedLinks",
  "ReadMessageHistory",
  "SendMessages",
  "SendMessagesInThreads",
  "UseApplicationCommands",
  "UseExternalEmojis",
  "ViewChannel",
];

/** What a direct message allows. */
const DIRECT_MESSAGE_PERMISSIONS: readonly PermissionName[] = [
  "AddReactions",
  "AttachFiles",
  "EmbedLinks",
  "ReadMessageHistory",
  "SendMessages",
  "UseApplicationCommands",
  "ViewChannel",
];

/** The bits of some permissions. */
export function permissionBits(names: readonly PermissionName[]): bigint {
  return names.reduce((all, name) => all | PermissionFlagsBits[name], 0n);
}

/** What {@link permissionsIn} must know of a server. */
export interface Ranks {
  readonly guildId: Snowflake;
  readonly ownerId: Snowflake;
  readonly roles: ReadonlyMap<Snowflake, APIRole>;
  readonly members: ReadonlyMap<Snowflake, APIGuildMember>;
  readonly channels: ReadonlyMap<Snowflake, PlaygroundChannel>;
}

/**
 * What a user may do in a channel: roles, then the channel's overwrites for everyone, for roles, for the member. A
 * thread has its parent's.
 *
 * @returns The bits; 0 for somebody who is not in the server or not in the direct message.
 * @see https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
export function permissionsIn(ranks: Ranks, userId: Snowflake, channel: PlaygroundChannel): bigint {
  if (!isOfGuild(channel)) {
    const isRecipient = channel.recipients?.some((recipient) => recipient.id === userId) ?? false;
    return isRecipient ? permissionBits(DIRECT_MESSAGE_PERMISSIONS) : 0n;
  }
  const member = ranks.members.get(userId);
  if (!member) return 0n;
  const base = permissionsOf(ranks, member);
  if (base === ALL_PERMISSIONS) return base;
  const governing = isThread(channel) ? ranks.channels.get(channel.parent_id ?? "") : channel;
  const overwrites = governing && isOfGuild(governing) ? (governing.permission_overwrites ?? []) : [];
  return withOverwrites(base, overwrites, member, ranks.guildId);
}

/** What a member may do where no channel says otherwise. */
function permissionsOf(ranks: Ranks, member: APIGuildMember): bigint {
  if (member.user.id === ranks.ownerId) return ALL_PERMISSIONS;
  const own = [ranks.guildId, ...member.roles].reduce(
    (all, id) => all | BigInt(ranks.roles.get(id)?.permissions ?? 0n),
    0n,
  );
  return (own & PermissionFlagsBits.Administrator) === 0n ? own : ALL_PERMISSIONS;
}

function withOverwrites(
  base: bigint,
  overwrites: readonly APIOverwrite[],
  member: APIGuildMember,
  everyoneId: Snowflake,
): bigint {
  const apply = (from: bigint, chosen: readonly APIOverwrite[]): bigint => {
    const denied = chosen.reduce((all, overwrite) => all | BigInt(overwrite.deny), 0n);
    const allowed = chosen.reduce((all, overwrite) => all | BigInt(overwrite.allow), 0n);
    return (from & ~denied) | allowed;
  };
  const ofRoles = overwrites.filter((overwrite) => overwrite.type === OverwriteType.Role);
  const forEveryone = ofRoles.filter((overwrite) => overwrite.id === everyoneId);
  const forRoles = ofRoles.filter((overwrite) => member.roles.includes(overwrite.id));
  const forMember = overwrites.filter(
    (overwrite) => overwrite.type === OverwriteType.Member && overwrite.id === member.user.id,
  );
  const bits = apply(apply(apply(base, forEveryone), forRoles), forMember);
  // Whoever cannot see a channel can do nothing in it.
  return (bits & PermissionFlagsBits.ViewChannel) === 0n ? 0n : bits;
}

/** Whether bits hold all of some permissions. */
export function holds(bits: bigint, ...names: readonly PermissionName[]): boolean {
  const wanted = permissionBits(names);
  return (bits & wanted) === wanted;
}
