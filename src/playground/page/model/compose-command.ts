import { canSend } from "./can-send.ts";
import {
  addOption,
  draftProblem,
  draftValues,
  nextOption,
  removeOption,
  startDraft,
  wordsOf,
  writeOption,
  type CommandDraft,
} from "./command-draft.ts";
import { draftIn, giveBackDraft } from "./draft.ts";
import { commandSendId, composerId, optionFieldId } from "./element-ids.ts";
import { focusSoon } from "./focus-soon.ts";
import { listCommands } from "./list-commands.ts";
import { offerValues } from "./offer-values.ts";
import type { Page } from "./page.ts";
import type { Suggestion } from "./suggestions.ts";

/** Begins a command, by its original name, with what was already typed after it. */
export function beginCommand(page: Page, channelId: string, name: string, rest: string): void {
  const { model } = page;
  const command = listCommands(model.commands, model.locale).find((each) => each.name === name);
  if (!command) return;
  draftIn(model, channelId).text = "";
  setCommand(page, channelId, startDraft(command, rest));
}

/** Leaves the command, back to plain text: to the words that were written for it. */
export function leaveCommand(page: Page, channelId: string): void {
  const { command } = draftIn(page.model, channelId);
  setText(page, channelId, command ? wordsOf(command) : "");
}

/** Gives an option a field, if it has none, and goes there. */
export function goToOption(page: Page, channelId: string, name: string): void {
  const { command } = draftIn(page.model, channelId);
  if (command) setCommand(page, channelId, addOption(command, name));
}

export function focusOption(page: Page, channelId: string, name: string): void {
  const draft = draftIn(page.model, channelId);
  if (!draft.command || draft.command.focused === name) return;
  draft.command = addOption(draft.command, name);
  offerValues(page, channelId, name);
  page.redraw();
}

export function typeOption(page: Page, channelId: string, name: string, text: string): void {
  const draft = draftIn(page.model, channelId);
  if (!draft.command) return;
  draft.command = writeOption(draft.command, name, text);
  offerValues(page, channelId, name);
  page.redraw();
}

export function dropOption(page: Page, channelId: string, name: string): void {
  const { command } = draftIn(page.model, channelId);
  if (!command) return;
  const isRequired = command.options.find((option) => option.name === name)?.required;
  if (isRequired) {
    const isEmpty = Object.values(command.texts).every((text) => text === "");
    if (isEmpty) leaveCommand(page, channelId);
  } else setCommand(page, channelId, removeOption(command, name));
}

/** Takes a suggestion and goes on to the next option that must have a value. */
export function acceptOption(page: Page, channelId: string, { label, value }: Suggestion): void {
  const { command } = draftIn(page.model, channelId);
  if (command?.focused === undefined) return;
  const written = writeOption(command, command.focused, label, value);
  const missing = draftProblem(written);
  setCommand(page, channelId, missing ? addOption(written, missing.name) : written, missing !== undefined);
}

/** @returns False if there is nowhere to go on to. */
export function tabOption(page: Page, channelId: string): boolean {
  const { command } = draftIn(page.model, channelId);
  const next = command && nextOption(command);
  if (next === undefined) return false;
  goToOption(page, channelId, next);
  return true;
}

export async function sendCommand(page: Page, channelId: string): Promise<void> {
  const { model } = page;
  const { drafts } = model;
  const draft = { ...draftIn(model, channelId) };
  const { command } = draft;
  if (!command) return;
  const problem = draftProblem(command);
  if (problem) {
    setCommand(page, channelId, addOption(command, problem.name));
    return;
  }
  if (!canSend(model)) return;
  const { name, label } = command;
  setText(page, channelId, "");
  const action = { type: "slash", channelId, name, options: draftValues(command) } as const;
  if (await page.interact(action, { channelId, command: label })) return;
  giveBackDraft(drafts, channelId, draft);
  page.redraw();
}

function setText(page: Page, channelId: string, text: string): void {
  Object.assign(draftIn(page.model, channelId), { text, command: undefined, suggestions: undefined });
  focusSoon(page, composerId(channelId));
}

function setCommand(page: Page, channelId: string, command: CommandDraft, isOffering = true): void {
  Object.assign(draftIn(page.model, channelId), { command, suggestions: undefined });
  if (command.focused === undefined) {
    focusSoon(page, commandSendId(channelId));
    return;
  }
  if (isOffering) offerValues(page, channelId, command.focused);
  focusSoon(page, optionFieldId(channelId, command.focused));
}
