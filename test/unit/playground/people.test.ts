import { describe, expect, it } from "vitest";
import { LoopbackDiscord } from "../../../src/playground/loopback-discord.ts";
import type { PersonEvent, Pings, SayOptions } from "../../../src/playground/person.ts";

function watched(discord: LoopbackDiscord, person: string): PersonEvent["type"][] {
  const seen: PersonEvent["type"][] = [];
  discord.watch(person, (event) => seen.push(event.type));
  return seen;
}

describe("people on the loopback discord", () => {
  it("see what is said, edited and deleted, in order", () => {
    const discord = new LoopbackDiscord();
    const seen = watched(discord, "bob");
    const first = discord.say("one");
    discord.say("two", { as: "bob" });
    discord.edit(first, "ONE");
    expect(discord.view("bob", "general").map((message) => message.content)).toEqual(["ONE", "two"]);
    discord.remove(first);
    expect(discord.view("bob", "general").map((message) => message.content)).toEqual(["two"]);
    expect(seen).toEqual(["message-created", "message-created", "message-updated", "message-deleted"]);
    expect(first.content).toBe("one");
  });

  it("see nothing of a channel that is hidden from them", () => {
    const discord = new LoopbackDiscord();
    discord.setPermissions("random", "@everyone", { deny: ["ViewChannel"] });
    const seen = watched(discord, "bob");
    const secret = discord.say("secret", { in: "random" });
    expect(seen).toEqual([]);
    expect(discord.view("bob", "random")).toEqual([]);
    expect(discord.channels("bob").map((channel) => channel.name)).toEqual(["general", "papers"]);
    expect(() => discord.say("hello", { as: "bob", in: "random" })).toThrow("bob may not do this here");
    expect(() => discord.edit(secret, "x", { as: "bob" })).toThrow("does not see");
  });

  it("have a direct message of their own with the bot", () => {
    const discord = new LoopbackDiscord();
    const seen = watched(discord, "alice");
    const direct = discord.dm();
    discord.say("psst", { in: direct });
    expect(discord.dm()).toEqual(direct);
    expect(discord.dm({ as: "bob" }).id).not.toBe(direct.id);
    expect(discord.view("bob", direct)).toEqual([]);
    expect(seen).toEqual(["channel-created", "message-created"]);
  });

  it("see others type, and threads open", () => {
    const discord = new LoopbackDiscord();
    const seen = watched(discord, "bob");
    discord.type();
    discord.type({ as: "bob" });
    const message = discord.say("let us talk");
    const thread = discord.thread("talk", { from: message });
    expect(thread.id).toBe(message.id);
    discord.say("in here", { in: thread });
    expect(discord.view("bob", "talk").map((one) => one.content)).toEqual(["in here"]);
    expect(seen).toEqual(["typing", "message-created", "thread-created", "message-updated", "message-created"]);
    expect(() => discord.thread("again", { from: message })).toThrow("thread already");
  });

  it("stop hearing once they look away", () => {
    const discord = new LoopbackDiscord();
    const seen: PersonEvent[] = [];
    const stop = discord.watch("alice", (event) => seen.push(event));
    stop();
    discord.say("hello");
    expect(seen).toEqual([]);
  });

  it.each<[string, (discord: LoopbackDiscord) => [string, SayOptions], (discord: LoopbackDiscord) => Partial<Pings>]>([
    ["a mention", ({ bot }) => [`<@${bot.id}>`, {}], ({ bot }) => ({ users: [bot.id] })],
    ["themselves", (discord) => [`<@${discord.user("alice").id}>`, {}], () => ({ users: [] })],
    ["everyone, as the owner", () => ["@everyone", {}], () => ({ everyone: true })],
    ["everyone, as a member", () => ["@everyone", { as: "bob" }], () => ({ everyone: false })],
    [
      "a role that is not mentionable",
      (discord) => [`<@&${discord.addRole("r").id}>`, { as: "bob" }],
      () => ({ roles: [] }),
    ],
    ["somebody unknown", () => ["<@123>", {}], () => ({ users: [] })],
  ])("ping by %s whom Discord lets them", (_, speak, expected) => {
    const discord = new LoopbackDiscord();
    discord.say(...speak(discord));
    expect(discord.messages[0]?.pings).toMatchObject(expected(discord));
  });

  it("ping whom they reply to, if they leave that on", () => {
    const discord = new LoopbackDiscord();
    const message = discord.say("hello");
    discord.say("hi", { as: "bob", replyTo: message });
    discord.say("hi", { as: "bob", replyTo: message, ping: false });
    const alice = discord.user("alice").id;
    expect(discord.messages.map(({ pings }) => pings.users)).toEqual([[], [alice], []]);
    expect(discord.view("alice", "general")[1]?.referenced_message?.content).toBe("hello");
  });

  it("cannot do what Discord's app would not let them do", () => {
    const discord = new LoopbackDiscord();
    const message = discord.say("hello");
    expect(() => discord.say(" ")).toThrow("send nothing");
    expect(() => discord.say("x".repeat(2_001))).toThrow("2,000");
    expect(() => discord.say("x", { in: "nowhere" })).toThrow('no channel "nowhere"');
    expect(() => discord.edit(message, "x", { as: "bob" })).toThrow("author");
    expect(() => discord.remove(message, { as: "bob" })).toThrow("ManageMessages");
    expect(() => discord.slash("ask")).toThrow('no command "ask"');
    expect(() => discord.press(message, "x")).toThrow('custom id "x"');
    expect(() => discord.say("x", { in: "papers", replyTo: message })).toThrow("another channel");
  });

  it("hear other programs too", () => {
    const discord = new LoopbackDiscord();
    const news = discord.sayByWebhook("news", { name: "Feed" });
    expect(news).toMatchObject({ author: { bot: true, username: "Feed" }, webhook_id: news.author.id });
    discord.addUser("helper", { isBot: true });
    expect(discord.say("beep", { as: "helper" }).author.bot).toBe(true);
  });
});
