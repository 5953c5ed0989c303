import { canSend } from "./can-send.ts";
import { draftValues } from "./command-draft.ts";
import { draftIn } from "./draft.ts";
import { nameIn } from "./localize.ts";
import { fixedSuggestions } from "./option-suggestions.ts";
import type { Page } from "./page.ts";

/** How long the fingers must rest before the bot is asked for suggestions. */
const REST_MS = 120;

const MAX_SUGGESTIONS = 25;

/** Counts questions for suggestions: an answer to an older one comes too late. */
let asked = 0;

/** Suggests values of an option: those that the command lists, or what the bot says after a rest. */
export function offerValues(page: Page, channelId: string, name: string): void {
  const { model } = page;
  const draft = draftIn(model, channelId);
  const option = draft.command?.options.find((each) => each.name === name);
  asked += 1;
  draft.suggestions = undefined;
  if (!draft.command || !option) return;
  if (!option.isAutocompleted) {
    const items = fixedSuggestions(option, draft.command.texts[name] ?? "", model).slice(0, MAX_SUGGESTIONS);
    if (items.length > 0) draft.suggestions = { kind: "option", title: option.description, items, active: 0 };
    return;
  }
  const number = asked;
  setTimeout(() => void askBot(page, channelId, name, number), REST_MS);
}

async function askBot(page: Page, channelId: string, focused: string, number: number): Promise<void> {
  const { model } = page;
  const { command } = draftIn(model, channelId);
  if (!command || number !== asked || !canSend(model)) return;
  const options = { [focused]: "", ...draftValues(command) };
  const question = { type: "autocomplete", channelId, name: command.name, focused, options } as const;
  // Suggestions are no more than help.
  const result = await page.act(question, channelId, () => undefined);
  const draft = draftIn(model, channelId);
  const option = draft.command?.options.find(({ name }) => name === focused);
  if (number !== asked || draft.command?.focused !== focused || !option) return;
  const items = (result?.choices ?? []).map((choice) => ({
    label: nameIn(model.locale, choice),
    value: choice.value,
  }));
  draft.suggestions = items.length > 0 ? { kind: "option", title: option.description, items, active: 0 } : undefined;
  page.redraw();
}
