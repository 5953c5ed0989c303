import type { MessageContextMenuCommandInteraction } from "discord.js";
import type { BotContext } from "../bot-context.ts";
import { Refusal } from "../failures.ts";
import { messageText } from "./message-text.ts";

/** What a command in the menu of a message does. */
export interface MessageCommand {
  /**
   * Answers the command, and acknowledges it before anything slow.
   *
   * @param signal Aborts when the process is about to end.
   */
  run(interaction: MessageContextMenuCommandInteraction, bot: BotContext, signal: AbortSignal): Promise<void>;
}

/** @throws {Refusal} If the message that the command is used on has no text. */
export function targetText({ targetMessage, client }: MessageContextMenuCommandInteraction): string {
  const text = messageText(targetMessage, client.user.id);
  if (text === "") throw new Refusal(({ panels }) => panels.messages.noText);
  return text;
}
