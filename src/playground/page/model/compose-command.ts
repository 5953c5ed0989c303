import {
  addOption,
  draftProblem,
  draftValues,
  listCommands,
  nextOption,
  removeOption,
  startDraft,
  writeOption,
  type CommandDraft,
} from "./command-draft.ts";
import { focusSoon } from "./focus-soon.ts";
import { fixedSuggestions } from "./option-suggestions.ts";
import type { Page } from "./page.ts";
import type { Suggestion } from "./suggestions.ts";

/** How long the fingers must rest before the bot is asked for suggestions. */
const REST_MS = 120;

const MAX_SUGGESTIONS = 25;

/** Counts questions for suggestions: an answer to an older one comes too late. */
let asked = 0;

export function beginCommand(page: Page, name: string, rest: string): void {
  const { model } = page;
  const command = listCommands(model.commands).find((each) => each.name === name);
  if (!command) return;
  model.text = "";
  model.suggestions = undefined;
  setDraft(page, startDraft(command, rest));
}

/** Leaves the command, back to plain text. */
export function leaveCommand(page: Page): void {
  Object.assign(page.model, { command: undefined, suggestions: undefined });
  focusSoon(page, "#composer");
}

/** Gives an option a field, if it has none, and goes there. */
export function goToOption(page: Page, name: string): void {
  const draft = page.model.command;
  if (draft) setDraft(page, addOption(draft, name));
}

export function focusOption(page: Page, name: string): void {
  const { model } = page;
  if (!model.command || model.command.focused === name) return;
  model.command = addOption(model.command, name);
  offer(page, name);
}

export function typeOption(page: Page, name: string, text: string): void {
  const { model } = page;
  if (!model.command) return;
  model.command = writeOption(model.command, name, text);
  offer(page, name);
  page.redraw();
}

export function dropOption(page: Page, name: string): void {
  const draft = page.model.command;
  if (!draft) return;
  const isRequired = draft.options.find((option) => option.name === name)?.required;
  if (isRequired) {
    const isEmpty = Object.values(draft.texts).every((text) => text === "");
    if (isEmpty) leaveCommand(page);
  } else setDraft(page, removeOption(draft, name));
}

/** Takes a suggestion and goes on to the next option that must have a value. */
export function acceptOption(page: Page, { label, value }: Suggestion): void {
  const { model } = page;
  const name = model.command?.focused;
  if (!model.command || name === undefined) return;
  const draft = writeOption(model.command, name, label, value);
  const missing = draftProblem(draft);
  setDraft(page, missing ? addOption(draft, missing.name) : draft, missing !== undefined);
}

/** @returns False if there is nowhere to go on to. */
export function tabOption(page: Page): boolean {
  const draft = page.model.command;
  const next = draft && nextOption(draft);
  if (next === undefined) return false;
  goToOption(page, next);
  return true;
}

export function sendCommand(page: Page): void {
  const { model } = page;
  const draft = model.command;
  if (!draft) return;
  const problem = draftProblem(draft);
  if (problem) {
    setDraft(page, addOption(draft, problem.name));
    return;
  }
  const { channelId } = model;
  const { name } = draft;
  leaveCommand(page);
  void page.interact({ type: "slash", channelId, name, options: draftValues(draft) }, { channelId, command: name });
}

function setDraft(page: Page, draft: CommandDraft, isOffering = true): void {
  const { model } = page;
  model.command = draft;
  model.suggestions = undefined;
  if (draft.focused === undefined) {
    focusSoon(page, "#command-send");
    return;
  }
  if (isOffering) offer(page, draft.focused);
  focusSoon(page, `#option-${draft.focused}`);
}

/** Suggests values: those that the command lists, or what the bot says after a rest. */
function offer(page: Page, name: string): void {
  const { model } = page;
  const draft = model.command;
  const option = draft?.options.find((each) => each.name === name);
  asked += 1;
  model.suggestions = undefined;
  if (!draft || !option) return;
  if (!("autocomplete" in option && option.autocomplete)) {
    const items = fixedSuggestions(option, draft.texts[name] ?? "", model).slice(0, MAX_SUGGESTIONS);
    if (items.length > 0) model.suggestions = { kind: "option", title: option.description, items, active: 0 };
    return;
  }
  const number = asked;
  setTimeout(() => void askBot(page, name, number), REST_MS);
}

async function askBot(page: Page, focused: string, number: number): Promise<void> {
  const { model } = page;
  const draft = model.command;
  if (!draft || number !== asked) return;
  const options = { [focused]: "", ...draftValues(draft) };
  const { channelId } = model;
  const title = draft.options.find(({ name }) => name === focused)?.description ?? focused;
  const result = await page.act({ type: "autocomplete", channelId, name: draft.name, focused, options });
  if (number !== asked || model.command?.focused !== focused) return;
  const items = (result?.choices ?? []).map(({ name, value }) => ({ label: name, value }));
  model.suggestions = items.length > 0 ? { kind: "option", title, items, active: 0 } : undefined;
  page.redraw();
}
