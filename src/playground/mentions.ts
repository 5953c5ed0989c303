import {
  type APIAllowedMentions,
  type APIMessageTopLevelComponent,
  type APIUser,
  AllowedMentionsTypes,
  type Snowflake,
} from "discord-api-types/v10";
import type { PlaygroundChannel } from "./channel.ts";
import { textDisplays } from "./components.ts";
import type { Pings } from "./person.ts";
import type { World } from "./world.ts";

const NOBODY: Pings = { users: [], roles: [], everyone: false };

/** What a message's mentions depend on. */
export interface MentionSource {
  readonly text: string;
  readonly author: APIUser;
  readonly channel: PlaygroundChannel;
  /** Absent means that everything in the text may ping, which is Discord's default. */
  readonly allowed: APIAllowedMentions | undefined;
  /** The author of the message that is replied to, where a reply may notify them. */
  readonly repliedTo: APIUser | undefined;
}

/** The text whose mentions count: the content, and in Components V2 the text displays. Embeds never ping. */
export function mentionText(content: string, components: readonly APIMessageTopLevelComponent[]): string {
  return [content, ...textDisplays(components)].join("\n");
}

/**
 * Whom a message mentions once `allowed_mentions` and the author's permissions were applied.
 *
 * @see https://docs.discord.com/developers/resources/message#allowed-mentions-object
 */
export function resolveMentions(world: World, source: MentionSource): Pings {
  const { text, allowed, repliedTo } = source;
  const mayEveryone = world.may(source.author.id, source.channel, "MentionEveryone");
  const isReplyPinged = allowed === undefined || allowed.replied_user === true;
  const replied = repliedTo && isReplyPinged ? [repliedTo.id] : [];
  if (text === "") return { ...NOBODY, users: replied };

  const users = idsIn(text, /<@!?(\d+)>/g).filter(
    (id) => world.users.has(id) && isAllowed(allowed, AllowedMentionsTypes.User, allowed?.users, id),
  );
  const roles = idsIn(text, /<@&(\d+)>/g).filter((id) => {
    const role = world.roles.get(id);
    if (!role || !(role.mentionable || mayEveryone)) return false;
    return isAllowed(allowed, AllowedMentionsTypes.Role, allowed?.roles, id);
  });
  const everyone =
    mayEveryone &&
    /@(?:everyone|here)\b/.test(text) &&
    (allowed === undefined || (allowed.parse ?? []).includes(AllowedMentionsTypes.Everyone));
  return { users: [...new Set([...replied, ...users])], roles, everyone };
}

function isAllowed(
  allowed: APIAllowedMentions | undefined,
  kind: AllowedMentionsTypes,
  listed: readonly Snowflake[] | undefined,
  id: Snowflake,
): boolean {
  if (allowed === undefined) return true;
  return (allowed.parse ?? []).includes(kind) || (listed ?? []).includes(id);
}

function idsIn(text: string, pattern: RegExp): Snowflake[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ""))];
}
