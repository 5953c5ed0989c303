import {
  type APIApplicationCommand,
  type APIAuthorizingIntegrationOwnersMap,
  type APIUser,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  ComponentType,
  InteractionType,
  type Snowflake,
} from "discord-api-types/v10";
import { type PlaygroundChannel, isOfGuild } from "./channel.ts";
import type { CommandRegistry } from "./command-registry.ts";
import { type Control, findControl } from "./components.ts";
import type { InteractionDesk } from "./interaction-desk.ts";
import { fillModal } from "./modal-fields.ts";
import type { OpenInteraction } from "./open-interaction.ts";
import { ImpossibleActionError, type ModalFields, type OpenModal, type Ref } from "./person.ts";
import { targetForBot } from "./show-message.ts";
import { type GivenOptions, fillOptions } from "./slash-options.ts";
import type { MessageRecord, World } from "./world.ts";

/** Who gets what people do, and whether it was granted the content of messages. */
interface Reader {
  readonly bot: APIUser;
  readonly hasContent: boolean;
}

/** What people do with the application: commands, buttons, menus, modals. */
export class PersonInteractions {
  /** Who installed the application for themselves, to use it everywhere. */
  readonly installers = new Set<Snowflake>();
  readonly #world: World;
  readonly #commands: CommandRegistry;
  readonly #desk: InteractionDesk;
  readonly #reader: Reader;

  constructor(world: World, commands: CommandRegistry, desk: InteractionDesk, reader: Reader) {
    this.#world = world;
    this.#reader = reader;
    this.#commands = commands;
    this.#desk = desk;
  }

  commandsFor(user: APIUser, channel: PlaygroundChannel): readonly APIApplicationCommand[] {
    return this.#commands.offeredTo(user.id, channel, this.installers.has(user.id));
  }

  slash(name: string, given: GivenOptions, user: APIUser, channel: PlaygroundChannel): OpenInteraction {
    return this.#command(InteractionType.ApplicationCommand, name, given, user, channel);
  }

  autocomplete(
    name: string,
    focused: string,
    given: GivenOptions,
    user: APIUser,
    channel: PlaygroundChannel,
  ): OpenInteraction {
    const all = { [focused]: "", ...given };
    return this.#command(InteractionType.ApplicationCommandAutocomplete, name, all, user, channel, focused);
  }

