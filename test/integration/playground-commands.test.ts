import {
  type APIApplicationCommand,
  ApplicationIntegrationType,
  InteractionContextType,
  SlashCommandBuilder,
} from "discord.js";
import { describe, expect, it } from "vitest";
import { ASK, SETTINGS, askedBySlash, openStageWithCommands, refusalOf } from "../support/discord-commands.ts";
import { openStageWithClient } from "../support/discord-stage.ts";

describe("commands and deadlines, with a discord.js client", () => {
  it("people are offered what their rights, their language and the place allow", async () => {
    const stage = await openStageWithCommands();
    stage.discord.setLocale("bob", "de");
    const names = (commands: readonly APIApplicationCommand[]): unknown[] => commands.map((one) => one.name_localized);
    expect(names(stage.discord.commandsFor("alice", "general"))).toEqual(["ask", "settings", "Explain"]);
    expect(names(stage.discord.commandsFor("bob", "general"))).toEqual(["frage", "Explain"]);
    const arriving = askedBySlash(stage);
    stage.discord.slash("frage", { question: "q" }, { as: "bob" });
    const interaction = await arriving;
    expect(interaction.locale).toBe("de");
    await interaction.reply("ja");
    const setting = askedBySlash(stage);
    stage.discord.slash("settings show");
    const settings = await setting;
    expect(settings.options.getSubcommand()).toBe("show");
    await settings.reply("shown");
    expect(() => stage.discord.slash("ask", { question: "x".repeat(21) })).toThrow("length");
    expect(() => stage.discord.slash("ask", {})).toThrow("required");
    const group = stage.discord.addGroup(["alice", "bob"]);
    expect(stage.discord.commandsFor("alice", group)).toEqual([]);
  });

  it("where only the person installed it, the application follows up five times", async () => {
    const stage = await openStageWithClient();
    const types = [ApplicationIntegrationType.UserInstall];
    const contexts = [InteractionContextType.PrivateChannel];
    const anywhere = new SlashCommandBuilder().setName("any").setDescription("d").setIntegrationTypes(types);
    await stage.client.application.commands.set([anywhere.setContexts(contexts)]);
    stage.discord.install("alice");
    const group = stage.discord.addGroup(["alice", "bob"]);
    const arriving = askedBySlash(stage);
    stage.discord.slash("any", {}, { in: group });
    const interaction = await arriving;
    expect(interaction.context).toBe(InteractionContextType.PrivateChannel);
    await interaction.reply("0");
    for (let index = 1; index <= 5; index++) await interaction.followUp(`${index}`);
    expect(await refusalOf(interaction.followUp("6"))).toBe(40_094);
    expect(stage.discord.view("bob", group)).toHaveLength(6);
    expect(stage.discord.takeComplaints()).toHaveLength(1);
  });

  it("an interaction without an answer fails for the person, and cannot be answered any more", async () => {
    const stage = await openStageWithCommands({ ackMs: 30 });
    const arriving = askedBySlash(stage);
    const used = stage.discord.slash("ask", { question: "q" });
    const interaction = await arriving;
    expect(await used.acknowledged).toMatchObject({ kind: "failed", text: "The application did not respond" });
    await expect(used.reply()).rejects.toThrow("did not respond");
    expect(await refusalOf(interaction.reply("late"))).toBe(10_062);
    expect(stage.discord.takeComplaints()).toHaveLength(1);
  });

  it("an interaction is answered once, and its token dies", async () => {
    let ahead = 0;
    const stage = await openStageWithCommands({ now: () => Date.now() + ahead });
    const arriving = askedBySlash(stage);
    stage.discord.slash("ask", { question: "q" });
    const interaction = await arriving;
    await interaction.reply("first");
    interaction.replied = false;
    expect(await refusalOf(interaction.reply("second"))).toBe(40_060);
    interaction.replied = true;
    ahead = 15 * 60_000 + 1;
    expect(await refusalOf(interaction.editReply("late"))).toBe(50_027);
    expect(stage.discord.takeComplaints()).toHaveLength(2);
  });

  it("commands that did not change keep their id and version", async () => {
    const stage = await openStageWithCommands();
    const before = stage.discord.commands;
    await stage.client.application.commands.set([ASK, { ...SETTINGS.toJSON(), description: "Sets it" }]);
    const after = stage.discord.commands;
    expect(after.map((command) => command.id)).toEqual(before.slice(0, 2).map((command) => command.id));
    expect(after[0]?.version).toBe(before[0]?.version);
    expect(after[1]?.version).not.toBe(before[1]?.version);
  });
});
