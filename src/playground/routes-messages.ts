import { type APIMessage, GatewayDispatchEvents, GatewayIntentBits } from "discord-api-types/v10";
import { type PlaygroundChannel, isOfGuild, isThread } from "./channel.ts";
import type { MessageBody } from "./message-body.ts";
import { checkMessage } from "./message-rules.ts";
import { reopen } from "./person-speech.ts";
import { invalidForm, refusal } from "./rest-error.ts";
import { NOTHING, type RestCall, type Rooms, type Route, bodyOf, ok, param } from "./rest-route.ts";
import { channelFor, mustSpeak } from "./routes-channels.ts";
import { forBot } from "./show-message.ts";
import type { MessageRecord } from "./world.ts";
import { rewriteMessage, writeMessage } from "./write-message.ts";

const PAGE = { usual: 50, most: 100 };
const BULK = { least: 2, most: 100 };

/** Messages of channels: sending, reading, changing, deleting, reacting. */
export function messageRoutes(rooms: Rooms): readonly Route[] {
  const { world, bot, announcer } = rooms;
  const shown = (record: MessageRecord): APIMessage => forBot(world, bot, record, rooms.hasContent);
  return [
    { method: "POST", path: "/channels/:channel/messages", serve: (call) => ok(shown(send(rooms, call))) },
    {
      method: "GET",
      path: "/channels/:channel/messages",
      serve: (call) => {
        const channel = channelFor(rooms, call);
        // Without the history, Discord gives an empty list and no error.
        if (!world.may(bot.id, channel, "ReadMessageHistory")) return ok([]);
        const all = world.recordsIn(channel.id).filter((record) => record.onlyFor === undefined);
        return ok(page(all, call.query).map(shown));
      },
    },
    { method: "GET", path: "/channels/:channel/messages/:message", serve: (call) => ok(shown(find(rooms, call))) },
    {
      method: "PATCH",
      path: "/channels/:channel/messages/:message",
      serve: (call) => {
        const record = find(rooms, call);
        if (record.message.author.id !== bot.id) throw refusal("notYourMessage");
        const body = bodyOf<MessageBody>(call);
        checkMessage(body, call.files.length, record.message);
        rewriteMessage(world, record, body, call.files);
        announcer.messageUpdated(record);
        return ok(shown(record));
      },
    },
    {
      method: "DELETE",
      path: "/channels/:channel/messages/:message",
      serve: (call) => {
        const record = find(rooms, call);
        if (record.message.author.id !== bot.id) channelFor(rooms, call, "ManageMessages");
        world.records.delete(record.message.id);
        announcer.messageDeleted(record);
        return NOTHING;
      },
    },
    {
      method: "POST",
      path: "/channels/:channel/messages/bulk-delete",
      serve: (call) => {
        const channel = channelFor(rooms, call, "ManageMessages");
        const { messages: ids = [] } = bodyOf<{ messages: string[] }>(call);
        if (ids.length < BULK.least || ids.length > BULK.most) {
          const message = `Must be between ${BULK.least} and ${BULK.most} in length.`;
          throw invalidForm([{ path: ["messages"], code: "BASE_TYPE_BAD_LENGTH", message }]);
        }
        const gone = world.recordsIn(channel.id).filter(({ message }) => ids.includes(message.id));
        for (const { message } of gone) world.records.delete(message.id);
        announcer.messagesDeleted(channel, gone);
        return NOTHING;
      },
    },
    ...(["PUT", "DELETE"] as const).map((method): Route => ({
      method,
      path: "/channels/:channel/messages/:message/reactions/:emoji/@me",
      serve: (call) => {
        react(rooms, call, method === "PUT");
        return NOTHING;
      },
    })),
  ];
}

function send(rooms: Rooms, call: RestCall): MessageRecord {
  const { world, bot, announcer } = rooms;
  const channel = channelFor(rooms, call);
  mustSpeak(rooms, channel);
  const body = bodyOf<MessageBody>(call);
  checkMessage(body, call.files.length);
  if (body.embeds?.length) channelFor(rooms, call, "EmbedLinks");
  if (call.files.length > 0) channelFor(rooms, call, "AttachFiles");
  const isLocked = isThread(channel) && channel.thread_metadata?.archived && channel.thread_metadata.locked;
  if (isLocked) throw refusal("archivedThread");
  reopen(channel);

  const known = repeated(rooms, channel, body);
  if (known) return known;
  const record = writeMessage(world, {
    channel,
    author: bot,
    body: checkedReply(rooms, channel, body),
    files: call.files,
  });
  announcer.messageCreated(record);
  return record;
}

