import { Routes } from "discord.js";
import type { REST, RESTGetAPIApplicationCommandsResult, RESTPostAPIApplicationCommandsJSONBody } from "discord.js";

/** What Discord fills in where a declaration says nothing. */
const FILLED_IN: Readonly<Record<string, unknown>> = {
  type: 1,
  required: false,
  autocomplete: false,
  nsfw: false,
  default_permission: true,
  dm_permission: true,
  // A command in a menu has none.
  description: "",
};
/** What only Discord says of a command. */
const DISCORDS_OWN = new Set(["id", "application_id", "guild_id", "version", "handler"]);

/**
 * Makes the registered global commands those declared. Nothing is sent where they are already.
 *
 * @returns Whether they were registered anew.
 */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  declared: readonly RESTPostAPIApplicationCommandsJSONBody[],
): Promise<boolean> {
  const route = Routes.applicationCommands(applicationId);
  const query = new URLSearchParams({ with_localizations: "true" });
  const registered = (await rest.get(route, { query })) as RESTGetAPIApplicationCommandsResult;
  if (areSame(declared, registered)) return false;
  await rest.put(route, { body: declared });
  return true;
}

/** Whether commands are registered as they are declared, in whatever order. */
export function areSame(declared: readonly { name: string }[], registered: readonly { name: string }[]): boolean {
  const byName = (commands: readonly { name: string }[]): string =>
    JSON.stringify(commands.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map((command) => essence(command, true)));
  return byName(declared) === byName(registered);
}

/** What is left of a declaration without what Discord fills in, keys in order. */
function essence(value: unknown, isCommand = false): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => essence(item));
  if (!(value instanceof Object)) return value;
  const entries = Object.entries(value)
    .filter(
      ([key, part]: [string, unknown]) => !(isCommand && DISCORDS_OWN.has(key)) && !isFilledIn(key, part, isCommand),
    )
    .map(([key, part]: [string, unknown]) => [key, essence(isSet(key) ? toSorted(part) : part)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

function isFilledIn(key: string, value: unknown, isCommand: boolean): boolean {
  if (value === null || value === undefined) return true;
  if (value instanceof Object) return Object.keys(value).length === 0;
  // An option's type is always its own.
  return (isCommand || key !== "type") && FILLED_IN[key] === value;
}

/** Lists of numbers whose order says nothing. */
function isSet(key: string): boolean {
  return key === "contexts" || key === "integration_types";
}

function toSorted(value: unknown): unknown {
  return Array.isArray(value) ? value.toSorted((a, b) => Number(a) - Number(b)) : value;
}
