import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  Events,
  GatewayIntentBits,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  Partials,
  TextInputBuilder,
  TextInputStyle,
} from "discord.js";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Scene } from "../support/discord-scene.ts";

const FOLLOW_UP = new ButtonBuilder().setCustomId("follow-up").setLabel("Follow up").setStyle(ButtonStyle.Primary);
const INPUT = new TextInputBuilder().setCustomId("text").setStyle(TextInputStyle.Short);
const FORM = new ModalBuilder()
  .setCustomId("form")
  .setTitle("Follow up")
  .addLabelComponents(new LabelBuilder().setLabel("Question").setTextInputComponent(INPUT));

/** A bot of a few lines that uses every way of talking: it repeats what it hears. */
async function startParrot(scene: Scene): Promise<void> {
  const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;
  const client = new Client({
    intents: [Guilds, GuildMessages, DirectMessages],
    partials: [Partials.Channel, Partials.Message],
    rest: { api: scene.api, version: "10" },
    allowedMentions: { parse: [], repliedUser: false },
  });
  onTestFinished(() => client.destroy());
  client.on(Events.MessageCreate, (message) => {
    if (!message.author.bot && message.content !== "") void message.reply(`heard ${message.content}`);
  });
  client.on(Events.InteractionCreate, (interaction) => {
    const answer = async (): Promise<void> => {
      if (interaction.isChatInputCommand()) {
        await interaction.deferReply();
        const components = [new ActionRowBuilder<ButtonBuilder>().addComponents(FOLLOW_UP)];
        await interaction.editReply({ content: `heard ${interaction.options.getString("word")}`, components });
      } else if (interaction.isAutocomplete()) await interaction.respond([{ name: "One", value: "one" }]);
      else if (interaction.isButton()) await interaction.showModal(FORM);
      else if (interaction.isModalSubmit()) {
        const content = `heard ${interaction.fields.getTextInputValue("text")}`;
        await interaction.reply({ content, flags: MessageFlags.Ephemeral });
      }
    };
    void answer();
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(scene.token);
  await ready;
  const word = { type: 3, name: "word", description: "A word", required: true, autocomplete: true };
  await client.application?.commands.set([{ name: "say", description: "Says", options: [word] }]);
}

/**
 * What a Discord-compatible server must do for a bot, played with a real discord.js client.
 *
 * @param open Gives a scene with alice, bob, and the channel general.
 */
export function testDiscordServer(name: string, open: () => Promise<Scene>): void {
  const openWithParrot = async (): Promise<Scene> => {
    const scene = await open();
    onTestFinished(async () => {
      await scene.end();
      expect(scene.complaints()).toEqual([]);
    });
    await startParrot(scene);
    return scene;
  };

  describe(`${name} as a Discord`, () => {
    it("a mention is answered, other words are not read", async () => {
      const scene = await openWithParrot();
      await scene.say("secret");
      const asked = await scene.say(`${scene.mention} hello`, { as: "bob" });
      const answer = await scene.sees((message) => message.author.bot === true, { as: "alice" });
      expect(answer.content).toBe(`heard ${asked.content}`);
      expect(answer.referenced_message?.id).toBe(asked.id);
    });

    it("a direct message is answered there", async () => {
      const scene = await openWithParrot();
      const direct = await scene.dm({ as: "bob" });
      await scene.say("hello", { as: "bob", in: direct });
      const answer = await scene.sees((message) => message.author.bot === true, { as: "bob", in: direct });
      expect(answer.content).toBe("heard hello");
    });

    it("a slash command with autocomplete is acknowledged, then answered for everybody", async () => {
      const scene = await openWithParrot();
      const typed = await scene.autocomplete("say", "word", { word: "o" });
      expect(await typed.choices()).toEqual([{ name: "One", value: "one" }]);
      const used = await scene.slash("say", { word: "one" });
      expect(await used.acknowledged).toMatchObject({ kind: "deferred-reply" });
      expect((await used.reply()).content).toBe("heard one");
      expect((await scene.sees((message) => message.content === "heard one", { as: "bob" })).author.bot).toBe(true);
    });

    it("a button opens a modal, whose answer one person alone sees", async () => {
      const scene = await openWithParrot();
      const answer = await (await scene.slash("say", { word: "one" })).reply();
      const modal = await (await scene.press(answer, "Follow up", { as: "bob" })).modal();
      const submitted = await scene.submit(modal, { Question: "more" });
      expect((await submitted.reply()).content).toBe("heard more");
      expect((await scene.view({ as: "bob" })).map((message) => message.content)).toEqual(["heard one", "heard more"]);
      expect((await scene.view({ as: "alice" })).map((message) => message.content)).toEqual(["heard one"]);
    });
  });
}
