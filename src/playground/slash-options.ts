import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIApplicationCommandOption,
  type APIInteractionDataResolved,
  ApplicationCommandOptionType,
  type Snowflake,
} from "discord-api-types/v10";
import { type PlaygroundChannel, isOfGuild } from "./channel.ts";
import { permissionsIn } from "./permissions.ts";
import { ImpossibleActionError, type OptionValue } from "./person.ts";
import type { World } from "./world.ts";

/** The values that a person gave, by the names of the options. */
export type GivenOptions = Readonly<Record<string, OptionValue>>;

/** What a command interaction says of its options. */
export interface FilledOptions {
  readonly options: APIApplicationCommandInteractionDataOption[];
  readonly resolved: APIInteractionDataResolved;
}

/**
 * Fills a command's options as Discord's app does, which lets nobody send what the options do not allow.
 *
 * @param path The subcommand group and subcommand, if the command has any.
 * @param focused The option that is being typed, for autocomplete: nothing is required then.
 * @throws {ImpossibleActionError} If the app would not let a person send this.
 */
export function fillOptions(
  world: World,
  declared: readonly APIApplicationCommandOption[],
  path: readonly string[],
  given: GivenOptions,
  focused?: string,
): FilledOptions {
  const [name, ...rest] = path;
  if (name !== undefined) {
    const nested = declared.find((option) => option.name === name);
    if (!nested || !isNested(nested)) throw new ImpossibleActionError(`The command has no subcommand "${name}".`);
    const inner = fillOptions(world, nested.options ?? [], rest, given, focused);
    const wrapped = { name, type: nested.type, options: inner.options } as APIApplicationCommandInteractionDataOption;
    return { options: [wrapped], resolved: inner.resolved };
  }
  if (declared.some(isNested)) throw new ImpossibleActionError("The command needs a subcommand.");
  const basic = declared as readonly APIApplicationCommandBasicOption[];
  const unknown = Object.keys(given).find((key) => basic.every((option) => option.name !== key));
  if (unknown !== undefined) throw new ImpossibleActionError(`The command has no option "${unknown}".`);

  const options = basic.flatMap((option) => {
    const value = given[option.name];
    if (value === undefined) {
      if (option.required && focused === undefined) throw refused(option, "is required");
      return [];
    }
    if (focused === undefined) checkValue(option, value);
    else if (option.name === focused && !("autocomplete" in option && option.autocomplete)) {
      throw refused(option, "has no autocomplete");
    }
    return [{ name: option.name, type: option.type, value, ...(option.name === focused && { focused: true }) }];
  });
  return { options: options as APIApplicationCommandInteractionDataOption[], resolved: resolve(world, basic, given) };
}

function isNested(
  option: APIApplicationCommandOption,
): option is Extract<APIApplicationCommandOption, { options?: readonly APIApplicationCommandOption[] }> {
  return (
    option.type === ApplicationCommandOptionType.Subcommand ||
    option.type === ApplicationCommandOptionType.SubcommandGroup
  );
}

function checkValue(option: APIApplicationCommandBasicOption, value: OptionValue): void {
  if (option.type === ApplicationCommandOptionType.Boolean) {
    if (typeof value !== "boolean") throw refused(option, "takes true or false");
    return;
  }
  const isNumeric =
    option.type === ApplicationCommandOptionType.Integer || option.type === ApplicationCommandOptionType.Number;
  if (isNumeric) {
    if (typeof value !== "number") throw refused(option, "takes a number");
    if (option.type === ApplicationCommandOptionType.Integer && !Number.isInteger(value)) {
      throw refused(option, "takes a whole number");
    }
    if (value < (option.min_value ?? value) || value > (option.max_value ?? value))
      throw refused(option, "is out of range");
  } else if (typeof value !== "string") throw refused(option, "takes text");
  if (option.type === ApplicationCommandOptionType.String && typeof value === "string") {
    const isTooShort = value.length < Math.max(1, option.min_length ?? 0);
    if (isTooShort || value.length > (option.max_length ?? 6_000))
      throw refused(option, "has a length that is not allowed");
  }
  const choices = "choices" in option ? (option.choices ?? []) : [];
  if (choices.length > 0 && choices.every((choice) => choice.value !== value)) {
    throw refused(option, `has no choice "${String(value)}"`);
  }
}

function refused(option: { readonly name: string }, why: string): ImpossibleActionError {
  return new ImpossibleActionError(`The option "${option.name}" ${why}.`);
}

/** The objects behind the ids among the values. */
function resolve(
  world: World,
  declared: readonly APIApplicationCommandBasicOption[],
  given: GivenOptions,
): APIInteractionDataResolved {
  const resolved: Required<Pick<APIInteractionDataResolved, "users" | "members" | "roles" | "channels">> = {
    users: {},
    members: {},
    roles: {},
    channels: {},
  };
  for (const option of declared) {
    const id = String(given[option.name]);
    const isMentionable = option.type === ApplicationCommandOptionType.Mentionable;
    if (given[option.name] === undefined) continue;
    if (option.type === ApplicationCommandOptionType.User || (isMentionable && world.users.has(id))) {
      resolved.users[id] = world.user(id);
      const member = world.members.get(id);
      if (member) resolved.members[id] = resolvedMember(world, member.user.id);
    } else if (option.type === ApplicationCommandOptionType.Role || isMentionable) resolved.roles[id] = world.role(id);
    else if (option.type === ApplicationCommandOptionType.Channel) {
      resolved.channels[id] = resolvedChannel(world, world.channel(id));
    }
  }
  return Object.fromEntries(Object.entries(resolved).filter(([, things]) => Object.keys(things).length > 0));
}

type ResolvedMember = NonNullable<APIInteractionDataResolved["members"]>[string];
type ResolvedChannel = NonNullable<APIInteractionDataResolved["channels"]>[string];

function resolvedMember(world: World, userId: Snowflake): ResolvedMember {
  const member = world.members.get(userId);
  if (!member) throw new ImpossibleActionError(`"${userId}" is not in the server.`);
  const { user: _user, deaf: _deaf, mute: _mute, ...rest } = member;
  const anywhere = [...world.channels.values()].find(isOfGuild);
  return { ...structuredClone(rest), permissions: String(anywhere ? permissionsIn(world, userId, anywhere) : 0n) };
}

function resolvedChannel(world: World, channel: PlaygroundChannel): ResolvedChannel {
  return {
    ...structuredClone(channel),
    permissions: String(permissionsIn(world, world.ownerId, channel)),
  };
}
