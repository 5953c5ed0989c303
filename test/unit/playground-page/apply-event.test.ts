import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  type APIApplicationCommand,
  type APIMessage,
} from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import type { PlaygroundChannel } from "../../../src/playground/channel.ts";
import { applyEvent } from "../../../src/playground/page/model/apply-event.ts";
import { startDraft } from "../../../src/playground/page/model/command-draft.ts";
import { draftIn, giveBackDraft, type Draft } from "../../../src/playground/page/model/draft.ts";
import { listCommands } from "../../../src/playground/page/model/list-commands.ts";
import { createModel } from "../../../src/playground/page/model/model.ts";

const CHANNEL = { id: "1", type: ChannelType.GuildText, name: "general" } as unknown as PlaygroundChannel;
const THREAD = {
  id: "2",
  type: ChannelType.PublicThread,
  name: "thread",
  parent_id: "1",
} as unknown as PlaygroundChannel;

const FIND = {
  id: "1",
  type: ApplicationCommandType.ChatInput,
  name: "find",
  description: "",
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: "query",
      name_localizations: { de: "frage" },
      description: "",
      required: true,
    },
  ],
} as unknown as APIApplicationCommand;

/** A channel with its thread beside it. */
function modelWithPane() {
  const model = createModel();
  for (const channel of [CHANNEL, THREAD]) model.channels.set(channel.id, channel);
  model.channelId = CHANNEL.id;
  model.pane = { kind: "thread", channelId: THREAD.id };
  return model;
}

function messageIn(channelId: string): APIMessage {
  return { id: "9", channel_id: channelId, author: { id: "5" } } as unknown as APIMessage;
}

describe("a thread beside its channel", () => {
  test("is read as it comes, until it is closed", () => {
    const model = modelWithPane();
    applyEvent(model, { type: "message-created", message: messageIn(THREAD.id) });
    expect(model.unread.size).toBe(0);
    model.pane = undefined;
    applyEvent(model, { type: "message-created", message: messageIn(THREAD.id) });
    expect([...model.unread]).toEqual([THREAD.id]);
  });

  test("is closed when it is deleted, and its draft is gone", () => {
    const model = modelWithPane();
    draftIn(model, THREAD.id).text = "words";
    applyEvent(model, { type: "channel-deleted", channelId: THREAD.id });
    expect(model).toMatchObject({ pane: undefined, channelId: CHANNEL.id });
    expect(model.drafts.size).toBe(0);
  });
});

describe("other commands", () => {
  function draftFind() {
    const model = createModel();
    const [command] = listCommands([FIND], "en-US");
    if (!command) throw new Error("no command");
    draftIn(model, "1").command = startDraft(command, "kv cache");
    draftIn(model, "2").text = "words";
    return model;
  }

  test("keep what is being written, in the new language", () => {
    const model = draftFind();
    applyEvent(model, { type: "commands-changed", commands: [FIND], locale: "de" });
    const { command } = draftIn(model, "1");
    expect(command).toMatchObject({ texts: { query: "kv cache" }, focused: "query" });
    expect(command?.options[0]?.label).toBe("frage");
    expect(draftIn(model, "2").text).toBe("words");
  });

  test("take up what was typed for them before they were offered", () => {
    const model = createModel();
    draftIn(model, "1").text = "/find kv cache";
    applyEvent(model, { type: "commands-changed", commands: [FIND], locale: "en-US" });
    expect(draftIn(model, "1")).toMatchObject({ text: "", command: { name: "find", texts: { query: "kv cache" } } });
  });

  test("turn a command that is gone back into its words", () => {
    const model = draftFind();
    applyEvent(model, { type: "commands-changed", commands: [], locale: "de" });
    expect(draftIn(model, "1")).toMatchObject({ command: undefined, text: "kv cache" });
  });
});

describe("a draft that could not be sent", () => {
  function refused(): Draft {
    return { ...draftIn(createModel(), "1"), text: "refused" };
  }

  test("goes back to its channel", () => {
    const { drafts } = createModel();
    giveBackDraft(drafts, "1", refused());
    expect(drafts.get("1")?.text).toBe("refused");
  });

  test("does not overwrite what is written there by now", () => {
    const model = createModel();
    draftIn(model, "1").text = "newer";
    giveBackDraft(model.drafts, "1", refused());
    expect(model.drafts.get("1")?.text).toBe("newer");
  });
});
