import {
  type APIGuildMember,
  type APIMessage,
  type APIRole,
  type APIUser,
  Locale,
  type Snowflake,
} from "discord-api-types/v10";
import type { PlaygroundChannel } from "./channel.ts";
import type { PermissionName } from "./options.ts";
import { holds, permissionsIn } from "./permissions.ts";
import { ImpossibleActionError, type Pings, type Ref } from "./person.ts";
import { Snowflakes, byAge } from "./snowflake.ts";

/** A message as the world keeps it. The object is replaced field by field, never shared with anybody outside. */
export interface MessageRecord {
  readonly message: APIMessage;
  pings: Pings;
  /** The only person who sees it, if it is ephemeral. */
  readonly onlyFor: Snowflake | undefined;
}

/** A file behind an attachment's address. */
export interface StoredFile {
  readonly data: Uint8Array;
  readonly type: string;
}

/** Everything that is there: one server, its people and channels, what was said. It announces nothing by itself. */
export class World {
  readonly guildId: Snowflake;
  readonly guildName: string;
  readonly guildLocale: Locale;
  readonly users = new Map<Snowflake, APIUser>();
  readonly locales = new Map<Snowflake, string>();
  readonly members = new Map<Snowflake, APIGuildMember>();
  readonly roles = new Map<Snowflake, APIRole>();
  readonly channels = new Map<Snowflake, PlaygroundChannel>();
  readonly records = new Map<Snowflake, MessageRecord>();
  readonly files = new Map<string, StoredFile>();
  /** The person who owns the server and may do everything. */
  ownerId: Snowflake = "0";
  /** Where the files are served. */
  url = "";
  readonly now: () => number;
  readonly #ids: Snowflakes;

  constructor(guildName: string, now: () => number, guildLocale = Locale.EnglishUS) {
    this.now = now;
    this.#ids = new Snowflakes(now);
    this.guildName = guildName;
    this.guildLocale = guildLocale;
    this.guildId = this.newId();
  }

  newId(): Snowflake {
    return this.#ids.next();
  }

  /** The time as Discord writes it. */
  timestamp(): string {
    return new Date(this.now()).toISOString().replace("Z", "000+00:00");
  }

  /** @throws {ImpossibleActionError} If there is no such user. */
  user(ref: Ref): APIUser {
    return found(this.users, ref, (user, name) => user.username === name, "user");
  }

  /** @throws {ImpossibleActionError} If there is no such channel. */
  channel(ref: Ref): PlaygroundChannel {
    return found(this.channels, ref, (channel, name) => channel.name === name, "channel");
  }

  /** @throws {ImpossibleActionError} If there is no such role. */
  role(ref: Ref): APIRole {
    return found(this.roles, ref, (role, name) => role.name === name, "role");
  }

  /** @throws {ImpossibleActionError} If there is no such message. */
  record(ref: Ref): MessageRecord {
    return found(this.records, ref, () => false, "message");
  }

  /** Whether a user may do all of this in a channel. */
  may(userId: Snowflake, channel: PlaygroundChannel, ...names: readonly PermissionName[]): boolean {
    return holds(permissionsIn(this, userId, channel), ...names);
  }

  /** Whether a message is there for a user: not hidden with its channel, nor ephemeral for another. */
  sees(userId: Snowflake, { message, onlyFor }: MessageRecord): boolean {
    const channel = this.channels.get(message.channel_id);
    if (!channel || (onlyFor !== undefined && onlyFor !== userId)) return false;
    return this.may(userId, channel, "ViewChannel");
  }

  /** The messages of a channel, oldest first. */
  recordsIn(channelId: Snowflake): readonly MessageRecord[] {
    return [...this.records.values()]
      .filter(({ message }) => message.channel_id === channelId)
      .toSorted((left, right) => byAge(left.message, right.message));
  }
}

function found<Thing>(
  things: ReadonlyMap<Snowflake, Thing>,
  ref: Ref,
  isNamed: (thing: Thing, name: string) => boolean,
  kind: string,
): Thing {
  const key = typeof ref === "string" ? ref : ref.id;
  const thing = things.get(key) ?? [...things.values()].find((candidate) => isNamed(candidate, key));
  if (thing === undefined) throw new ImpossibleActionError(`There is no ${kind} "${key}".`);
  return thing;
}
