import type { AutocompleteInteraction, Interaction } from "discord.js";
import { isServed } from "./admission.ts";
import type { BotContext } from "./bot-context.ts";
import type { Command } from "./commands/command.ts";
import { COMMANDS } from "./commands/commands.ts";
import { MESSAGE_COMMANDS } from "./commands/message-commands.ts";
import { COMPONENTS } from "./components/components.ts";
import { parseCustomId } from "./custom-id.ts";
import { describeFailure, Refusal } from "./failures.ts";
import { sendPrivately } from "./interaction-replies.ts";
import type { Deed } from "./interaction-replies.ts";
import { LIMITS } from "./render/limits.ts";
import { renderNotice } from "./render/render-notice.ts";
import { isUnreachable } from "./unreachable.ts";
import { wordsOf } from "./words/words-of.ts";

/** Answers whatever somebody did with a command, button, menu or modal. The one place of them all that catches. */
export async function answerInteraction(interaction: Interaction, bot: BotContext, signal: AbortSignal): Promise<void> {
  if (interaction.isAutocomplete()) {
    await complete(interaction, bot);
    return;
  }
  const isCommand = interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand();
  if (!isCommand && !interaction.isMessageComponent() && !interaction.isModalSubmit()) return;
  try {
    if (!isServed(bot.owner, interaction.guildId)) throw new Refusal(({ refusals }) => refusals.notServed);
    await answerDeed(interaction, bot, signal);
  } catch (error) {
    await tellFailure(interaction, error, bot);
  }
}

async function answerDeed(deed: Deed, bot: BotContext, signal: AbortSignal): Promise<void> {
  if (deed.isChatInputCommand()) {
    const command = commandNamed(deed.commandName);
    if (command === undefined) throw new Refusal(({ refusals }) => refusals.unknownCommand);
    await command.run(deed, bot, signal);
    return;
  }
  if (deed.isMessageContextMenuCommand()) {
    const command = MESSAGE_COMMANDS.get(deed.commandName);
    if (command === undefined) throw new Refusal(({ refusals }) => refusals.unknownCommand);
    await command.run(deed, bot, signal);
    return;
  }
  const { control, details } = parseCustomId(deed.customId);
  const component = Object.hasOwn(COMPONENTS, control) ? COMPONENTS[control as keyof typeof COMPONENTS] : undefined;
  if (
    component === undefined ||
    !(deed.isButton() || deed.isStringSelectMenu() || deed.isChannelSelectMenu() || deed.isModalSubmit())
  ) {
    throw new Refusal(({ refusals }) => refusals.unknownControl);
  }
  await component.use(deed, details, bot, signal);
}

function commandNamed(name: string): Command | undefined {
  return Object.hasOwn(COMMANDS, name) ? COMMANDS[name as keyof typeof COMMANDS] : undefined;
}

/** Nobody can be told of a failure while they type: there are no choices then. */
async function complete(interaction: AutocompleteInteraction, bot: BotContext): Promise<void> {
  try {
    const typed = interaction.options.getFocused();
    if (!isServed(bot.owner, interaction.guildId)) {
      await interaction.respond([]);
      return;
    }
    const choices = commandNamed(interaction.commandName)?.complete?.(typed, bot, wordsOf(interaction)) ?? [];
    await interaction.respond(choices.slice(0, LIMITS.choices));
  } catch (error) {
    if (isUnreachable(error)) bot.log.warn(`/${interaction.commandName} was not completed: ${error.message}`);
    else bot.log.error(`Could not complete /${interaction.commandName}`, error);
  }
}

/** Tells a failure to the person concerned and nobody else. */
async function tellFailure(deed: Deed, failure: unknown, bot: BotContext): Promise<void> {
  if (isUnreachable(failure)) {
    bot.log.warn(`An interaction got no answer: ${failure.message}`);
    return;
  }
  const notice = renderNotice(describeFailure(failure, bot.log, wordsOf(deed)));
  try {
    // Where a message of ours is to change, there is nothing to take back: it stays as it was.
    const isUpdate = deed.ephemeral === null;
    if (deed.deferred && !deed.replied && !isUpdate) {
      const [page] = notice;
      if (deed.ephemeral) {
        if (page) await deed.editReply(page);
        return;
      }
      // What everybody sees is "thinking": it goes, and the notice comes as a message of its own.
      await deed.deleteReply();
    }
    await sendPrivately(deed, notice);
  } catch (error) {
    bot.log.error("Could not tell a person of a failure", error);
  }
}