  contextMenu(name: string, ref: Ref, user: APIUser): OpenInteraction {
    const record = this.#seen(ref, user);
    const channel = this.#world.channel(record.message.channel_id);
    const command = this.#offered(name, ApplicationCommandType.Message, user, channel);
    const { message } = record;
    const target = targetForBot(this.#world, this.#reader.bot, record, this.#reader.hasContent);
    const resolved = { messages: { [message.id]: target } };
    return this.#desk.open({
      type: InteractionType.ApplicationCommand,
      user,
      channel,
      owners: this.#ownersOf(command, user, channel),
      data: { ...identity(command), target_id: message.id, resolved },
    });
  }

  press(ref: Ref, customId: string, user: APIUser): OpenInteraction {
    const { record, control } = this.#control(ref, customId, user);
    if (control.type !== ComponentType.Button) throw new ImpossibleActionError(`"${customId}" is no button.`);
    return this.#component(record, user, { component_type: control.type, custom_id: customId });
  }

  select(ref: Ref, customId: string, values: readonly string[], user: APIUser): OpenInteraction {
    const { record, control } = this.#control(ref, customId, user);
    if (control.type === ComponentType.Button) throw new ImpossibleActionError(`"${customId}" is no menu.`);
    const { min_values: least = 1, max_values: most = 1 } = control;
    if (values.length < least || values.length > most) {
      throw new ImpossibleActionError(`The menu "${customId}" takes ${least} to ${most} values.`);
    }
    if (control.type === ComponentType.StringSelect) {
      const stranger = values.find((value) => control.options.every((option) => option.value !== value));
      if (stranger !== undefined) throw new ImpossibleActionError(`The menu "${customId}" has no "${stranger}".`);
    }
    return this.#component(record, user, {
      component_type: control.type,
      custom_id: customId,
      values: [...values],
      ...(control.type !== ComponentType.StringSelect && { resolved: this.#resolveChosen(values) }),
    });
  }

  submit(modal: OpenModal, fields: ModalFields): OpenInteraction {
    const opener = this.#desk.byId(modal.interactionId);
    if (!opener) throw new ImpossibleActionError("This modal was never opened.");
    const user = this.#world.user(modal.userId);
    return this.#desk.open({
      type: InteractionType.ModalSubmit,
      user,
      channel: this.#world.channel(modal.channelId),
      owners: opener.payload.authorizing_integration_owners,
      target: opener.target,
      opener,
      data: { custom_id: modal.customId, components: fillModal(modal.components, fields) },
    });
  }

  #command(
    type: InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete,
    name: string,
    given: GivenOptions,
    user: APIUser,
    channel: PlaygroundChannel,
    focused?: string,
  ): OpenInteraction {
    const [root = "", ...path] = name.split(" ");
    const command = this.#offered(root, ApplicationCommandType.ChatInput, user, channel);
    const { options, resolved } = fillOptions(this.#world, command.options ?? [], path, given, focused);
    const hasResolved = Object.keys(resolved).length > 0;
    return this.#desk.open({
      type,
      user,
      channel,
      owners: this.#ownersOf(command, user, channel),
      data: { ...identity(command), options, ...(hasResolved && { resolved }) },
    });
  }

  #component(record: MessageRecord, user: APIUser, data: object): OpenInteraction {
    const owners = record.message.interaction_metadata?.authorizing_integration_owners;
    return this.#desk.open({
      type: InteractionType.MessageComponent,
      user,
      channel: this.#world.channel(record.message.channel_id),
      owners: owners ?? { [ApplicationIntegrationType.GuildInstall]: this.#world.guildId },
      target: record,
      data,
    });
  }

  #offered(
    name: string,
    type: ApplicationCommandType,
    user: APIUser,
    channel: PlaygroundChannel,
  ): APIApplicationCommand {
    const command = this.commandsFor(user, channel).find(
      (candidate) => candidate.type === type && (candidate.name === name || candidate.name_localized === name),
    );
    if (!command) throw new ImpossibleActionError(`${user.username} is offered no command "${name}" here.`);
    return command;
  }

  #ownersOf(
    command: APIApplicationCommand,
    user: APIUser,
    channel: PlaygroundChannel,
  ): APIAuthorizingIntegrationOwnersMap {
    const types = command.integration_types ?? [ApplicationIntegrationType.GuildInstall];
    const isByUser = types.includes(ApplicationIntegrationType.UserInstall) && this.installers.has(user.id);
    const isByGuild = types.includes(ApplicationIntegrationType.GuildInstall) && channel.type !== ChannelType.GroupDM;
    return {
      ...(isByGuild && { [ApplicationIntegrationType.GuildInstall]: isOfGuild(channel) ? this.#world.guildId : "0" }),
      ...(isByUser && { [ApplicationIntegrationType.UserInstall]: user.id }),
    };
  }

  #control(ref: Ref, customId: string, user: APIUser): { record: MessageRecord; control: Control } {
    const record = this.#seen(ref, user);
    const control = findControl(record.message.components ?? [], customId);
    if (!control) throw new ImpossibleActionError(`The message has nothing with the custom id "${customId}".`);
    if (control.disabled) throw new ImpossibleActionError(`"${customId}" is disabled.`);
    return { record, control };
  }

  #seen(ref: Ref, user: APIUser): MessageRecord {
    const record = this.#world.record(ref);
    if (!this.#world.sees(user.id, record))
      throw new ImpossibleActionError(`${user.username} does not see this message.`);
    return record;
  }

  #resolveChosen(values: readonly string[]): object {
    const pick = <Thing>(things: ReadonlyMap<Snowflake, Thing>): Record<Snowflake, Thing> =>
      Object.fromEntries([...things].filter(([id]) => values.includes(id)));
    const resolved = {
      users: pick(this.#world.users),
      roles: pick(this.#world.roles),
      channels: pick(this.#world.channels),
    };
    return Object.fromEntries(Object.entries(resolved).filter(([, things]) => Object.keys(things).length > 0));
  }
}

function identity(command: APIApplicationCommand): object {
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guild_id !== undefined && { guild_id: command.guild_id }),
  };
}
