import {
  ContainerBuilder,
  EmbedBuilder,
  Events,
  GatewayIntentBits,
  type Message,
  MessageFlags,
  type TextChannel,
  TextDisplayBuilder,
} from "discord.js";
import { describe, expect, it } from "vitest";
import type { LoopbackDiscord } from "../../src/playground/loopback-discord.ts";
import { nextEvent } from "../support/discord-client.ts";
import { refusalOf } from "../support/discord-commands.ts";
import { openStageWithClient } from "../support/discord-stage.ts";

type Stage = Awaited<ReturnType<typeof openStageWithClient>>;

function channelOf({ client, discord }: Stage, name = "general"): TextChannel {
  return client.channels.cache.get(discord.channel(name).id) as TextChannel;
}

function said({ client }: Stage): Promise<Message> {
  return nextEvent(client, Events.MessageCreate, (message) => !message.author.bot);
}

describe("messages between people and a discord.js client", () => {
  it("a mention arrives with its content, and the reply is seen by everybody", async () => {
    const stage = await openStageWithClient();
    const arriving = said(stage);
    const question = stage.discord.say(`${stage.scene.mention} What is LoRA?`, { as: "bob", in: "papers" });
    const message = await arriving;
    expect(message.content).toBe(question.content);
    expect(message.mentions.has(stage.client.user)).toBe(true);
    expect(message.member?.displayName).toBe("Bob");
    await message.reply({ content: "An adapter.", allowedMentions: { parse: [], repliedUser: false } });
    const answer = await stage.scene.sees((one) => one.content === "An adapter.", { in: "papers" });
    expect(answer.referenced_message?.id).toBe(question.id);
    expect(stage.discord.messages.at(-1)?.pings).toEqual({ users: [], roles: [], everyone: false });
  });

  it.each<
    [string, (discord: LoopbackDiscord, own: string, slash: string) => Parameters<LoopbackDiscord["say"]>, string]
  >([
    ["plain words", () => ["secret"], ""],
    ["a mention of another", (discord) => [`<@${discord.user("bob").id}> secret`], ""],
    ["a direct message", (discord) => ["secret", { in: discord.dm() }], "secret"],
    ["a reply with ping to the bot's message", (_, own) => ["secret", { replyTo: own }], "secret"],
    ["a reply without ping", (_, own) => ["secret", { replyTo: own, ping: false }], ""],
    ["a reply with ping to a slash answer", (_, __, slash) => ["secret", { replyTo: slash }], ""],
  ])("%s: the bot reads what Discord lets it read", async (_, speak, content) => {
    const stage = await openStageWithClient();
    const own = await channelOf(stage).send("mine");
    await stage.client.application.commands.set([{ name: "ping", description: "Pings" }]);
    const asked = nextEvent(stage.client, Events.InteractionCreate);
    const used = stage.discord.slash("ping");
    const interaction = await asked;
    if (interaction.isChatInputCommand()) await interaction.reply("pong");
    const slash = await used.reply();

    const arriving = said(stage);
    const spoken = stage.discord.say(...speak(stage.discord, own.id, slash.id));
    const message = await arriving;
    expect(message.content).toBe(content);
    // The same over REST, and after an edit.
    expect((await message.fetch(true)).content).toBe(content);
    const editing = nextEvent(stage.client, Events.MessageUpdate);
    stage.discord.edit(spoken, `${spoken.content} again`);
    await editing;
    expect(message.content).toBe(content && `${content} again`);
  });

  it("a replied message that the bot may not read is blank inside one that it may", async () => {
    const stage = await openStageWithClient();
    const secret = stage.discord.say("secret", { as: "bob" });
    const arriving = nextEvent(stage.client, Events.MessageCreate, (message) => message.reference !== null);
    stage.discord.say(`${stage.scene.mention} what does this mean?`, { replyTo: secret });
    const message = await arriving;
    expect(message.content).toContain("what does this mean?");
    expect((await message.fetchReference()).content).toBe("");
  });

  it("with the message content intent granted, everything is read", async () => {
    const { MessageContent, GuildMessages, Guilds } = GatewayIntentBits;
    const options = { privilegedIntents: [MessageContent] };
    const stage = await openStageWithClient(options, { intents: [Guilds, GuildMessages, MessageContent] });
    const arriving = said(stage);
    stage.discord.say("plain words");
    expect((await arriving).content).toBe("plain words");
  });

  it("edits, embeds, Components V2, files, reactions and deletions are seen as they come", async () => {
    const stage = await openStageWithClient();
    const channel = channelOf(stage);
    const text = await channel.send({
      embeds: [new EmbedBuilder().setTitle("Title").addFields({ name: "n", value: "v" })],
    });
    await text.edit("edited");
    await text.react("👍");
    const container = new ContainerBuilder().addTextDisplayComponents(new TextDisplayBuilder().setContent("inside"));
    await channel.send({ flags: MessageFlags.IsComponentsV2, components: [container] });
    const withFile = await channel.send({ files: [{ attachment: Buffer.from("hello"), name: "a b.txt" }] });
    const [first, second] = stage.discord.view("bob", "general");
    expect(first).toMatchObject({ content: "edited", embeds: [{ title: "Title" }], reactions: [{ count: 1 }] });
    expect(first?.edited_timestamp).not.toBeNull();
    expect(second?.components).toMatchObject([{ type: 17, components: [{ type: 10, content: "inside" }] }]);
    const served = await fetch(withFile.attachments.first()?.url ?? "");
    expect(await served.text()).toBe("hello");
    await withFile.delete();
    expect(stage.discord.view("bob", "general")).toHaveLength(2);
  });

  it("a repeated send with the same enforced nonce is one message", async () => {
    const stage = await openStageWithClient();
    stage.faults.fail({ method: "POST", path: /messages$/ }, 502);
    const options = { content: "once", nonce: "7", enforceNonce: true };
    await channelOf(stage).send(options);
    await channelOf(stage).send(options);
    expect(stage.discord.view("alice", "general").map((message) => message.content)).toEqual(["once"]);
  });

  it("threads open from a message, take messages, and open again when somebody speaks", async () => {
    const stage = await openStageWithClient();
    const arriving = said(stage);
    stage.discord.say(`${stage.scene.mention} a talk`);
    const thread = await (await arriving).startThread({ name: "talk", autoArchiveDuration: 60 });
    await thread.send("in here");
    await thread.setArchived(true);
    const answering = said(stage);
    stage.discord.say(`${stage.scene.mention} still there?`, { in: "talk", as: "bob" });
    expect((await answering).channel.isThread()).toBe(true);
    const words = stage.discord.view("bob", "talk").map((message) => message.content);
    expect(words).toEqual(["in here", `${stage.scene.mention} still there?`]);
    expect(stage.discord.channels("bob").some((channel) => channel.name === "talk")).toBe(true);
  });

  it("history comes newest first and in pages", async () => {
    const stage = await openStageWithClient();
    for (const word of ["a", "b", "c"]) stage.discord.say(`${stage.scene.mention} ${word}`);
    const page = await channelOf(stage).messages.fetch({ limit: 2 });
    expect(page.map((message) => message.content.at(-1))).toEqual(["c", "b"]);
    const older = await channelOf(stage).messages.fetch({ limit: 2, before: page.last()?.id ?? "" });
    expect(older.map((message) => message.content.at(-1))).toEqual(["a"]);
  });

  it.each<["SendMessages" | "EmbedLinks" | "ViewChannel" | "AttachFiles", number]>([
    ["SendMessages", 50_013],
    ["EmbedLinks", 50_013],
    ["AttachFiles", 50_013],
    ["ViewChannel", 50_001],
  ])("without %s the bot is refused", async (permission, code) => {
    const stage = await openStageWithClient();
    const channel = channelOf(stage);
    stage.discord.setPermissions("general", stage.discord.bot, { deny: [permission] });
    const files = [{ attachment: Buffer.from("x"), name: "x.txt" }];
    expect(await refusalOf(channel.send({ embeds: [{ title: "t" }], files }))).toBe(code);
  });

  it("what Discord would refuse is refused, and complained about", async () => {
    const stage = await openStageWithClient();
    const channel = channelOf(stage);
    expect(await refusalOf(channel.send("x".repeat(2_001)))).toBe(50_035);
    expect(await refusalOf(channel.send(" "))).toBe(50_006);
    const embed = { description: "x".repeat(3_500) };
    expect(await refusalOf(channel.send({ embeds: [embed, embed] }))).toBe(50_035);
    expect(stage.discord.takeComplaints()).toHaveLength(3);
    const theirs = stage.discord.say(`${stage.scene.mention} mine`);
    const message = await channel.messages.fetch(theirs.id);
    expect(await refusalOf(message.edit("theirs"))).toBe(50_005);
  });
});
