import {
  ApplicationCommandType,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  Events,
  type Interaction,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from "discord.js";
import type { LoopbackOptions } from "../../src/playground/options.ts";
import { nextEvent } from "./discord-client.ts";
import { openStageWithClient } from "./discord-stage.ts";

/** Has a translation, a length, autocomplete and a user. */
export const ASK = new SlashCommandBuilder()
  .setName("ask")
  .setNameLocalization("de", "frage")
  .setDescription("Asks")
  .addStringOption((option) => option.setName("question").setDescription("What").setRequired(true).setMaxLength(20))
  .addStringOption((option) => option.setName("paper").setDescription("Which").setAutocomplete(true))
  .addUserOption((option) => option.setName("whom").setDescription("Whom"));

/** For those who manage the server, with a subcommand. */
export const SETTINGS = new SlashCommandBuilder()
  .setName("settings")
  .setDescription("Sets")
  .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
  .addSubcommand((sub) => sub.setName("show").setDescription("Shows"));

type Stage = Awaited<ReturnType<typeof openStageWithClient>>;

/** A stage whose client registered some commands. */
export async function openStageWithCommands(options: LoopbackOptions = {}): Promise<Stage> {
  const stage = await openStageWithClient(options);
  const explain = { name: "Explain", type: ApplicationCommandType.Message } as const;
  await stage.client.application.commands.set([ASK, SETTINGS, explain]);
  return stage;
}

/** The next interaction that reaches the client. */
export function asked({ client }: Stage): Promise<Interaction> {
  return nextEvent(client, Events.InteractionCreate);
}

/** The same, which must be a slash command. */
export async function askedBySlash(stage: Stage): Promise<ChatInputCommandInteraction> {
  const interaction = await asked(stage);
  if (!interaction.isChatInputCommand()) throw new Error(`Expected a slash command, not ${interaction.type}.`);
  return interaction;
}

/** The code that Discord refuses with; undefined if it does not. */
export async function refusalOf(sending: Promise<unknown>): Promise<number | string | undefined> {
  try {
    await sending;
  } catch (error) {
    if (error instanceof DiscordAPIError) return error.code;
    throw error;
  }
  return undefined;
}
