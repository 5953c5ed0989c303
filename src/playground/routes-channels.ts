import { ChannelType, type ThreadAutoArchiveDuration, type ThreadChannelType } from "discord-api-types/v10";
import { type PlaygroundChannel, isOfGuild, isThread } from "./channel.ts";
import type { PermissionName } from "./options.ts";
import { openThread } from "./person-speech.ts";
import { invalidForm, refusal } from "./rest-error.ts";
import { NOTHING, type RestCall, type Rooms, type Route, bodyOf, ok, param } from "./rest-route.ts";
import { wireChannel } from "./wire.ts";

/** The longest name of a channel or thread. */
const NAME_LIMIT = 100;

/** @throws {RestError} If there is no such channel, the bot does not see it, or may not do all of this in it. */
export function channelFor(rooms: Rooms, call: RestCall, ...names: readonly PermissionName[]): PlaygroundChannel {
  const { world, bot } = rooms;
  const channel = world.channels.get(param(call, "channel"));
  if (!channel) throw refusal("unknownChannel");
  if (!world.may(bot.id, channel, "ViewChannel")) throw refusal("missingAccess");
  if (!world.may(bot.id, channel, ...names)) throw refusal("missingPermissions");
  return channel;
}

interface ChannelBody {
  readonly name: string;
  readonly archived: boolean;
  readonly locked: boolean;
  readonly auto_archive_duration: ThreadAutoArchiveDuration;
}

interface ThreadBody {
  readonly name: string;
  readonly type: ThreadChannelType;
  readonly auto_archive_duration: ThreadAutoArchiveDuration;
}

/** Channels and threads themselves: reading, renaming, opening, archiving, typing. */
export function channelRoutes(rooms: Rooms): readonly Route[] {
  const { world, bot, announcer } = rooms;
  const openFrom = (call: RestCall): unknown => {
    const channel = channelFor(rooms, call, "CreatePublicThreads");
    const { name = "", type, auto_archive_duration: minutes } = bodyOf<ThreadBody>(call);
    checkName(name);
    const messageId = call.params["message"];
    const from = messageId === undefined ? undefined : world.records.get(messageId);
    const isGone =
      messageId !== undefined && (!from || from.onlyFor !== undefined || from.message.channel_id !== channel.id);
    if (isGone) throw refusal("unknownMessage");
    if (messageId !== undefined && world.channels.has(messageId)) throw refusal("threadExists");
    if (!isOfGuild(channel) || isThread(channel)) throw refusal("missingAccess");
    return openThread(world, announcer, {
      name,
      owner: bot,
      parent: channel,
      from,
      ...(type !== undefined && { type }),
      ...(minutes !== undefined && { autoArchiveMinutes: minutes }),
    });
  };
  return [
    { method: "GET", path: "/channels/:channel", serve: (call) => ok(wireChannel(channelFor(rooms, call), bot)) },
    {
      method: "PATCH",
      path: "/channels/:channel",
      serve: (call) => {
        const channel = channelFor(rooms, call);
        mustManage(rooms, channel);
        const body = bodyOf<ChannelBody>(call);
        if (body.name !== undefined && channel.type !== ChannelType.DM) {
          checkName(body.name);
          channel.name = body.name;
        }
        if (isThread(channel) && channel.thread_metadata) {
          const { archived, locked, auto_archive_duration: minutes } = body;
          Object.assign(channel.thread_metadata, {
            ...(archived !== undefined && { archived, archive_timestamp: world.timestamp() }),
            ...(locked !== undefined && { locked }),
            ...(minutes !== undefined && { auto_archive_duration: minutes }),
          });
        }
        announcer.channelUpdated(channel);
        return ok(wireChannel(channel, bot));
      },
    },
    {
      method: "DELETE",
      path: "/channels/:channel",
      serve: (call) => {
        const channel = channelFor(rooms, call);
        if (!isOfGuild(channel)) return ok(wireChannel(channel, bot));
        mustManage(rooms, channel, false);
        world.channels.delete(channel.id);
        announcer.channelDeleted(channel);
        return ok(wireChannel(channel, bot));
      },
    },
    {
      method: "POST",
      path: "/channels/:channel/typing",
      serve: (call) => {
        const channel = channelFor(rooms, call);
        mustSpeak(rooms, channel);
        announcer.typing(channel, bot);
        return NOTHING;
      },
    },
    { method: "POST", path: "/channels/:channel/threads", serve: (call) => ({ status: 201, body: openFrom(call) }) },
    {
      method: "POST",
      path: "/channels/:channel/messages/:message/threads",
      serve: (call) => ({ status: 201, body: openFrom(call) }),
    },
    ...(["PUT", "DELETE"] as const).map((method): Route => ({
      method,
      path: "/channels/:channel/thread-members/@me",
      serve: (call) => {
        channelFor(rooms, call);
        return NOTHING;
      },
    })),
  ];
}

/** @throws {RestError} If the bot may not send messages in the channel. */
export function mustSpeak({ world, bot }: Rooms, channel: PlaygroundChannel): void {
  const permission = isThread(channel) ? "SendMessagesInThreads" : "SendMessages";
  if (!world.may(bot.id, channel, permission)) throw refusal("missingPermissions");
}

/** A thread may be changed by its owner, anything else by who manages it. */
function mustManage({ world, bot }: Rooms, channel: PlaygroundChannel, isOwnerEnough = true): void {
  if (isThread(channel) && isOwnerEnough && channel.owner_id === bot.id) return;
  const permission = isThread(channel) ? "ManageThreads" : "ManageChannels";
  if (!world.may(bot.id, channel, permission)) throw refusal("missingPermissions");
}

function checkName(name: string): void {
  if (name.length >= 1 && name.length <= NAME_LIMIT) return;
  const message = `Must be between 1 and ${NAME_LIMIT} in length.`;
  throw invalidForm([{ path: ["name"], code: "BASE_TYPE_BAD_LENGTH", message }]);
}
