import {
  type APIApplicationCommandOptionChoice,
  type APIInteraction,
  type APIMessage,
  type APIUser,
  InteractionType,
  type Snowflake,
} from "discord-api-types/v10";
import {
  type AckKind,
  type Acknowledgement,
  InteractionFailedError,
  type InteractionFailure,
  type OpenModal,
  type PersonInteraction,
} from "./person.ts";
import { snapshot } from "./show-message.ts";
import type { MessageRecord, World } from "./world.ts";

/** What Discord's app shows when nothing came in time. */
const FAILURE_TEXTS: Readonly<Record<InteractionType, string>> = {
  [InteractionType.Ping]: "The application did not respond",
  [InteractionType.ApplicationCommand]: "The application did not respond",
  [InteractionType.MessageComponent]: "This interaction failed",
  [InteractionType.ApplicationCommandAutocomplete]: "Loading options failed",
  [InteractionType.ModalSubmit]: "Something went wrong. Try again.",
};

/** Who did it, where, and with what. */
export interface InteractionSource {
  readonly user: APIUser;
  readonly channel: { readonly id: Snowflake };
  readonly target?: MessageRecord | undefined;
  readonly opener?: OpenInteraction;
}

/** One use of the application by a person, from the press of a key to the last message that it brings. */
export class OpenInteraction implements PersonInteraction {
  readonly payload: APIInteraction;
  readonly user: APIUser;
  readonly channelId: Snowflake;
  readonly bornAt: number;
  /** The message whose button or menu was used, or whose button opened the modal. */
  readonly target: MessageRecord | undefined;
  /** The interaction that opened the modal, for its submission. */
  readonly opener: OpenInteraction | undefined;
  readonly acknowledged: Promise<Acknowledgement | InteractionFailure>;
  state: "waiting" | "failed" | AckKind = "waiting";
  /** What `@original` means. */
  original: MessageRecord | undefined;
  /** Whether the "thinking" answer got its words. */
  isFilled = false;
  readonly further: MessageRecord[] = [];
  readonly #world: World;
  readonly #ending = Promise.withResolvers<Acknowledgement | InteractionFailure>();
  readonly #answer = Promise.withResolvers<MessageRecord>();
  #modal: OpenModal | undefined;
  #choices: readonly APIApplicationCommandOptionChoice[] | undefined;

  constructor(world: World, payload: APIInteraction, from: InteractionSource) {
    this.#world = world;
    this.payload = payload;
    this.user = from.user;
    this.channelId = from.channel.id;
    this.target = from.target;
    this.opener = from.opener;
    this.bornAt = world.now();
    this.acknowledged = this.#ending.promise;
  }

  get id(): Snowflake {
    return this.payload.id;
  }

  get token(): string {
    return this.payload.token;
  }

  get ageMs(): number {
    return this.#world.now() - this.bornAt;
  }

  acknowledge(kind: AckKind): Acknowledgement {
    const acknowledgement = { kind, ms: this.ageMs };
    this.state = kind;
    this.#ending.resolve(acknowledgement);
    return acknowledgement;
  }

  fail(): InteractionFailure {
    const failure = { kind: "failed", ms: this.ageMs, text: FAILURE_TEXTS[this.payload.type] } as const;
    this.state = "failed";
    this.#ending.resolve(failure);
    return failure;
  }

  /** The message that answers is complete. */
  answered(record: MessageRecord): void {
    this.#answer.resolve(record);
  }

  opened(modal: OpenModal): void {
    this.#modal = modal;
  }

  offered(choices: readonly APIApplicationCommandOptionChoice[]): void {
    this.#choices = choices;
  }

  async reply(): Promise<APIMessage> {
    const end = await this.acknowledged;
    if (end.kind === "failed" || end.kind === "modal" || end.kind === "choices") throw unexpected("a message", end);
    return snapshot(this.#world, await this.#answer.promise);
  }

  async modal(): Promise<OpenModal> {
    const end = await this.acknowledged;
    if (!this.#modal) throw unexpected("a modal", end);
    return this.#modal;
  }

  async choices(): Promise<readonly APIApplicationCommandOptionChoice[]> {
    const end = await this.acknowledged;
    if (!this.#choices) throw unexpected("choices", end);
    return this.#choices;
  }

  followUps(): readonly APIMessage[] {
    return this.further
      .filter((record) => this.#world.records.has(record.message.id))
      .map((record) => snapshot(this.#world, record));
  }
}

function unexpected(wanted: string, end: Acknowledgement | InteractionFailure): InteractionFailedError {
  const came = end.kind === "failed" ? `"${end.text}"` : end.kind;
  return new InteractionFailedError(`Expected ${wanted}; after ${Math.round(end.ms)} ms came ${came}.`);
}