/** With `enforce_nonce`, the message that came with the same nonce: a repeated request sends nothing twice. */
function repeated({ world, bot }: Rooms, channel: PlaygroundChannel, body: MessageBody): MessageRecord | undefined {
  if (!body.enforce_nonce || body.nonce === undefined || body.nonce === null) return undefined;
  return world
    .recordsIn(channel.id)
    .find(({ message }) => message.author.id === bot.id && message.nonce === body.nonce);
}

/** The body, without the reply if the message is gone and the request is content with that. */
function checkedReply({ world, bot }: Rooms, channel: PlaygroundChannel, body: MessageBody): MessageBody {
  const { message_reference: reference, ...rest } = body;
  if (!reference?.message_id) return rest;
  if (isOfGuild(channel) && !world.may(bot.id, channel, "ReadMessageHistory")) throw refusal("noHistoryForReply");
  const target = world.records.get(reference.message_id);
  if (target && target.onlyFor === undefined && target.message.channel_id === channel.id) return body;
  if (reference.fail_if_not_exists === false) return rest;
  throw invalidForm([{ path: ["message_reference"], code: "REPLIES_UNKNOWN_MESSAGE", message: "Unknown message" }]);
}

function find(rooms: Rooms, call: RestCall): MessageRecord {
  const channel = channelFor(rooms, call);
  const record = rooms.world.records.get(param(call, "message"));
  const isThere = record && record.message.channel_id === channel.id && record.onlyFor === undefined;
  if (!isThere) throw refusal("unknownMessage");
  return record;
}

/** Newest first, as Discord pages. */
function page(records: readonly MessageRecord[], query: URLSearchParams): readonly MessageRecord[] {
  const limit = Math.min(Number(query.get("limit") ?? PAGE.usual), PAGE.most);
  const idOf = ({ message }: MessageRecord): bigint => BigInt(message.id);
  const before = query.get("before");
  const after = query.get("after");
  const around = query.get("around");
  if (around !== null) {
    const middle = records.filter((record) => idOf(record) <= BigInt(around)).length;
    return records.slice(Math.max(0, middle - Math.ceil(limit / 2)), middle + Math.floor(limit / 2)).toReversed();
  }
  if (after !== null)
    return records
      .filter((record) => idOf(record) > BigInt(after))
      .slice(0, limit)
      .toReversed();
  const older = before === null ? records : records.filter((record) => idOf(record) < BigInt(before));
  return older.slice(-limit).toReversed();
}

function react(rooms: Rooms, call: RestCall, isAdded: boolean): void {
  const { world, bot, announcer, gateway } = rooms;
  const channel = channelFor(rooms, call, "ReadMessageHistory");
  const record = find(rooms, call);
  const emoji = { id: null, name: param(call, "emoji") };
  const others = (record.message.reactions ?? []).filter((reaction) => reaction.emoji.name !== emoji.name);
  if (isAdded && others.length === (record.message.reactions ?? []).length) channelFor(rooms, call, "AddReactions");
  const mine = { emoji, count: 1, count_details: { burst: 0, normal: 1 }, me: true, me_burst: false, burst_colors: [] };
  record.message.reactions = isAdded ? [...others, mine] : others;
  announcer.tellThoseWho((id) => world.sees(id, record), {
    type: "message-updated",
    message: structuredClone(record.message),
  });
  const data = {
    user_id: bot.id,
    type: 0,
    channel_id: channel.id,
    message_id: record.message.id,
    message_author_id: record.message.author.id,
    burst: false,
    emoji,
    ...(isOfGuild(channel) && { guild_id: world.guildId }),
  };
  const intent = isOfGuild(channel)
    ? GatewayIntentBits.GuildMessageReactions
    : GatewayIntentBits.DirectMessageReactions;
  if (isAdded) gateway.dispatch(GatewayDispatchEvents.MessageReactionAdd, () => data, intent);
  else gateway.dispatch(GatewayDispatchEvents.MessageReactionRemove, () => data, intent);
}
