import type { APIApplicationCommandOptionChoice, ChatInputCommandInteraction } from "discord.js";
import type { BotContext } from "../bot-context.ts";
import type { Words } from "../words/words.ts";

/** What a command does. */
export interface Command {
  /**
   * Answers the command, and acknowledges it before anything slow.
   *
   * @param signal Aborts when the process is about to end.
   */
  run(interaction: ChatInputCommandInteraction, bot: BotContext, signal: AbortSignal): Promise<void>;
  /** What to offer for what was typed so far, from memory. At most 25. */
  complete?(typed: string, bot: BotContext, words: Words): readonly APIApplicationCommandOptionChoice<string>[];
}
