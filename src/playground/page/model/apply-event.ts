import type { APIMessage } from "discord-api-types/v10";
import type { PageEvent, Snapshot } from "../../page-wire.ts";
import { takeUpDrafts } from "./draft.ts";
import type { Model } from "./model.ts";
import { renewDrafts } from "./renew-drafts.ts";

/** How long somebody is shown as typing, as on Discord. */
const TYPING_MS = 10_000;

/** Brings the model up to date with what the server tells. */
export function applyEvent(model: Model, event: PageEvent, now = Date.now()): void {
  switch (event.type) {
    case "snapshot":
      applySnapshot(model, event);
      break;
    case "message-created":
    case "message-updated":
      putMessage(model, event.message);
      if (event.type === "message-created") noticeMessage(model, event.message);
      break;
    case "message-deleted": {
      const left = messagesOf(model, event.channelId).filter(({ id }) => id !== event.messageId);
      model.messages.set(event.channelId, left);
      break;
    }
    case "typing":
      if (event.user.id !== model.me?.id)
        model.typing.set(event.channelId, { user: event.user, until: now + TYPING_MS });
      break;
    case "interaction-acknowledged":
      settle(model, event.interactionId);
      break;
    case "interaction-failed":
      fail(model, event.interactionId, event.failure.text, event.messageId);
      break;
    case "modal-opened":
      settle(model, event.modal.interactionId);
      model.modal = event.modal;
      model.modalError = undefined;
      break;
    case "channel-created":
    case "channel-updated":
      model.channels.set(event.channel.id, event.channel);
      break;
    case "thread-created":
      model.channels.set(event.thread.id, event.thread);
      break;
    case "channel-deleted":
      removeChannel(model, event.channelId);
      break;
    case "command-used":
      model.commandNames.set(event.interactionId, event.name);
      break;
    case "commands-changed":
      Object.assign(model, { commands: event.commands, locale: event.locale });
      renewDrafts(model);
      break;
    case "bot-online":
    case "bot-offline":
      model.isBotOnline = event.type === "bot-online";
      break;
    case "choices":
      // The request that asked for them brings them too.
      break;
  }
}

/** The end of an interaction may come before the answer to the request that began it. */
function settle(model: Model, interactionId: string): void {
  if (!model.pending.delete(interactionId)) model.settled.add(interactionId);
}

function applySnapshot(model: Model, snapshot: Snapshot): void {
  Object.assign(model, { isConnected: true, isEnded: false });
  model.me = snapshot.me;
  takeUpDrafts(model, snapshot.me.id);
  model.people = snapshot.people;
  model.bot = snapshot.bot;
  model.isBotOnline = snapshot.isBotOnline;
  model.guildName = snapshot.guildName;
  model.commands = snapshot.commands;
  model.locale = snapshot.locale;
  model.channels.clear();
  for (const channel of snapshot.channels) model.channels.set(channel.id, channel);
  model.messages.clear();
  for (const [channelId, messages] of Object.entries(snapshot.messages)) model.messages.set(channelId, [...messages]);
  for (const shown of [model.channelId, paneThread(model)])
    if (shown !== undefined && !model.channels.has(shown)) removeChannel(model, shown);
  renewDrafts(model);
  for (const [id, name] of Object.entries(snapshot.commandNames)) model.commandNames.set(id, name);
  for (const transient of [model.pending, model.failures, model.typing, model.settled]) transient.clear();
}

function putMessage(model: Model, message: APIMessage): void {
  const messages = [...messagesOf(model, message.channel_id)];
  const at = messages.findIndex(({ id }) => id === message.id);
  if (at < 0) messages.push(message);
  else messages[at] = message;
  model.messages.set(message.channel_id, messages);
}

function noticeMessage(model: Model, { channel_id: channelId, author }: APIMessage): void {
  if (model.typing.get(channelId)?.user.id === author.id) model.typing.delete(channelId);
  if (channelId !== model.channelId && channelId !== paneThread(model)) model.unread.add(channelId);
}

/** What is shown of it goes with the channel. */
function removeChannel(model: Model, channelId: string): void {
  model.channels.delete(channelId);
  model.drafts.delete(channelId);
  if (paneThread(model) === channelId || model.channelId === channelId) model.pane = undefined;
  if (model.channelId === channelId) model.channelId = [...model.channels.keys()][0] ?? "";
}

/** The thread that stands beside its channel, if any. */
function paneThread({ pane }: Model): string | undefined {
  return pane?.kind === "thread" ? pane.channelId : undefined;
}

function messagesOf(model: Model, channelId: string): readonly APIMessage[] {
  return model.messages.get(channelId) ?? [];
}

function fail(model: Model, interactionId: string, text: string, messageId: string | undefined): void {
  const pending = model.pending.get(interactionId);
  settle(model, interactionId);
  if (messageId !== undefined) model.failures.set(messageId, text);
  else model.notes.push({ id: interactionId, channelId: pending?.channelId ?? model.channelId, text });
}
