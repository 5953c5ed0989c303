import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
} from "discord-api-types/v10";
import { OPTION, SLASH_COMMAND } from "./discord-numbers.ts";
import { descriptionIn, nameIn } from "./localize.ts";
import type { Suggestion } from "./suggestions.ts";

/** A command that can be sent, in the person's language: subcommands count as commands of their own. */
export interface Sendable {
  /** As it is sent, with subcommand: "settings model". */
  readonly name: string;
  /** As it is shown. */
  readonly label: string;
  readonly description: string;
  readonly options: readonly SendableOption[];
}

/** An option in the person's language. */
export interface SendableOption {
  /** As it is sent. */
  readonly name: string;
  /** As it is shown. */
  readonly label: string;
  readonly description: string;
  readonly required: boolean;
  readonly type: APIApplicationCommandBasicOption["type"];
  readonly isAutocompleted: boolean;
  readonly maxLength?: number;
  /** Empty where anything can be written. */
  readonly choices: readonly Choice[];
}

/** A value that an option offers. */
export interface Choice extends Suggestion {
  /** The original name: it is understood, too. */
  readonly name: string;
}

/** Lists what a person can send, in a language as Discord names it. */
export function listCommands(commands: readonly APIApplicationCommand[], locale: string): readonly Sendable[] {
  return commands
    .filter(({ type }) => type === SLASH_COMMAND)
    .flatMap((command) => {
      const { name } = command;
      const label = nameIn(locale, command);
      return expand({ name, label, description: descriptionIn(locale, command) }, command.options ?? [], locale);
    });
}

function expand(
  command: Omit<Sendable, "options">,
  options: readonly APIApplicationCommandOption[],
  locale: string,
): readonly Sendable[] {
  const basic: SendableOption[] = [];
  const subcommands: Sendable[] = [];
  for (const option of options) {
    if (option.type === OPTION.subcommand || option.type === OPTION.subcommandGroup) {
      const name = `${command.name} ${option.name}`;
      const label = `${command.label} ${nameIn(locale, option)}`;
      const inner = { name, label, description: descriptionIn(locale, option) };
      subcommands.push(...expand(inner, option.options ?? [], locale));
    } else basic.push(localizeOption(option, locale));
  }
  return subcommands.length > 0 ? subcommands : [{ ...command, options: basic }];
}

function localizeOption(option: APIApplicationCommandBasicOption, locale: string): SendableOption {
  const choices = "choices" in option ? (option.choices ?? []) : [];
  return {
    name: option.name,
    label: nameIn(locale, option),
    description: descriptionIn(locale, option),
    required: option.required ?? false,
    type: option.type,
    isAutocompleted: "autocomplete" in option && (option.autocomplete ?? false),
    ...("max_length" in option && option.max_length !== undefined && { maxLength: option.max_length }),
    choices: choices.map((choice) => ({ name: choice.name, label: nameIn(locale, choice), value: choice.value })),
  };
}
