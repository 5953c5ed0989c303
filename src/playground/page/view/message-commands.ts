import type { APIApplicationCommand, APIMessage, ApplicationCommandType } from "discord-api-types/v10";
import { nameIn } from "../model/localize.ts";
import type { Model } from "../model/model.ts";
import type { Page } from "../model/page.ts";
import { isPrivate } from "./message-actions.ts";

const MESSAGE_COMMAND = 3 as ApplicationCommandType.Message;

/** The bot's commands for a message. As on Discord, there are none for what one person alone sees. */
export function messageCommands(given: APIMessage, { commands, isConnected }: Model): readonly APIApplicationCommand[] {
  return isPrivate(given) || !isConnected ? [] : commands.filter(({ type }) => type === MESSAGE_COMMAND);
}

export function sendMessageCommand(command: APIApplicationCommand, given: APIMessage, page: Page): void {
  const action = { type: "message-command", messageId: given.id, name: command.name } as const;
  void page.interact(action, { channelId: given.channel_id, command: nameIn(page.model.locale, command) });
}

/** The name of a command that was used, in the language of whoever reads it: it was noted as "/find", or "Find papers". */
export function usedCommand(noted: string, { commands, locale }: Model): string {
  const slash = commands.find(({ type, name }) => type !== MESSAGE_COMMAND && noted === `/${name}`);
  if (slash) return `/${nameIn(locale, slash)}`;
  const command = commands.find(({ type, name }) => type === MESSAGE_COMMAND && noted === name);
  return command ? nameIn(locale, command) : noted;
}
