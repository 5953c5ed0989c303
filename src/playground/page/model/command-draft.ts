import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
  ApplicationCommandOptionType,
} from "discord-api-types/v10";
import type { OptionValue } from "../../person.ts";
import { OPTION, SLASH_COMMAND } from "./discord-numbers.ts";

/** A slash command as it is being written. */
export interface CommandDraft {
  /** With subcommand: "settings model". */
  readonly name: string;
  readonly description: string;
  readonly options: readonly APIApplicationCommandBasicOption[];
  /** Names of the options that have a field, in the order in which they were added. */
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

/** A command that can be sent: subcommands count as commands of their own. */
export interface Sendable {
  readonly name: string;
  readonly description: string;
  readonly options: readonly APIApplicationCommandBasicOption[];
}

export function listCommands(commands: readonly APIApplicationCommand[]): readonly Sendable[] {
  return commands
    .filter(({ type }) => type === SLASH_COMMAND)
    .flatMap(({ name, description, options = [] }) => expand(name, description, options));
}

function expand(
  name: string,
  description: string,
  options: readonly APIApplicationCommandOption[],
): readonly Sendable[] {
  const basic: APIApplicationCommandBasicOption[] = [];
  const subcommands: Sendable[] = [];
  for (const option of options) {
    if (option.type === OPTION.subcommand || option.type === OPTION.subcommandGroup)
      subcommands.push(...expand(`${name} ${option.name}`, option.description, option.options ?? []));
    else basic.push(option);
  }
  return subcommands.length > 0 ? subcommands : [{ name, description, options: basic }];
}

/** Begins with the required options, and with the words that were already typed in the first. */
export function startDraft({ name, description, options }: Sendable, text = ""): CommandDraft {
  const required = options.filter((option) => option.required).map((option) => option.name);
  const first = required[0] ?? options[0]?.name;
  const shown = required.length > 0 || first === undefined || text === "" ? required : [first];
  const texts = first === undefined || text === "" ? {} : { [first]: text };
  return { name, description, options, shown, texts, chosen: {}, focused: shown[0] };
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

/** The values to send: of every option that has one, or only of those before the focused for autocomplete. */
export function draftValues(draft: CommandDraft): Readonly<Record<string, OptionValue>> {
  const values: Record<string, OptionValue> = {};
  for (const { name, type } of draft.options) {
    const text = draft.texts[name] ?? "";
    const value = draft.chosen[name] ?? readValue(type, text.trim());
    if (value !== undefined && draft.shown.includes(name)) values[name] = value;
  }
  return values;
}

/** @returns What is missing or wrong in the first option that is not right, else undefined. */
export function draftProblem(draft: CommandDraft): { readonly name: string; readonly text: string } | undefined {
  const values = draftValues(draft);
  for (const { name, required, type } of draft.options) {
    const isEmpty = (draft.texts[name] ?? "").trim() === "";
    if (required && isEmpty) return { name, text: `${name} is required` };
    if (!isEmpty && draft.shown.includes(name) && values[name] === undefined)
      return { name, text: type === OPTION.boolean ? "true or false" : "not a number" };
  }
  return undefined;
}

function readValue(type: ApplicationCommandOptionType, text: string): OptionValue | undefined {
  if (text === "") return undefined;
  if (type === OPTION.boolean) return FLAGS.get(text.toLowerCase());
  if (type === OPTION.integer) return Number.isSafeInteger(Number(text)) ? Number(text) : undefined;
  if (type === OPTION.number) return Number.isFinite(Number(text)) ? Number(text) : undefined;
  return text;
}
