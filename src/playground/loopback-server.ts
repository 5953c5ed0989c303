import {
  type APIApplicationCommand,
  type APIMessage,
  type APIRole,
  type APIUser,
  Locale,
  type Snowflake,
} from "discord-api-types/v10";
import { type Parts, assemble } from "./assemble.ts";
import type { PlaygroundChannel } from "./channel.ts";
import type { Gateway } from "./gateway.ts";
import type {
  Intercept,
  LoopbackOptions,
  NewChannel,
  NewRole,
  NewUser,
  Overwrite,
  RecordedRequest,
} from "./options.ts";
import { ImpossibleActionError, type PersonInteraction, type Pings, type Ref } from "./person.ts";
import { addGroup, addRole, addTextChannel, addUser, setOverwrite } from "./populate.ts";
import { snapshot } from "./show-message.ts";
import { byAge } from "./snowflake.ts";
import type { MessageRecord } from "./world.ts";

const LOCALES: ReadonlySet<string> = new Set(Object.values(Locale));

/** A message of the world, with what the wire does not say. */
export interface SeenMessage {
  readonly message: APIMessage;
  readonly pings: Pings;
  /** The only person who sees it, if it is ephemeral. */
  readonly onlyFor: Snowflake | undefined;
}

/** A Discord without its people's hands and eyes: the process that listens, the world, and what tests read of it. */
export class LoopbackServer {
  protected readonly parts: Parts;

  constructor(options: LoopbackOptions = {}) {
    this.parts = assemble(options);
  }

  /** Made up, new for each object. */
  get token(): string {
    return this.parts.token;
  }

  get bot(): APIUser {
    return this.parts.bot;
  }

  /** The people who were there from the start: alice and bob. */
  get people(): readonly APIUser[] {
    return this.parts.people;
  }

  get guildId(): Snowflake {
    return this.parts.world.guildId;
  }

  /** http://127.0.0.1:PORT */
  get url(): string {
    return `http://127.0.0.1:${this.parts.listener.port}`;
  }

  /** The REST base that a client is given. */
  get api(): string {
    return `${this.url}/api`;
  }

  /** The event stream: its connections and sessions, which tests disturb. */
  get gateway(): Gateway {
    return this.parts.gateway;
  }

  /** Listens on 127.0.0.1. @param options.port Defaults to any free one. */
  async start({ port = 0 }: { readonly port?: number } = {}): Promise<void> {
    await this.parts.listener.start(port);
    this.parts.world.url = this.url;
  }

  async stop(): Promise<void> {
    this.parts.desk.close();
    await this.parts.listener.stop();
  }

  /** Called before each request is served; undefined serves all as usual. */
  get intercept(): Intercept | undefined {
    return this.parts.seam.intercept;
  }

  set intercept(intercept: Intercept | undefined) {
    this.parts.seam.intercept = intercept;
  }

  // The world

  addUser(name: string, user: NewUser = {}): APIUser {
    return addUser(this.parts.world, name, user);
  }

  addChannel(name: string, channel: NewChannel = {}): PlaygroundChannel {
    const added = addTextChannel(this.parts.world, name, channel);
    this.parts.announcer.channelCreated(added);
    return added;
  }

  /** A group of people without the bot. */
  addGroup(people: readonly Ref[]): PlaygroundChannel {
    const members = people.map((person) => this.user(person));
    return addGroup(this.parts.world, members);
  }

  addRole(name: string, role: NewRole = {}): APIRole {
    return addRole(this.parts.world, name, role);
  }

  giveRole(user: Ref, role: Ref): void {
    this.parts.world.members.get(this.user(user).id)?.roles.push(this.parts.world.role(role).id);
  }

  /** Replaces what a role or a user may do in one channel. Everybody is the role "@everyone". */
  setPermissions(channel: Ref, subject: Ref, overwrite: Overwrite): void {
    setOverwrite(this.parts.world, channel, subject, overwrite);
    this.parts.announcer.channelUpdated(this.channel(channel));
  }

  /**
   * Changes a person's language, as in Discord's own settings.
   *
   * @param locale As Discord names it: "de", "zh-CN".
   * @throws {ImpossibleActionError} If Discord has no such language.
   */
  setLocale(user: Ref, locale: string): void {
    if (!LOCALES.has(locale)) throw new ImpossibleActionError(`Discord has no language "${locale}".`);
    const { id } = this.user(user);
    this.parts.world.locales.set(id, locale);
    this.parts.announcer.tell(id, { type: "commands-changed" });
  }

  /** The server's owner puts the bot out. */
  expelBot(): void {
    const { world, bot, announcer } = this.parts;
    world.members.delete(bot.id);
    announcer.botLeft();
  }

  /** The person installs the application for themselves, to use it everywhere. */
  install(user: Ref): void {
    this.parts.interactions.installers.add(this.user(user).id);
  }

  user(ref: Ref): APIUser {
    return this.parts.world.user(ref);
  }

  channel(ref: Ref): PlaygroundChannel {
    return this.parts.world.channel(ref);
  }

  /** The message as it is now. */
  message(ref: Ref): APIMessage {
    return snapshot(this.parts.world, this.parts.world.record(ref));
  }

  // What a test reads

  get requests(): readonly RecordedRequest[] {
    return this.parts.requests;
  }

  /** What was wrong with requests, answers and events: limits, deadlines, and the judge's words. */
  get complaints(): readonly string[] {
    return this.parts.complaints;
  }

  /** Gives the complaints and forgets them, for tests that provoke some. */
  takeComplaints(): readonly string[] {
    return this.parts.complaints.splice(0);
  }

  /** Every message that is still there, ephemeral ones too, oldest first. */
  get messages(): readonly SeenMessage[] {
    const { world } = this.parts;
    const show = (record: MessageRecord): SeenMessage => ({ ...record, message: snapshot(world, record) });
    return [...world.records.values()].map(show).toSorted((left, right) => byAge(left.message, right.message));
  }

  get commands(): readonly APIApplicationCommand[] {
    return this.parts.commands.all;
  }

  /** Interactions that still wait for a first answer. */
  get unacknowledged(): readonly PersonInteraction[] {
    return this.parts.desk.waiting;
  }
}
