import type { APIUser } from "discord-api-types/v10";
import { displayName } from "./display-name.ts";
import { listCommands } from "./list-commands.ts";
import type { Model } from "./model.ts";
import type { Suggestions } from "./suggestions.ts";

/** A command's name that is being written, with its subcommands: names of all languages. */
const OPEN_COMMAND = /^\/([\p{L}\p{M}\p{N}_'-]*(?: [\p{L}\p{M}\p{N}_'-]*){0,2})$/u;

/** A mention that is being written at the end of what stands before the caret. */
const OPEN_MENTION = /(?:^|\s)@(\w*)$/;

/** What can be offered for what stands before the caret: commands by any of their names, or people. */
export function suggestForText(model: Model, before: string): Suggestions | undefined {
  const typed = OPEN_COMMAND.exec(before)?.[1]?.toLowerCase();
  if (typed !== undefined) {
    const items = listCommands(model.commands, model.locale)
      .filter(({ name, label }) => [label, name].some((each) => each.toLowerCase().startsWith(typed)))
      .map(({ name, label, description }) => ({ label: `/${label}`, detail: description, value: name }));
    return items.length > 0 ? { kind: "command", title: "Commands", items, active: 0 } : undefined;
  }
  const mention = OPEN_MENTION.exec(before)?.[1]?.toLowerCase();
  if (mention === undefined) return undefined;
  const items = usersOf(model)
    .map((user) => ({ label: displayName(user), detail: user.bot ? "App" : "Member", value: user.id }))
    .filter(({ label }) => label.toLowerCase().startsWith(mention));
  return items.length > 0 ? { kind: "mention", title: "Mention", items, active: 0 } : undefined;
}

/** @returns The command with whose name, in either language, and a blank the text begins; and what follows. */
export function wholeCommand(model: Model, text: string): { readonly name: string; readonly rest: string } | undefined {
  for (const { name, label } of listCommands(model.commands, model.locale))
    for (const each of [label, name])
      if (text.toLowerCase().startsWith(`/${each.toLowerCase()} `)) return { name, rest: text.slice(each.length + 2) };
  return undefined;
}

/** Whoever can be mentioned. */
export function usersOf({ bot, people }: Model): readonly APIUser[] {
  return bot ? [bot, ...people] : people;
}
