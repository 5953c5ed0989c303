import { type APIApplicationCommand, type APIMessage, type APIUser, Locale } from "discord-api-types/v10";
import type { PlaygroundChannel } from "./channel.ts";
import { LoopbackServer } from "./loopback-server.ts";
import type {
  ModalFields,
  OpenModal,
  OptionValue,
  PersonInteraction,
  PersonListener,
  Ref,
  SayOptions,
  Where,
  Who,
} from "./person.ts";
import { directMessage } from "./populate.ts";
import { snapshot } from "./show-message.ts";

/**
 * A Discord on the loopback address: a server "Paper Club" with the channels general, papers and random, the people
 * alice (its owner) and bob, and one bot, which connects to {@link api} with {@link token} as to Discord itself.
 *
 * @example
 * const discord = new LoopbackDiscord();
 * await discord.start();
 * discord.say(`<@${discord.bot.id}> What is LoRA?`, { as: "alice", in: "papers" });
 */
export class LoopbackDiscord extends LoopbackServer {
  // What a person does

  say(content: string, options: SayOptions = {}): APIMessage {
    return this.parts.speech.say(content, ...this.#at(options), options);
  }

  /** A message of another program, which speaks under a name of its own. */
  sayByWebhook(content: string, options: { readonly name?: string; readonly in?: Ref } = {}): APIMessage {
    return this.parts.speech.sayByWebhook(content, options.name ?? "Feed", this.channel(options.in ?? "general"));
  }

  edit(message: Ref, content: string, { as }: Who = {}): APIMessage {
    return this.parts.speech.edit(message, this.#who(as), content);
  }

  /** Deletes a message, or dismisses an ephemeral one. */
  remove(message: Ref, { as }: Who = {}): void {
    this.parts.speech.remove(message, this.#who(as));
  }

  type(where: Where = {}): void {
    this.parts.speech.type(...this.#at(where));
  }

  /** The direct message of a person with the bot, opened if it was not. */
  dm({ as }: Who = {}): PlaygroundChannel {
    const { world, announcer } = this.parts;
    return directMessage(world, this.#who(as), this.bot, (channel) => {
      announcer.channelCreated(channel);
    });
  }

  /** Opens a public thread, from a message or on its own. */
  thread(name: string, options: Where & { readonly from?: Ref } = {}): PlaygroundChannel {
    const [user, channel] = this.#at(options);
    return this.parts.speech.thread(name, user, channel, options.from);
  }

  /** Uses a slash command. `name` may hold a subcommand: "settings model". */
  slash(name: string, options: Readonly<Record<string, OptionValue>> = {}, where: Where = {}): PersonInteraction {
    return this.parts.interactions.slash(name, options, ...this.#at(where));
  }

  /** Types into an option; `options` holds what was typed so far, the focused one too. */
  autocomplete(
    name: string,
    focused: string,
    options: Readonly<Record<string, OptionValue>> = {},
    where: Where = {},
  ): PersonInteraction {
    return this.parts.interactions.autocomplete(name, focused, options, ...this.#at(where));
  }

  press(message: Ref, customId: string, { as }: Who = {}): PersonInteraction {
    return this.parts.interactions.press(message, customId, this.#who(as));
  }

  select(message: Ref, customId: string, values: readonly string[], { as }: Who = {}): PersonInteraction {
    return this.parts.interactions.select(message, customId, values, this.#who(as));
  }

  submit(modal: OpenModal, fields: ModalFields): PersonInteraction {
    return this.parts.interactions.submit(modal, fields);
  }

  /** Uses a message command ("Ask about this") on a message. */
  contextMenu(name: string, message: Ref, { as }: Who = {}): PersonInteraction {
    return this.parts.interactions.contextMenu(name, message, this.#who(as));
  }

  // What a person sees

  /** The channels and threads of the server that a person sees, and their direct messages. */
  channels(person: Ref): readonly PlaygroundChannel[] {
    const { world } = this.parts;
    const { id } = this.user(person);
    return structuredClone([...world.channels.values()].filter((channel) => world.may(id, channel, "ViewChannel")));
  }

  /** The messages that a person sees in a channel, oldest first. */
  view(person: Ref, channel: Ref): readonly APIMessage[] {
    const { world } = this.parts;
    const { id } = this.user(person);
    const records = world.recordsIn(this.channel(channel).id).filter((record) => world.sees(id, record));
    return records.map((record) => snapshot(world, record));
  }

  /** Whether a person sees a message; false for one that is not there. */
  sees(person: Ref, messageId: string): boolean {
    const { world } = this.parts;
    const record = world.records.get(messageId);
    return record !== undefined && world.sees(this.user(person).id, record);
  }

  /** A person's language as Discord names it. */
  localeOf(person: Ref): string {
    return this.parts.world.locales.get(this.user(person).id) ?? Locale.EnglishUS;
  }

  /** The commands that a person is offered in a channel, with `name_localized` in their language. */
  commandsFor(person: Ref, channel: Ref): readonly APIApplicationCommand[] {
    return this.parts.interactions.commandsFor(this.user(person), this.channel(channel));
  }

  /** @returns A function that ends it. */
  watch(person: Ref, listener: PersonListener): () => void {
    return this.parts.announcer.listen(this.user(person).id, listener);
  }

  get isBotOnline(): boolean {
    return this.parts.gateway.isOnline;
  }

  #who(ref: Ref | undefined): APIUser {
    return this.user(ref ?? "alice");
  }

  #at(where: Where): [APIUser, PlaygroundChannel] {
    return [this.#who(where.as), this.channel(where.in ?? "general")];
  }
}
