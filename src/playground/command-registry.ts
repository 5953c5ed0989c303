import {
  type APIApplicationCommand,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type Snowflake,
} from "discord-api-types/v10";
import { type PlaygroundChannel, isOfGuild } from "./channel.ts";
import { holds, permissionsIn } from "./permissions.ts";
import { type FormFault, invalidForm, refusal } from "./rest-error.ts";
import type { World } from "./world.ts";

/** Commands of each type in one scope. @see https://docs.discord.com/developers/interactions/application-commands */
const LIMITS: Readonly<Record<number, number>> = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
};

/** What a request says of a command. */
export type CommandBody = Partial<APIApplicationCommand> & { readonly name: string };

/** "global" for everywhere, or the id of one server. */
export type CommandScope = Snowflake;

/** The commands that the application registered. */
export class CommandRegistry {
  readonly #world: World;
  readonly #applicationId: Snowflake;
  readonly #scopes = new Map<CommandScope, readonly APIApplicationCommand[]>();
  readonly #onChange: () => void;

  constructor(world: World, applicationId: Snowflake, onChange: () => void) {
    this.#world = world;
    this.#applicationId = applicationId;
    this.#onChange = onChange;
  }

  get all(): readonly APIApplicationCommand[] {
    return [...this.#scopes.values()].flat();
  }

  in(scope: CommandScope): readonly APIApplicationCommand[] {
    return this.#scopes.get(scope) ?? [];
  }

  /** @throws {RestError} If there is no such command. */
  get(scope: CommandScope, id: Snowflake): APIApplicationCommand {
    const command = this.in(scope).find((candidate) => candidate.id === id);
    if (!command) throw refusal("unknownCommand");
    return command;
  }

  /** Replaces all commands of a scope. Those that did not change keep their id and version. */
  replaceAll(scope: CommandScope, bodies: readonly CommandBody[]): readonly APIApplicationCommand[] {
    return this.#store(
      scope,
      bodies.map((body) => this.#wire(scope, body)),
    );
  }

  /** Adds a command, or replaces the one of the same type and name. */
  put(scope: CommandScope, body: CommandBody): APIApplicationCommand {
    const command = this.#wire(scope, body);
    this.#store(scope, [...this.in(scope).filter((old) => old.id !== command.id), command]);
    return command;
  }

  /** Changes some fields of a command. */
  patch(scope: CommandScope, id: Snowflake, body: Partial<APIApplicationCommand>): APIApplicationCommand {
    const changed = { ...this.get(scope, id), ...body, version: this.#world.newId() };
    this.#store(
      scope,
      this.in(scope).map((old) => (old.id === id ? changed : old)),
    );
    return changed;
  }

  remove(scope: CommandScope, id: Snowflake): void {
    const { id: known } = this.get(scope, id);
    this.#store(
      scope,
      this.in(scope).filter((old) => old.id !== known),
    );
  }

  /** The commands that a person is offered in a channel, with names in their language. */
  offeredTo(userId: Snowflake, channel: PlaygroundChannel, hasInstalled: boolean): readonly APIApplicationCommand[] {
    const locale = this.#world.locales.get(userId) ?? "";
    const permissions = permissionsIn(this.#world, userId, channel);
    const isOffered = (command: APIApplicationCommand): boolean => {
      if (!holds(permissions, "ViewChannel", "UseApplicationCommands")) return false;
      if (command.guild_id !== undefined && !isOfGuild(channel)) return false;
      if (!isInContext(command, contextOf(channel), hasInstalled)) return false;
      const wanted = command.default_member_permissions;
      if (wanted === null || !isOfGuild(channel)) return true;
      const bits = BigInt(wanted);
      // "0" hides a command from all but administrators.
      return bits === 0n ? holds(permissions, "Administrator") : (permissions & bits) === bits;
    };
    return this.all.filter(isOffered).map((command) => localized(structuredClone(command), locale));
  }

  #store(scope: CommandScope, commands: readonly APIApplicationCommand[]): readonly APIApplicationCommand[] {
    const faults = commandFaults(commands);
    if (faults.length > 0) throw invalidForm(faults);
    this.#scopes.set(scope, commands);
    this.#onChange();
    return commands;
  }

  #wire(scope: CommandScope, body: CommandBody): APIApplicationCommand {
    const type = body.type ?? ApplicationCommandType.ChatInput;
    const old = this.in(scope).find((command) => command.name === body.name && command.type === type);
    const command: APIApplicationCommand = {
      description: "",
      default_member_permissions: null,
      dm_permission: true,
      contexts: null,
      integration_types: [ApplicationIntegrationType.GuildInstall],
      nsfw: false,
      ...(scope !== "global" && { guild_id: scope }),
      ...structuredClone(body),
      type,
      id: old?.id ?? this.#world.newId(),
      application_id: this.#applicationId,
      version: old?.version ?? this.#world.newId(),
    };
    const isSame = old !== undefined && JSON.stringify(old) === JSON.stringify(command);
    return isSame ? old : { ...command, version: this.#world.newId() };
  }
}

/** Where a command is used, as commands name it. */
export function contextOf(channel: PlaygroundChannel): InteractionContextType {
  if (isOfGuild(channel)) return InteractionContextType.Guild;
  return "managed" in channel || channel.recipients?.every((user) => !user.bot)
    ? InteractionContextType.PrivateChannel
    : InteractionContextType.BotDM;
}

function isInContext(command: APIApplicationCommand, context: InteractionContextType, hasInstalled: boolean): boolean {
  const types = command.integration_types ?? [ApplicationIntegrationType.GuildInstall];
  const byUser = hasInstalled && types.includes(ApplicationIntegrationType.UserInstall);
  const byGuild =
    types.includes(ApplicationIntegrationType.GuildInstall) && context !== InteractionContextType.PrivateChannel;
  return (byUser || byGuild) && (command.contexts?.includes(context) ?? true);
}

function localized(command: APIApplicationCommand, locale: string): APIApplicationCommand {
  const names: Readonly<Record<string, string | null>> = { ...command.name_localizations };
  const descriptions: Readonly<Record<string, string | null>> = { ...command.description_localizations };
  return {
    ...command,
    name_localized: names[locale] ?? command.name,
    description_localized: descriptions[locale] ?? command.description,
  };
}

function commandFaults(commands: readonly APIApplicationCommand[]): FormFault[] {
  const keys = commands.map((command) => `${command.type} ${command.name}`);
  const duplicate = keys.findIndex((key, index) => keys.indexOf(key) !== index);
  const tooMany = Object.entries(LIMITS).find(
    ([type, limit]) => commands.filter((command) => String(command.type) === type).length > limit,
  );
  return [
    ...(duplicate === -1
      ? []
      : [
          {
            path: [duplicate, "name"],
            code: "APPLICATION_COMMANDS_DUPLICATE_NAME",
            message: "Application command names must be unique",
          },
        ]),
    ...(tooMany
      ? [
          {
            path: [],
            code: "APPLICATION_COMMANDS_TOO_MANY",
            message: `Maximum number of commands reached (${tooMany[1]})`,
          },
        ]
      : []),
  ];
}
