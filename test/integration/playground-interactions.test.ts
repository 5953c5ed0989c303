import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from "discord.js";
import { describe, expect, it } from "vitest";
import { asked, askedBySlash, openStageWithCommands, refusalOf } from "../support/discord-commands.ts";

describe("interactions between people and a discord.js client", () => {
  it("slash, deferred: acknowledged, thinking, filled, followed up, deleted", async () => {
    const stage = await openStageWithCommands();
    const arriving = askedBySlash(stage);
    const bob = stage.discord.user("bob");
    const used = stage.discord.slash("ask", { question: "why?", whom: bob.id }, { as: "bob", in: "papers" });
    const interaction = await arriving;
    expect(interaction.options.getString("question")).toBe("why?");
    expect(interaction.options.getUser("whom")?.username).toBe("bob");
    expect(stage.discord.unacknowledged).toHaveLength(1);
    await interaction.deferReply();
    expect(await used.acknowledged).toMatchObject({ kind: "deferred-reply" });
    expect(stage.discord.view("alice", "papers")[0]?.flags).toBe(MessageFlags.Loading);
    await interaction.editReply("because");
    expect(await used.reply()).toMatchObject({ content: "because", flags: 0, interaction_metadata: { id: used.id } });
    const more = await interaction.followUp({ content: "only you", flags: MessageFlags.Ephemeral });
    expect(await refusalOf(more.edit("by channel"))).toBe(10_008);
    await interaction.editReply({ message: more, content: "still only you" });
    expect(used.followUps().map((message) => message.content)).toEqual(["still only you"]);
    expect(stage.discord.view("alice", "papers").map((message) => message.content)).toEqual(["because"]);
    await interaction.deleteReply();
    expect(stage.discord.view("alice", "papers")).toEqual([]);
    expect(stage.discord.unacknowledged).toEqual([]);
  });

  it("an ephemeral answer is seen by its person alone, never over REST, and can be dismissed", async () => {
    const stage = await openStageWithCommands();
    const arriving = askedBySlash(stage);
    const used = stage.discord.slash("ask", { question: "q" });
    const interaction = await arriving;
    const response = await interaction.reply({ content: "secret", flags: MessageFlags.Ephemeral, withResponse: true });
    expect(response.resource?.message?.content).toBe("secret");
    const message = await used.reply();
    expect(stage.discord.view("alice", "general")).toHaveLength(1);
    expect(stage.discord.view("bob", "general")).toEqual([]);
    expect((await interaction.channel?.messages.fetch({ limit: 5 }))?.size).toBe(0);
    expect((await interaction.fetchReply()).content).toBe("secret");
    expect(() => stage.discord.press(message, "x", { as: "bob" })).toThrow("bob does not see this message");
    stage.discord.remove(message);
    expect(stage.discord.view("alice", "general")).toEqual([]);
  });

  it("autocomplete offers choices, for an option that is incomplete", async () => {
    const stage = await openStageWithCommands();
    const arriving = asked(stage);
    const typed = stage.discord.autocomplete("ask", "paper", { paper: "lo" });
    const interaction = await arriving;
    if (!interaction.isAutocomplete()) throw new Error("Expected autocomplete.");
    expect(interaction.options.getFocused(true)).toMatchObject({ name: "paper", value: "lo" });
    await interaction.respond([{ name: "LoRA", value: "lora" }]);
    expect(await typed.choices()).toEqual([{ name: "LoRA", value: "lora" }]);
    const again = asked(stage);
    stage.discord.autocomplete("ask", "paper");
    const second = await again;
    const many = Array.from({ length: 26 }, (_, index) => ({ name: `${index}`, value: `${index}` }));
    if (second.isAutocomplete()) expect(await refusalOf(second.respond(many))).toBe(50_035);
    expect(stage.discord.takeComplaints()).not.toEqual([]);
  });

  it("button, menu and modal with labels: update, deferred update, modal, answer", async () => {
    const stage = await openStageWithCommands();
    const arriving = askedBySlash(stage);
    const used = stage.discord.slash("ask", { question: "q" });
    const more = new ButtonBuilder().setCustomId("more").setLabel("More").setStyle(ButtonStyle.Secondary);
    const off = new ButtonBuilder()
      .setCustomId("off")
      .setLabel("Off")
      .setStyle(ButtonStyle.Secondary)
      .setDisabled(true);
    const menu = new StringSelectMenuBuilder().setCustomId("pick").addOptions({ label: "One", value: "1" });
    const components = [
      new ActionRowBuilder<ButtonBuilder>().addComponents(more, off),
      new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu),
    ];
    await (await arriving).reply({ content: "pick", components });
    const message = await used.reply();
    expect(() => stage.discord.press(message, "off")).toThrow("disabled");
    expect(() => stage.discord.select(message, "pick", ["2"])).toThrow('has no "2"');

    const selecting = asked(stage);
    const selected = stage.discord.select(message, "pick", ["1"], { as: "bob" });
    const select = await selecting;
    if (!select.isStringSelectMenu()) throw new Error("Expected a menu.");
    await select.deferUpdate();
    await select.editReply(`picked ${select.values.join()}`);
    expect((await selected.reply()).content).toBe("picked 1");

    const pressing = asked(stage);
    const pressed = await stage.scene.press(message, "More");
    const press = await pressing;
    if (!press.isButton()) throw new Error("Expected a button.");
    const input = new TextInputBuilder().setCustomId("text").setStyle(TextInputStyle.Paragraph).setMaxLength(9);
    const label = new LabelBuilder().setLabel("Your question").setTextInputComponent(input);
    const choice = new StringSelectMenuBuilder().setCustomId("depth").addOptions({ label: "Deep", value: "deep" });
    const modal = new ModalBuilder()
      .setCustomId("follow-up")
      .setTitle("Follow up")
      .addTextDisplayComponents(new TextDisplayBuilder().setContent("Ask on."))
      .addLabelComponents(label, new LabelBuilder().setLabel("Depth").setStringSelectMenuComponent(choice));
    await press.showModal(modal);
    const opened = await pressed.modal();
    expect(opened).toMatchObject({ title: "Follow up", customId: "follow-up" });
    expect(() => stage.discord.submit(opened, { text: "far too long" })).toThrow("12 characters");
    expect(() => stage.discord.submit(opened, { text: "" })).toThrow("required");

    const submitting = asked(stage);
    const submitted = await stage.scene.submit(opened, { "Your question": "and now?", Depth: ["deep"] });
    const submit = await submitting;
    if (!submit.isModalSubmit() || !submit.isFromMessage()) throw new Error("Expected a modal from a message.");
    expect(submit.fields.getTextInputValue("text")).toBe("and now?");
    expect(submit.fields.getStringSelectValues("depth")).toEqual(["deep"]);
    await submit.update({ content: "updated", components: [] });
    expect(await submitted.reply()).toMatchObject({ id: message.id, content: "updated", components: [] });
  });

  it("a message command gets the content of its target", async () => {
    const stage = await openStageWithCommands();
    const target = stage.discord.say("not for the bot", { as: "bob" });
    const arriving = asked(stage);
    const used = stage.discord.contextMenu("Explain", target);
    const interaction = await arriving;
    if (!interaction.isMessageContextMenuCommand()) throw new Error("Expected a message command.");
    expect(interaction.targetMessage.content).toBe("not for the bot");
    await interaction.reply("explained");
    expect((await used.reply()).content).toBe("explained");
  });
});
