import type { OptionValue } from "../../person.ts";
import { OPTION } from "./discord-numbers.ts";
import type { Sendable, SendableOption } from "./list-commands.ts";

/** A slash command as it is being written. Options go by their original names. */
export interface CommandDraft extends Sendable {
  /** The options that have a field, in the order in which they were added. */
  readonly shown: readonly string[];
  /** What is written in each field. */
  readonly texts: Readonly<Record<string, string>>;
  /** Values behind suggestions that were chosen, as long as the text stays. */
  readonly chosen: Readonly<Record<string, OptionValue>>;
  readonly focused: string | undefined;
}

const FLAGS = new Map([
  ["true", true],
  ["false", false],
]);

/** Begins with the required options, and with the words that were already typed in the first. */
export function startDraft(command: Sendable, text = ""): CommandDraft {
  const { options } = command;
  const required = options.filter((option) => option.required).map((option) => option.name);
  const first = required[0] ?? options[0]?.name;
  const shown = required.length > 0 || first === undefined || text === "" ? required : [first];
  const texts = first === undefined || text === "" ? {} : { [first]: text };
  return { ...command, shown, texts, chosen: {}, focused: shown[0] };
}

/** Takes the command as it is now, in another language perhaps, and keeps what is written. */
export function renewDraft(draft: CommandDraft, command: Sendable): CommandDraft {
  const names = new Set(command.options.map(({ name }) => name));
  const required = command.options.filter((option) => option.required).map(({ name }) => name);
  const shown = [...new Set([...draft.shown.filter((name) => names.has(name)), ...required])];
  const focused = shown.includes(draft.focused ?? "") ? draft.focused : shown.at(-1);
  return { ...draft, ...command, shown, focused };
}

/** What somebody wrote for a command, without the command. */
export function wordsOf({ texts }: CommandDraft): string {
  return Object.values(texts).filter(Boolean).join(" ");
}

export function writeOption(draft: CommandDraft, name: string, text: string, value?: OptionValue): CommandDraft {
  const { [name]: _before, ...chosen } = draft.chosen;
  return {
    ...draft,
    texts: { ...draft.texts, [name]: text },
    chosen: value === undefined ? chosen : { ...chosen, [name]: value },
  };
}

export function addOption(draft: CommandDraft, name: string): CommandDraft {
  return draft.shown.includes(name)
    ? { ...draft, focused: name }
    : { ...draft, shown: [...draft.shown, name], focused: name };
}

export function removeOption(draft: CommandDraft, name: string): CommandDraft {
  const shown = draft.shown.filter((other) => other !== name);
  return { ...writeOption(draft, name, ""), shown, focused: shown.at(-1) };
}

/** The option that Tab goes on to: the next with a field, else the next without. */
export function nextOption(draft: CommandDraft): string | undefined {
  const at = draft.shown.indexOf(draft.focused ?? "");
  return draft.shown[at + 1] ?? draft.options.find(({ name }) => !draft.shown.includes(name))?.name;
}

/** The values to send, of every option that has one. */
export function draftValues(draft: CommandDraft): Readonly<Record<string, OptionValue>> {
  const values: Record<string, OptionValue> = {};
  for (const option of draft.options) {
    const { name } = option;
    const value = draft.chosen[name] ?? readValue(option, (draft.texts[name] ?? "").trim());
    if (value !== undefined && draft.shown.includes(name)) values[name] = value;
  }
  return values;
}

/** @returns What is missing or wrong in the first option that is not right, else undefined. */
export function draftProblem(draft: CommandDraft): { readonly name: string; readonly text: string } | undefined {
  const values = draftValues(draft);
  for (const option of draft.options) {
    const { name, label, required } = option;
    const isEmpty = (draft.texts[name] ?? "").trim() === "";
    if (required && isEmpty) return { name, text: `${label} is required` };
    if (!isEmpty && draft.shown.includes(name) && values[name] === undefined)
      return { name, text: describeFault(option) };
  }
  return undefined;
}

function describeFault({ type, choices }: SendableOption): string {
  if (choices.length > 0) return "not in the list";
  return type === OPTION.boolean ? "true or false" : "not a number";
}

function readValue({ type, choices }: SendableOption, text: string): OptionValue | undefined {
  if (text === "") return undefined;
  if (choices.length > 0) {
    const typed = text.toLowerCase();
    return choices.find(({ label, name }) => [label, name].some((each) => each.toLowerCase() === typed))?.value;
  }
  if (type === OPTION.boolean) return FLAGS.get(text.toLowerCase());
  if (type === OPTION.integer) return Number.isSafeInteger(Number(text)) ? Number(text) : undefined;
  if (type === OPTION.number) return Number.isFinite(Number(text)) ? Number(text) : undefined;
  return text;
}
